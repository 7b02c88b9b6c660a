/** Fix: run the content of a block in place that was sent to the queue it already runs on. */
import type { CallExpr, Stmt } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import { walkBlock } from '../../../program/walk';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { indentAt, reindented, withSemicolon } from '../fixes/code-text';

/** `undefined` when the block's own names, its result or a `return` in it would mean something else in place. */
export function unwrapSyncFix({ analysis, code }: TaskContext, call: CallExpr): Fix | undefined {
  const { text, uri } = code.unit;
  const last = call.args.at(-1)?.value;
  const closure = last === undefined ? undefined : unwrap(last);
  const stmt = parentsOf(analysis.resolver).stmt(call);
  if (closure?.kind !== 'closure' || closure.captures.length > 0 || stmt === undefined) return undefined;
  const statements = closure.function.body?.statements ?? [];
  const [first] = statements;
  const end = statements.at(-1)?.range;
  if (first === undefined || end === undefined || !isOnly(stmt, call)) return undefined;
  if (statements.some(({ kind }) => kind === 'var' || kind === 'function') || leaves(closure.function.body))
    return undefined;
  const content = { start: first.range.start, end: withSemicolon(text, end).end };
  const newText = reindented(
    text,
    content,
    indentAt(text, first.range.start),
    indentAt(text, stmt.range.start),
  );
  return {
    title: 'Run the code in place',
    files: [{ uri, edits: [{ range: withSemicolon(text, stmt.range), newText }] }],
    isPreferred: true,
  };
}

function isOnly(stmt: Stmt, call: CallExpr): boolean {
  if (stmt.kind === 'expr') return unwrap(stmt.expr) === call;
  return stmt.kind === 'return' && stmt.implicit && stmt.value !== undefined && unwrap(stmt.value) === call;
}

function leaves(body: Parameters<typeof walkBlock>[0] | undefined): boolean {
  let found = false;
  if (body !== undefined) {
    walkBlock(body, {
      stmt: (stmt) => {
        found ||=
          (stmt.kind === 'return' && !stmt.implicit) || stmt.kind === 'throw' || stmt.kind === 'guard';
      },
      enterFunction: () => false,
    });
  }
  return found;
}
