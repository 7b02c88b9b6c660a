import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'session-events-completion-off-main',
  family: 'url-session',
  title: 'Completion handler of session events is called off the main thread',
  why: 'The handler that the app delegate got belongs to UIKit and has to be called on the main thread. The session calls its delegate on a queue of its own, unless it was made with the main queue.',
  consequence: 'crash',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 7',
  fix: 'Call the handler in DispatchQueue.main.async, or make the session with the main queue as its delegate queue.',
  sources: [
    'https://developer.apple.com/documentation/foundation/urlsessiondelegate/urlsessiondidfinishevents(forbackgroundurlsession:)',
    'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/application(_:handleeventsforbackgroundurlsession:completionhandler:)',
  ],
  entries: [],
  examples,
};
