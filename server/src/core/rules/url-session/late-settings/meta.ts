import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'session-settings-changed-late',
  family: 'url-session',
  title: 'Settings of a URL session are changed after it was made',
  why: 'A session copies its configuration when it is made, and answers a copy when it is asked for it. Whatever is changed later (timeouts, whether transfers are discretionary, whether the app is launched for them, which networks they may use) changes an object that nobody reads, without any error.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 9',
  fix: 'Set everything on the configuration before the session is made with it. For other settings later, make a second session; for one request only, set them on the request.',
  sources: [
    'https://developer.apple.com/documentation/foundation/urlsession/configuration',
    'https://developer.apple.com/documentation/foundation/urlsessionconfiguration',
    'https://github.com/Alamofire/Alamofire/issues/2935',
  ],
  entries: [
    {
      key: 'copy',
      title: 'Setting is changed on the copy that a session answers',
      why: 'session.configuration answers a new copy each time. An assignment to one of its settings is lost as soon as the line is over.',
    },
    {
      key: 'passed',
      title: 'Setting is changed on a configuration whose session is made already',
      why: 'The session copied the configuration when it was made. The order of the lines is wrong.',
    },
  ],
  examples,
};
