/** Fix: cancel the work of a scheduled task in its expiration handler. */
import type { Block, ClosureExpr, Expr, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { appendStatements } from './code-text';

/** How work of these types is stopped. */
const cancelling: Readonly<Record<string, string>> = {
  Task: 'cancel()',
  Operation: 'cancel()',
  BlockOperation: 'cancel()',
  OperationQueue: 'cancelAllOperations()',
};

/** Offered when the work was started before and has a name; `set` is the assignment of the handler. */
export function cancelWorkFix(context: TaskContext, set: Expr, handler: ClosureExpr): Fix | undefined {
  const { unit } = context.code;
  const { resolver } = context.analysis;
  const block = resolver.scopes.scopeOf(set)?.fn?.body;
  const { body } = handler.function;
  if (resolver.language !== 'swift' || block === undefined || body === undefined) return undefined;
  const work = startedBefore(block, set, context);
  if (work === undefined) return undefined;
  return {
    title: `Cancel '${work.name}' in the expiration handler`,
    files: [{ uri: unit.uri, edits: appendStatements(unit.text, body, () => [`${work.name}.${work.call}`]) }],
    isPreferred: true,
  };
}

function startedBefore(
  block: Block,
  set: Expr,
  context: TaskContext,
): { name: string; call: string } | undefined {
  const before = block.statements.filter(({ range }) => range.end <= set.range.start);
  for (const stmt of before.reverse()) {
    const call = stmt.kind === 'var' ? cancelCall(stmt, context) : undefined;
    if (stmt.kind === 'var' && call !== undefined) return { name: stmt.variable.name, call };
  }
  return undefined;
}

/** How the work that a statement starts is stopped: `cancel()`. */
export function cancelCall(
  { variable }: Extract<Stmt, { kind: 'var' }>,
  { analysis }: TaskContext,
): string | undefined {
  if (!variable.isConstant || variable.initial === undefined) return undefined;
  const type = analysis.types.typeOf(unwrap(variable.initial));
  return type !== undefined && Object.hasOwn(cancelling, type) ? cancelling[type] : undefined;
}
