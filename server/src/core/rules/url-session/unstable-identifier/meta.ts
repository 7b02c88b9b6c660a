import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'unstable-restoration-identifier',
  family: 'url-session',
  title: 'Restoration identifier changes at every launch',
  why: 'When iOS launches the app again it asks for the sessions or Bluetooth managers of before under their old identifiers. An app that makes up new ones never finds them: what they were doing is lost.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 7',
  fix: 'Use a constant: the bundle identifier with a suffix, say. Where identifiers have to differ, store them and read them back.',
  sources: [
    'https://developer.apple.com/documentation/foundation/downloading-files-in-the-background',
    'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/application(_:handleeventsforbackgroundurlsession:completionhandler:)',
    'https://developer.apple.com/documentation/technotes/tn3115-bluetooth-state-restoration-app-relaunch-rules',
  ],
  entries: [
    {
      key: 'url-session',
      title: 'Identifier of a background session changes at every launch',
      minOS: 'iOS 8',
      why: 'A session with the same identifier gets the transfers of the last launch back. With a random identifier, or one made of the time, nobody collects their results.',
    },
    {
      key: 'bluetooth',
      title: 'Restore identifier of a Bluetooth manager changes at every launch',
      confidence: 'medium',
      why: 'Only a manager with the identifier of before is given its peripherals and connections back.',
    },
  ],
  examples,
};
