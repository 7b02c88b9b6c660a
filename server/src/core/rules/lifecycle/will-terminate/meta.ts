import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'work-in-will-terminate',
  family: 'lifecycle',
  title: 'Something for later is started while the app is being closed',
  why: 'Who swipes an app away wants it gone: iOS launches it for nothing in the background until it is opened again, and no call changes that. And applicationWillTerminate is not called at all when a suspended app is removed, which is the usual case.',
  consequence: 'misconception',
  severity: 'hint',
  confidence: 'high',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Start it while the app is in use, at the latest when it goes to the background.',
  sources: [
    'https://developer.apple.com/documentation/technotes/tn3115-bluetooth-state-restoration-app-relaunch-rules',
    'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/applicationwillterminate(_:)',
  ],
  entries: [],
  examples,
};
