import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'unsupported-background-session-api',
  family: 'url-session',
  title: 'Background session does not support this call',
  why: 'A background session hands its transfers to another process, which goes on while the app is suspended or gone. So nothing that lives in the app can belong to a transfer: no completion handler, no body in memory, no stream. Some of these calls raise an exception, the others never deliver anything.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 7',
  fix: 'Use downloadTask, or uploadTask with a file, without a completion handler, and take the results in the delegate. Small requests belong into a session with a default configuration.',
  sources: [
    'https://developer.apple.com/documentation/foundation/urlsession',
    'https://developer.apple.com/documentation/foundation/downloading-files-in-the-background',
    'https://developer.apple.com/forums/thread/716118',
  ],
  entries: [
    {
      key: 'completion-handler',
      title: 'Completion handler or async call on a background session',
      why: 'The session raises an exception for every task with a completion handler. The async methods make such a task themselves and crash the same way.',
    },
    {
      key: 'upload-from-memory',
      title: 'Upload from memory or a stream on a background session',
      why: 'The other process reads the body from a file. An upload task with data raises an exception, a stream is refused.',
    },
    {
      key: 'data-task',
      title: 'Data task on a background session',
      severity: 'warning',
      consequence: 'silent-failure',
      why: 'Only uploads and downloads go on in the background. A data task is lost when the app is suspended.',
    },
    {
      key: 'websocket',
      title: 'WebSocket or stream task on a background session',
      confidence: 'medium',
      consequence: 'silent-failure',
      minOS: 'iOS 13',
      why: 'Background sessions transfer files over HTTP and nothing else, and no session keeps a socket open while the app is suspended.',
    },
  ],
  examples,
};
