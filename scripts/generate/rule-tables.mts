/** Writes tables of all rules. */
import type { RuleMeta } from '../../server/src/core/rules/types';

/** `link` answers the address of a rule's page, seen from the file that holds the table. */
export function ruleTable(rules: readonly RuleMeta[], link: (meta: RuleMeta) => string): string {
  const rows = rules.map(
    (meta) =>
      `| [\`${meta.id}\`](${link(meta)}) | ${meta.title} | ${meta.severity}${meta.isOptIn ? ', off by default' : ''} | ${meta.entries.length || 1} |`,
  );
  return ['| Rule | What it finds | Severity | Cases |', '|---|---|---|---|', ...rows].join('\n');
}

export function rulesIndex(rules: readonly RuleMeta[]): string {
  const families = [...new Set(rules.map(({ family }) => family))];
  const sections = families.map((family) => {
    const own = rules.filter((meta) => meta.family === family);
    return `## ${familyTitle(family)}\n\n${ruleTable(own, ({ id }) => `${id}.md`)}`;
  });
  return `${['# Rules', 'Each rule is one idea of a mistake. Its cases share an explanation and can be ignored one by one.', ...sections].join('\n\n')}\n`;
}

function familyTitle(family: string): string {
  const words = family.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
