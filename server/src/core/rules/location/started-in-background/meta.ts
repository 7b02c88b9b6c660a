import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'location-started-in-background',
  family: 'location',
  title: 'Location activity begins only after the app entered the background',
  why: 'Sessions and, with When In Use authorization, updates become active only if they begin while the app is in use. In the callback that says the app has left the foreground it is too late: nothing is delivered.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['sources-complete'],
  minOS: 'iOS 9',
  fix: 'Begin when the user asks for it, while the app is in front, and keep going in the background. Creating a session again at launch is fine.',
  sources: [
    'https://developer.apple.com/documentation/corelocation/handling-location-updates-in-the-background',
    'https://developer.apple.com/documentation/corelocation/clbackgroundactivitysession',
  ],
  entries: [
    {
      key: 'session',
      title: 'A location session is first created in the background',
      minOS: 'iOS 17',
      why: 'A new session becomes active only while the app is in use. One that is made when the app has left the foreground stays inactive.',
    },
    {
      key: 'standard-updates',
      title: 'Location updates are first started in the background',
      severity: 'hint',
      confidence: 'medium',
      why: 'Nothing in the app asks for Always authorization. With When In Use, updates have to be on before the app leaves the foreground.',
    },
  ],
  examples,
};
