/** The `choose` command: what iOS has for a goal. */
import { type Goal, mechanismsOf } from '../core/catalog/mechanisms';
import { goalPage, mechanismPage, needsLine } from '../core/features/mechanisms/explanation';
import { searchGoals } from '../core/features/mechanisms/search';
import { rulePage } from '../manifest';
import type { Terminal } from './terminal';
import { wrap } from './wrap';

/** Longer lines are hard to read, however wide the terminal is. */
const MAX_WIDTH = 100;

/** Lists the goals that fit the words, all without words. Nothing found is no error. */
export function choose(words: readonly string[], format: 'text' | 'json', terminal: Terminal): void {
  const found = searchGoals(words.join(' '));
  if (format === 'json') terminal.write(`${JSON.stringify(found.map(described), undefined, 2)}\n`);
  else if (found.length === 0)
    terminal.complain(`Nothing found for ${words.join(' ')}; without words all goals are listed\n`);
  else terminal.write(`${found.map((goal) => goalText(goal, terminal)).join('\n\n')}\n`);
}

function described(goal: Goal) {
  return {
    ...goal,
    page: goalPage(goal, rulePage),
    mechanisms: mechanismsOf(goal).map((mechanism) => ({
      ...mechanism,
      page: mechanismPage(mechanism, rulePage),
    })),
  };
}

function goalText(goal: Goal, { colors, columns }: Terminal): string {
  const width = Math.min(columns, MAX_WIDTH);
  const lines = [
    colors.bold(wrap(goal.title, width)),
    ...(goal.whyNot === undefined ? [] : [wrap(`You cannot. ${goal.whyNot}`, width)]),
    ...(goal.advice === undefined ? [] : [wrap(goal.advice, width)]),
    ...mechanismsOf(goal).map((mechanism) => {
      const { title, api, since, limit } = mechanism;
      const text = `${title}: ${api} (${since}); needs ${needsLine(mechanism)}; not promised: ${limit}`;
      return wrap(`- ${text}`, width, '  ');
    }),
    ...(goal.links ?? []).map((link) => colors.dim(link)),
  ];
  return lines.join('\n');
}
