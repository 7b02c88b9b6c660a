import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-session-created-twice',
  family: 'url-session',
  title: 'A second background session with the same identifier',
  why: 'The system makes one session for an identifier. Whoever asks for it again gets the first one back, with its old delegate, and a line in the log.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'workspace',
  needs: ['constants'],
  minOS: 'iOS 7',
  fix: 'Keep one session for each identifier, in a lazy or static property, and give a second one an identifier of its own.',
  sources: [
    'https://developer.apple.com/documentation/foundation/urlsessionconfiguration/background(withidentifier:)',
    'https://developer.apple.com/documentation/foundation/downloading-files-in-the-background',
  ],
  entries: [
    {
      key: 'duplicate-identifier',
      title: 'Two background sessions share one identifier',
      why: 'The second owner never hears of its transfers: they are reported to the delegate of the first.',
    },
    {
      key: 'per-call',
      title: 'A background session is made in a function that runs repeatedly',
      severity: 'information',
      confidence: 'medium',
      why: 'Only the first call makes a session. The objects of later calls are never told anything.',
    },
  ],
  examples,
};
