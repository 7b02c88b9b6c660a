import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'private-background-api',
  family: 'lifecycle',
  title: 'Private call to launch, expire or suspend',
  why: 'The simulation calls of the task scheduler are made for the debugger, and suspend belongs to the system. Apple says of the first that an app which refers to them is not accepted.',
  consequence: 'rejection',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Set a breakpoint behind the submission and type the call into the debugger. Nothing replaces suspend: people leave an app themselves.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/starting-and-terminating-tasks-during-development',
    'https://developer.apple.com/app-store/review/guidelines/#software-requirements',
  ],
  entries: [
    {
      key: 'simulate-task',
      title: 'Simulation call of the task scheduler in code',
      minOS: 'iOS 13',
      why: '_simulateLaunchForTaskWithIdentifier: and _simulateExpirationForTaskWithIdentifier: work in the debugger, on a device. A reference to them in the app is a reason for rejection.',
    },
    {
      key: 'suspend-app',
      title: 'suspend sent to the application',
      severity: 'warning',
      confidence: 'medium',
      why: 'suspend and terminateWithSuccess of UIApplication are private, often written as the selector of another class. No public call sends an app to the background.',
    },
  ],
  examples,
};
