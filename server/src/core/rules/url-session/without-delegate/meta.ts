import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-session-without-delegate',
  family: 'url-session',
  title: 'Background session has no delegate',
  why: 'The transfers of a background session run in another process, and their results come back through the delegate of the session alone. A session that is made without one never tells what became of a transfer.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 7',
  fix: 'Make the session with a delegate that implements the methods for finished downloads, completed tasks and finished events.',
  sources: [
    'https://developer.apple.com/documentation/foundation/urlsession',
    'https://developer.apple.com/documentation/foundation/downloading-files-in-the-background',
  ],
  entries: [],
  examples,
};
