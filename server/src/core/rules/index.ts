/** All rules, grouped by family. */
import { backgroundTaskRules } from './background-task';
import { callRules } from './calls';
import type { Rule } from './context';
import { healthAndWatchRules } from './health-and-watch';
import { lifecycleRules } from './lifecycle';
import { plistAndProjectRules } from './plist-and-project';
import { pushRules } from './push';
import { taskSchedulerRules } from './task-scheduler';
import { urlSessionRules } from './url-session';

export const allRules: readonly Rule[] = [
  ...plistAndProjectRules,
  ...backgroundTaskRules,
  ...taskSchedulerRules,
  ...pushRules,
  ...callRules,
  ...urlSessionRules,
  ...healthAndWatchRules,
  ...lifecycleRules,
];

/** What runs when nobody asks for more. */
export const defaultRules: readonly Rule[] = allRules.filter(({ meta }) => meta.isOptIn !== true);

/** `undefined` for an unknown id. */
export function ruleById(id: string): Rule | undefined {
  return allRules.find(({ meta }) => meta.id === id);
}
