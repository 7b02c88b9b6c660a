/** Fix: log the error of a call instead of losing it. */
import type { TryExpr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { indentAt, indentUnit, isFirstOnLine, lineEnding, reindented } from './code-text';

/** What the log says before the error. */
export const unscheduled = 'Could not schedule the background task';

/** `try!` or `try?` as a statement becomes a do/catch that logs; `what`: see `unscheduled`. */
export function catchFix({ code, analysis }: TaskContext, attempt: TryExpr, what: string): Fix | undefined {
  const { text, uri } = code.unit;
  const stmt = parentsOf(analysis.resolver).stmt(attempt);
  const isWhole =
    (stmt?.kind === 'expr' && stmt.expr === attempt) ||
    (stmt?.kind === 'return' && stmt.implicit && stmt.value === attempt);
  if (!isWhole) return undefined;
  const { start, end } = attempt.range;
  const log = `print("${what}: \\(error)")`;
  const inner = { start: start + attempt.form.length, end };
  let newText = `do { try${text.slice(inner.start, inner.end)} } catch { ${log} }`;
  if (isFirstOnLine(text, start)) {
    const [eol, indent, unit] = [lineEnding(text), indentAt(text, start), indentUnit(text)];
    const tried = `${indent}${unit}try${reindented(text, inner, indent, indent + unit)}`;
    newText = ['do {', tried, `${indent}} catch {`, `${indent}${unit}${log}`, `${indent}}`].join(eol);
  }
  return {
    title: 'Catch the error',
    files: [{ uri, edits: [{ range: { start, end }, newText }] }],
    isPreferred: true,
  };
}
