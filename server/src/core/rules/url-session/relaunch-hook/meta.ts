import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-session-without-relaunch-hook',
  family: 'url-session',
  title: 'A background session, and no way to be launched for its results',
  why: 'Transfers go on when the app is gone. Once they are done iOS launches it in the background and passes the identifier of the session to the app delegate, or to a SwiftUI background task. Without either the session is not made again, and its results wait until somebody opens the app.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['sources-complete', 'platform'],
  minOS: 'iOS 7',
  fix: 'Implement application(_:handleEventsForBackgroundURLSession:completionHandler:): keep the handler, create the session again, and call the handler in urlSessionDidFinishEvents. Apps that do not want to be launched set sessionSendsLaunchEvents to false.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/application(_:handleeventsforbackgroundurlsession:completionhandler:)',
    'https://developer.apple.com/documentation/foundation/downloading-files-in-the-background',
    'https://developer.apple.com/documentation/swiftui/backgroundtask/urlsession(_:)',
  ],
  entries: [],
  examples,
};
