import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-object-not-retained',
  family: 'lifecycle',
  title: 'An object that has to live on is let go at once',
  why: 'These objects do their work for as long as somebody holds them. One that is only a local variable, or that nobody takes, is released when the function returns, without an error anywhere.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  fix: 'Keep the object in a property of something that lives as long as it is needed: the app delegate, or an object that it holds.',
  sources: [
    'https://developer.apple.com/documentation/avkit/avpictureinpicturecontroller',
    'https://developer.apple.com/documentation/pushkit/pkpushregistry',
    'https://developer.apple.com/documentation/corelocation/handling-location-updates-in-the-background',
    'https://developer.apple.com/documentation/watchkit/wkextendedruntimesession',
  ],
  entries: [
    {
      key: 'pip-controller',
      title: 'Picture in Picture controller in a local variable',
      confidence: 'medium',
      why: 'The controller has to live for as long as Picture in Picture may start. No player and no layer holds it.',
    },
    {
      key: 'push-registry',
      title: 'Push registry in a local variable',
      severity: 'information',
      confidence: 'medium',
      why: 'Apple describes a registry that lives for the whole run of the app. PushKit may happen to keep one that nobody holds; nothing promises that it does.',
    },
    {
      key: 'background-activity-session',
      title: 'Background activity session that nobody holds',
      confidence: 'medium',
      minOS: 'iOS 17',
      why: 'The object is the activity: when it goes, the activity ends, and with it the location updates in the background.',
    },
    {
      key: 'service-session',
      title: 'Location service session that nobody holds',
      confidence: 'medium',
      minOS: 'iOS 18',
      why: 'The authorization that a session asks for holds as long as the object does.',
    },
    {
      key: 'extended-runtime-session',
      title: 'Extended runtime session in a local variable',
      confidence: 'medium',
      minOS: 'watchOS 6',
      why: 'The session has to outlive the method that starts it. Its delegate tells when it expires.',
    },
  ],
  examples,
};
