import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'continued-task-not-user-initiated',
  family: 'task-scheduler',
  title: 'Continued task is requested by itself',
  why: 'A continued task carries on with something that the person at the screen has just started. It has to be requested in the foreground, by a tap. A request at launch, on the way to the background, by a timer, a push or another task is refused or cancelled.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 26',
  fix: 'Request it where the action of a button starts the work. For work that nobody asked for use BGProcessingTaskRequest.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgcontinuedprocessingtaskrequest',
    'https://developer.apple.com/documentation/backgroundtasks/performing-long-running-tasks-on-ios-and-ipados',
  ],
  entries: [],
  examples,
};
