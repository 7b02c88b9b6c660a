import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'session-events-completion-not-called',
  family: 'url-session',
  title: 'Completion handler of background session events is never called',
  why: 'iOS launches the app when a background session has news, and hands over a completion handler. Calling it says that the news have been dealt with, so that iOS can take a new snapshot and suspend the app. An app that never calls it gets less time in the background.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'workspace',
  needs: ['sources-complete', 'call-graph'],
  minOS: 'iOS 7',
  fix: 'Keep the handler by the identifier of the session, and call it on the main thread from urlSessionDidFinishEvents(forBackgroundURLSession:).',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/application(_:handleeventsforbackgroundurlsession:completionhandler:)',
    'https://developer.apple.com/documentation/foundation/urlsessiondelegate/urlsessiondidfinishevents(forbackgroundurlsession:)',
  ],
  entries: [
    {
      key: 'not-stored',
      title: 'Completion handler of background session events is dropped',
      why: 'The method neither keeps the handler nor calls it nor passes it on.',
    },
    {
      key: 'stored-never-called',
      title: 'Stored completion handler of background session events is never called',
      severity: 'warning',
      why: 'The handler is kept, but nothing reads it, and no type implements urlSessionDidFinishEvents(forBackgroundURLSession:), where it is to be called.',
    },
  ],
  examples,
};
