/** Fix: end a task before its identifier is emptied, not after. */
import { endsNothing } from '../../../program/empty-ends';
import type { Block, Expr, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { stmtBlocks } from '../../../program/walk';
import type { TextRange } from '../../../text';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';

/** An end without effect. */
export interface EmptyEnd {
  /** `undefined` when another order of the statements would not help. */
  readonly fix: Fix | undefined;
}

/** `undefined` when every end in the handler itself has an effect. */
export function emptyEnd({ code, analysis }: TaskContext, handler: Expr): EmptyEnd | undefined {
  const closure = unwrap(handler);
  const body = closure.kind === 'closure' ? closure.function.body : undefined;
  const found = body && findIn(body, analysis);
  if (found === undefined) return undefined;
  const { end, before } = found;
  const reset = before.at(-1);
  if (
    reset?.kind !== 'expr' ||
    reset.expr.kind !== 'assign' ||
    !analysis.calls.isEmptyToken(reset.expr.value)
  )
    return { fix: undefined };
  const { uri, text } = code.unit;
  const textOf = ({ start, end: last }: TextRange): string => text.slice(start, last);
  const edits = [
    { range: reset.range, newText: textOf(end.range) },
    { range: end.range, newText: textOf(reset.range) },
  ];
  return {
    fix: { title: 'End the task before its identifier is reset', files: [{ uri, edits }], isPreferred: true },
  };
}

interface Found {
  readonly end: Stmt;
  readonly before: readonly Stmt[];
}

function findIn(block: Block, analysis: TaskContext['analysis']): Found | undefined {
  for (const [i, stmt] of block.statements.entries()) {
    const before = block.statements.slice(0, i);
    if (endsNothing(stmt, before, analysis.resolver, analysis.calls)) return { end: stmt, before };
    for (const inner of stmtBlocks(stmt)) {
      const found = findIn(inner, analysis);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
