/** Fix: end the task at the end of its expiration handler. */
import type { ClosureExpr, Expr, Stmt } from '../../../program/ir';
import { type Resolver, unwrap } from '../../../program/resolve';
import { isNil } from '../../../program/task-calls';
import type { BeginSite } from '../../../program/task-sites';
import { walkBlock } from '../../../program/walk';
import type { TextEdit } from '../../../text';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { appendStatements } from './code-text';
import { type EndCode, endAndReset, endPropertyInHandler } from './token-code';
import { visibleInHandler } from './token-declaration';

export function endInHandlerFix(context: TaskContext, site: BeginSite, handler: Expr): Fix | undefined {
  const closure = unwrap(handler);
  if (closure.kind !== 'closure' || closure.function.body === undefined || leavesEarly(closure, context))
    return undefined;
  const code = endCode(context, site, closure);
  if (code === undefined) return undefined;
  const { unit } = context.code;
  const appended = appendStatements(unit.text, closure.function.body, code.end);
  return {
    title: 'End the task in the expiration handler',
    files: [{ uri: unit.uri, edits: [...code.declaration, ...appended] }],
    isPreferred: true,
  };
}

interface Code {
  readonly end: EndCode;
  /** Edits that let the handler see the identifier. */
  readonly declaration: readonly TextEdit[];
}

function endCode(context: TaskContext, site: BeginSite, handler: ClosureExpr): Code | undefined {
  const { destination } = site;
  if (destination.kind === 'property') {
    const end = endPropertyInHandler(context, site, destination.name, handler);
    return end && { end, declaration: [] };
  }
  if (destination.kind !== 'local') return undefined;
  const { declaration } = destination;
  const edits = visibleInHandler(context, site);
  const end = endAndReset(context, site, declaration.name, declaration.type?.isOptional ?? false);
  return edits && { end, declaration: edits };
}

/** Code at the end of such a handler does not always run. Unwrapping `self` is no way out worth keeping open. */
function leavesEarly(closure: ClosureExpr, { analysis }: TaskContext): boolean {
  const { body } = closure.function;
  let leaves = false;
  const visitor = {
    stmt: (stmt: Stmt) => {
      if ((stmt.kind === 'return' && !stmt.implicit) || stmt.kind === 'throw' || stmt.kind === 'unknown')
        leaves = true;
    },
    enterFunction: () => false,
  };
  for (const stmt of body?.statements ?? []) {
    if (unwrapsSelf(stmt, analysis.resolver)) continue;
    walkBlock({ statements: [stmt], range: stmt.range }, visitor);
  }
  return leaves;
}

/** `guard let self else { return }`, `if (!strongSelf) return;` */
function unwrapsSelf(stmt: Stmt, resolver: Resolver): boolean {
  if (stmt.kind === 'guard') {
    return (
      stmt.otherwise.statements.every(({ kind }) => kind === 'return') &&
      stmt.clauses.every(
        (clause) => clause.kind === 'bind' && clause.value.kind === 'name' && clause.value.name === 'self',
      )
    );
  }
  return (
    stmt.kind === 'if' &&
    stmt.otherwise === undefined &&
    stmt.then.statements.every(({ kind }) => kind === 'return') &&
    stmt.clauses.every((clause) => clause.kind === 'expr' && saysMissingSelf(clause.expr, resolver))
  );
}

/** `!strongSelf`, `strongSelf == nil` */
function saysMissingSelf(expr: Expr, resolver: Resolver): boolean {
  const test = unwrap(expr);
  if (test.kind === 'unary') return test.op === '!' && resolver.isSelf(test.operand);
  return test.kind === 'binary' && test.op === '==' && resolver.isSelf(test.left) && isNil(test.right);
}
