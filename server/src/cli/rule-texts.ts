/** The `rules` and `explain` commands. */
import { allRules, ruleById } from '../core/rules';
import type { EntryMeta, RuleMeta } from '../core/rules/types';
import { rulePage } from '../manifest';
import { UsageError } from './exit';
import type { Colors, Terminal } from './terminal';
import { wrap } from './wrap';

/** Longer lines are hard to read, however wide the terminal is. */
const MAX_WIDTH = 100;

export function listRules(format: 'text' | 'json', terminal: Terminal): void {
  const metas = allRules.map(({ meta }) => meta).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (format === 'json') {
    const rules = metas.map(({ examples: _, ...meta }) => meta);
    terminal.write(`${JSON.stringify(rules, undefined, 2)}\n`);
    return;
  }
  const idWidth = Math.max(0, ...metas.map(({ id }) => id.length));
  const severityWidth = Math.max(0, ...metas.map(({ severity }) => severity.length));
  for (const { id, severity, title } of metas) {
    const columns = [terminal.colors.bold(id.padEnd(idWidth)), severity.padEnd(severityWidth), title];
    terminal.write(`${columns.join('  ')}\n`);
  }
}

/** `code`: `rule` or `rule/entry`. Throws a UsageError when there is no such rule. */
export function explain(code: string, terminal: Terminal): void {
  const [id = '', ...rest] = code.split('/');
  const meta = ruleById(id)?.meta;
  if (meta === undefined) throw unknownRule(code);
  const key = rest.join('/');
  const entry = meta.entries.find((one) => one.key === key);
  if (key !== '' && entry === undefined) throw unknownRule(code);
  terminal.write(explanation(meta, entry, terminal));
}

function unknownRule(code: string): UsageError {
  return new UsageError(`There is no rule ${code}; the command "rules" lists all`);
}

function explanation(meta: RuleMeta, entry: EntryMeta | undefined, terminal: Terminal): string {
  const { colors } = terminal;
  const width = Math.min(terminal.columns, MAX_WIDTH);
  const code = entry === undefined ? meta.id : `${meta.id}/${entry.key}`;
  const severity = entry?.severity ?? meta.severity;
  const consequence = entry?.consequence ?? meta.consequence;
  const page = rulePage(meta.id);
  const parts = [
    colors.bold(wrap(entry?.title ?? meta.title, width)),
    colors.dim(wrap([code, severity, consequence.replace('-', ' '), ...optIn(meta)].join(' · '), width)),
    wrap(entry?.why ?? meta.why, width),
    meta.fix && heading('What to do', wrap(meta.fix, width), colors),
    entry === undefined && meta.entries.length > 0 && heading('Cases', caseList(meta, width), colors),
    heading('Read more', [...(page === undefined ? [] : [page]), ...meta.sources].join('\n'), colors),
  ];
  return `${parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n')}\n`;
}

function optIn({ id, isOptIn }: RuleMeta): string[] {
  return isOptIn ? [`off by default: check --enable ${id}`] : [];
}

function heading(title: string, body: string, colors: Colors): string {
  return body === '' ? '' : `${colors.bold(title)}\n${body}`;
}

function caseList(meta: RuleMeta, width: number): string {
  return meta.entries.map((entry) => wrap(`${meta.id}/${entry.key}: ${entry.title}`, width, '  ')).join('\n');
}
