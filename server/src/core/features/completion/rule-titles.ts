/** Titles of rules and of their cases, by the code that comments and configurations name them with. */
import { allRules } from '../../rules';
import type { RuleMeta } from '../../rules/types';

const titles = new Map<string, string>(allRules.flatMap(({ meta }) => titlesOf(meta)));

function titlesOf({ id, title, entries }: RuleMeta): readonly (readonly [string, string])[] {
  return [[id, title], ...entries.map((entry) => [`${id}/${entry.key}`, entry.title] as const)];
}

export function ruleTitle(code: string): string | undefined {
  return titles.get(code);
}
