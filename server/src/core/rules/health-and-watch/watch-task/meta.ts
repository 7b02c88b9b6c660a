import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'watch-task-not-completed',
  family: 'health-and-watch',
  title: 'Watch background task is not completed on every branch',
  why: 'A watch app is given all background tasks in one method, snapshots and kinds it never asked for included. Each of them has to be completed. A branch that forgets it uses up the time that watchOS grants, and can get the app killed.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['call-graph'],
  minOS: 'watchOS 3',
  fix: 'Complete every task with setTaskCompletedWithSnapshot(_:), kinds that the app does not know included, or keep it and complete it when its work is done.',
  sources: [
    'https://developer.apple.com/documentation/watchkit/wkapplicationdelegate/handle(_:)-4l9g0',
    'https://developer.apple.com/documentation/watchkit/wkrefreshbackgroundtask/settaskcompletedwithsnapshot(_:)',
  ],
  entries: [],
  examples,
};
