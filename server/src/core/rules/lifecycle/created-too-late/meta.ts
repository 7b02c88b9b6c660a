import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'created-too-late-for-background-launch',
  family: 'lifecycle',
  title: 'Made by the user interface, missing in a launch in the background',
  why: 'When the system launches the app in the background there may be no views and no scenes. What only a view, a tap or a login makes is not there to take the event that the app was launched for.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'medium',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['call-graph', 'sources-complete'],
  fix: 'Make it in application(_:didFinishLaunchingWithOptions:) or in the initialiser of the App, in every launch; ask for permissions in the user interface.',
  sources: [
    'https://developer.apple.com/documentation/pushkit/supporting-pushkit-notifications-in-your-app',
    'https://developer.apple.com/documentation/pushtotalk/creating-a-push-to-talk-app',
    'https://developer.apple.com/documentation/corelocation/handling-location-updates-in-the-background',
    'https://developer.apple.com/documentation/healthkit/hkhealthstore/enablebackgrounddelivery(for:frequency:withcompletion:)',
  ],
  entries: [
    {
      key: 'push-registry',
      title: 'Push registry made by a view or after a login',
      why: 'The registry has to be there in every launch, in the foreground and in the background. Otherwise the push that launched the app reaches nobody, and iOS ends the app for it.',
    },
    {
      key: 'push-to-talk-manager',
      title: 'Channel manager that is not made at launch',
      confidence: 'high',
      minOS: 'iOS 16',
      why: 'The system restores channels through the manager as soon as the app is launched. Without one the channel is torn down.',
    },
    {
      key: 'location-monitoring',
      title: 'Monitoring of locations that only a view sets up',
      severity: 'hint',
      minOS: 'iOS 4',
      why: 'After a launch for a location the app has to make its location manager again and give it a delegate, or the event that woke it is lost.',
    },
    {
      key: 'health-observer',
      title: 'Observer query that only a view sets up',
      minOS: 'iOS 8',
      why: 'HealthKit launches the app in the background and expects its observer queries to run when launching is done.',
    },
  ],
  examples,
};
