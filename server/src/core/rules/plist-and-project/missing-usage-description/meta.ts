import { purposeRequirements } from '../../../catalog/requirements-purposes';
import type { EntryMeta, RuleMeta } from '../../types';
import { examples } from './examples';

const entries: readonly EntryMeta[] = [
  {
    key: 'microphone',
    title: 'The microphone without NSMicrophoneUsageDescription',
    why: 'The app is ended when it first asks for the microphone, and the upload of a build is refused.',
  },
  {
    key: 'bluetooth',
    title: 'Core Bluetooth without NSBluetoothAlwaysUsageDescription',
    minOS: 'iOS 13',
    why: 'Since iOS 13 the app is ended when it makes a manager. The older key for peripherals is not enough.',
  },
  {
    key: 'location-always',
    title: 'Always authorization without one of its two purpose strings',
    consequence: 'silent-failure',
    minOS: 'iOS 11',
    why: 'People are first asked for While Using and later for Always, so both texts are needed. Without them the request writes a line to the log and asks nobody.',
  },
  {
    key: 'nearby-interaction',
    title: 'Nearby Interaction without NSNearbyInteractionUsageDescription',
    confidence: 'medium',
    consequence: 'silent-failure',
    minOS: 'iOS 15',
    why: 'A session asks for permission with this text before it starts. The mode does not stand for it.',
  },
  {
    key: 'motion-submersion',
    title: 'Submersion data without NSMotionUsageDescription',
    confidence: 'medium',
    minOS: 'watchOS 9',
    why: 'Making the manager without the text ends the app.',
  },
  {
    key: 'empty',
    title: 'A purpose string that is empty, or no string',
    severity: 'warning',
    consequence: 'rejection',
    why: 'The system and the upload treat it as missing.',
  },
  {
    key: 'placeholder',
    title: 'A purpose string that was meant to be written later',
    severity: 'information',
    confidence: 'medium',
    consequence: 'rejection',
    why: 'Reviewers refuse texts that do not explain the use, and templates are easily forgotten.',
  },
];

export const meta: RuleMeta = {
  id: 'missing-usage-description',
  family: 'plist-and-project',
  title: 'A purpose string is missing, empty or says nothing',
  why: 'Before an app gets at something protected, people are shown why it asks. Without the text the system ends the app, or asks nobody and grants nothing.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'platform'],
  fix: 'Say in one sentence what the app does with it. The fix inserts a placeholder that a person has to rewrite; until then it is reported as one. A text in InfoPlist.strings alone does not count.',
  sources: [...new Set(purposeRequirements.flatMap(({ sources }) => sources))],
  entries,
  examples,
};
