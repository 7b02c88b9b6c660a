import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'timer-in-background',
  family: 'lifecycle',
  title: 'Timer set for the time in the background',
  why: 'A suspended app runs no code. A timer or a delayed block that is set on the way to the background does not fire until the app is opened again, then all at once. In the simulator and under the debugger it seems to work.',
  consequence: 'misconception',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['info-plist'],
  minOS: 'iOS 4',
  fix: 'A local notification tells people something at a given time. BGTaskScheduler gives the app time when iOS sees fit, a push when a server knows of something.',
  sources: [
    'https://developer.apple.com/documentation/uikit/extending-your-app-s-background-execution-time',
    'https://developer.apple.com/documentation/uikit/preparing-your-ui-to-run-in-the-background',
  ],
  entries: [],
  examples,
};
