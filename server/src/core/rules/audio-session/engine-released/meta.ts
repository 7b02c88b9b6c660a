import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'audio-engine-released-in-handler',
  family: 'audio-session',
  title: 'Engine is released in its configuration change handler',
  why: 'The notification is posted on an internal queue of the engine. To release the engine there makes it wait for its own queue: the app can hang.',
  consequence: 'crash',
  severity: 'warning',
  confidence: 'high',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  fix: 'Hand the work to another queue, such as DispatchQueue.main.async.',
  sources: [
    'https://developer.apple.com/documentation/foundation/nsnotification/name-swift.struct/avaudioengineconfigurationchange',
  ],
  entries: [],
  examples,
};
