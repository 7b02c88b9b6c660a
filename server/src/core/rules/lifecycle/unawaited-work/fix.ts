/** Fix: do the work of a `Task` in the closure itself, which may wait for it. */
import type { AsyncStart } from '../../../program/duties/async-starts';
import type { Block, Stmt } from '../../../program/ir';
import { walkBlock } from '../../../program/walk';
import { indentAt, reindented, withSemicolon } from '../../background-task/fixes/code-text';
import type { ProgramUnit } from '../../context';
import type { Fix } from '../../types';

export function awaitFix(
  stmt: Stmt,
  { call, closure, kind }: AsyncStart,
  { text, uri }: ProgramUnit,
): Fix | undefined {
  const { body } = closure.function;
  const [first] = body?.statements ?? [];
  const last = body?.statements.at(-1);
  const isTask = kind === 'body' && (call.constructs === 'Task' || call.name === 'detached');
  if (!isTask || stmt.kind === 'var' || body === undefined || first === undefined || last === undefined)
    return undefined;
  // Captures, an actor or a comment may stand before the first statement.
  const isPlain = text.slice(body.range.start + 1, first.range.start).trim() === '';
  if (!isPlain || closure.captures.length > 0 || leavesEarly(body)) return undefined;
  const from = indentAt(text, first.range.start);
  const { end } = withSemicolon(text, last.range);
  const newText = reindented(text, { start: first.range.start, end }, from, indentAt(text, stmt.range.start));
  return {
    title: 'Wait for the work',
    files: [{ uri, edits: [{ range: withSemicolon(text, stmt.range), newText }] }],
    isPreferred: true,
  };
}

/** A `Task` swallows errors, and a `return` in it leaves it alone. */
function leavesEarly(body: Block): boolean {
  let found = false;
  walkBlock(body, {
    expr: (expr) => {
      found ||= expr.kind === 'try' && expr.form === 'try';
      return true;
    },
    stmt: (stmt) => {
      found ||=
        (stmt.kind === 'return' && !stmt.implicit) || stmt.kind === 'throw' || stmt.kind === 'unknown';
    },
    enterFunction: () => false,
  });
  return found;
}
