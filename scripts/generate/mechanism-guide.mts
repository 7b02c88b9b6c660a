/** Writes docs/guides/choosing-a-mechanism.md from the tables of the mechanism chooser. */
import { type Goal, goals, mechanisms, mechanismsOf } from '../../server/src/core/catalog/mechanisms';
import { needsLine } from '../../server/src/core/features/mechanisms/explanation';

const rulePages = '../rules';

const introduction = `# Which mechanism for which goal

iOS suspends an app soon after it leaves the foreground. There is no way to run all the time, at an exact time, at a guaranteed interval,
or because a packet arrives. There are mechanisms for single goals, each with a price. Apple's overview:
[iOS Background Execution Limits](https://developer.apple.com/forums/thread/685525); App Review clause
[2.5.4](https://developer.apple.com/app-store/review/guidelines/#software-requirements) holds for all of them: a mode is for its purpose only.

In VS Code, *Background Modes: What Do I Need?* asks for the goal and then writes the code and the capability. On the command line,
\`background-modes choose every 15 minutes\` searches the same tables.`;

export function mechanismGuide(): string {
  const possible = goals.filter(({ whyNot }) => whyNot === undefined);
  const groups = [...new Set(possible.map(({ group }) => group))];
  const parts = [
    introduction,
    '## What you want, and what iOS offers',
    ...groups.flatMap((group) => [
      `### ${group}`,
      wishTable(possible.filter((goal) => goal.group === group)),
    ]),
    '## What you cannot have',
    limitTable(goals.filter(({ whyNot }) => whyNot !== undefined)),
    '## The mechanisms',
    mechanismTable(),
  ];
  return `${parts.join('\n\n')}\n`;
}

function wishTable(wishes: readonly Goal[]): string {
  const rows = wishes.map(({ title, advice, ...goal }) => [
    title,
    mechanismsOf({ title, ...goal })
      .map(({ title }) => title)
      .join('; '),
    advice ?? '',
  ]);
  return table(['goal', 'mechanism, the best first', 'to know'], rows);
}

function limitTable(limits: readonly Goal[]): string {
  const rows = limits.map((goal) => [
    goal.title,
    `${goal.whyNot ?? ''}${ruleLinks(goal.rules ?? [])}`,
    [
      mechanismsOf(goal)
        .map(({ title }) => title)
        .join('; '),
      goal.advice ?? '',
    ]
      .filter((part) => part !== '')
      .join('. '),
  ]);
  return table(['wish', 'why not', 'instead'], rows);
}

function mechanismTable(): string {
  const rows = mechanisms.map((mechanism) => {
    const { title, api, since, limit, links, cost } = mechanism;
    const [link = ''] = links;
    return [`[${title}](${link})`, `${api} (${since})`, needsLine(mechanism), limit, cost.battery];
  });
  return table(['mechanism', 'in code', 'needs', 'what it does not promise', 'battery'], rows);
}

function ruleLinks(rules: readonly string[]): string {
  const links = rules.map((rule) => `[${rule}](${rulePages}/${rule}.md)`);
  return links.length === 0 ? '' : ` (${links.join(', ')})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => (cell === '' ? '-' : cell.replaceAll('|', '\\|'))).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
