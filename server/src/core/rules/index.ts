/** All rules, grouped by family. */
import { backgroundTaskRules } from './background-task';
import type { Rule } from './context';
import { plistAndProjectRules } from './plist-and-project';
import { pushRules } from './push';

export const allRules: readonly Rule[] = [...plistAndProjectRules, ...backgroundTaskRules, ...pushRules];

/** `undefined` for an unknown id. */
export function ruleById(id: string): Rule | undefined {
  return allRules.find(({ meta }) => meta.id === id);
}
