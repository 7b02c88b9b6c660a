import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'app-refresh-not-scheduled',
  family: 'task-scheduler',
  title: 'App refresh handler has no next request',
  why: 'A request is used up when its task runs, and the modifier of SwiftUI only installs the handler. Without a submit nothing runs, or nothing runs a second time. Watch apps are scheduled by other calls.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'medium',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['constants', 'call-graph', 'sources-complete'],
  minOS: 'iOS 13',
  fix: 'Submit the next request as the first thing that the handler does.',
  sources: [
    'https://developer.apple.com/documentation/uikit/using-background-tasks-to-update-your-app',
    'https://developer.apple.com/documentation/swiftui/scene/backgroundtask(_:action:)',
  ],
  entries: [
    {
      key: 'not-rescheduled',
      title: 'App refresh handler does not submit the next request',
      why: 'A request is used up when its task runs: periodic refresh needs a new one, best as the first thing that the handler does. When the app schedules somewhere else, as on its way into the background, it refreshes once for each time that it was used.',
    },
    {
      key: 'never-submitted',
      title: '.backgroundTask(.appRefresh) has no matching request',
      why: 'The modifier installs the handler and schedules nothing. On iOS the closure runs for a BGAppRefreshTaskRequest with the same identifier, once somebody has submitted one.',
      severity: 'warning',
      confidence: 'high',
      minOS: 'iOS 16',
    },
  ],
  examples,
};
