/** Fix: end the task at the end of its expiration handler. */
import { backgroundTaskObligation } from '../../../catalog/obligations';
import type { ClosureExpr, Expr, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import type { BeginSite } from '../../../program/task-sites';
import { walkBlock } from '../../../program/walk';
import type { TextEdit } from '../../../text';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { appendStatements, indentAt, lineEnding, lineStart } from './code-text';
import { type EndCode, endAndReset, endPropertyInHandler } from './token-code';

export function endInHandlerFix(context: TaskContext, site: BeginSite, handler: Expr): Fix | undefined {
  const closure = unwrap(handler);
  if (closure.kind !== 'closure' || closure.function.body === undefined || leavesEarly(closure))
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

/** A closure can only use an identifier that is declared before the call, and only change a variable. */
export function visibleInHandler(context: TaskContext, site: BeginSite): readonly TextEdit[] | undefined {
  const { stmt, destination } = site;
  const { text } = context.code.unit;
  if (destination.kind !== 'local' || stmt === undefined) return undefined;
  const isObjc = context.analysis.resolver.language === 'objc';
  if (isObjc) return markedAsBlock(text, stmt.kind === 'var' ? stmt.range.start : destination.declaration.at);
  if (stmt.kind === 'var') return declaredFirst(text, stmt);
  return destination.declaration.isConstant ? undefined : [];
}

function markedAsBlock(text: string, offset: number): readonly TextEdit[] {
  const start = lineStart(text, offset) + indentAt(text, offset).length;
  const end = text.indexOf('=', start);
  if (text.slice(start, end === -1 ? text.length : end).includes('__block')) return [];
  return [{ range: { start, end: start }, newText: '__block ' }];
}

/** `let id = begin…` → `var id: UIBackgroundTaskIdentifier = .invalid`, `id = begin…` */
export function declaredFirst(
  text: string,
  stmt: Extract<Stmt, { kind: 'var' }>,
): readonly TextEdit[] | undefined {
  const { variable, range } = stmt;
  if (variable.initial === undefined || variable.type?.isOptional) return undefined;
  const declaration = `var ${variable.name}: ${backgroundTaskObligation.tokenType} = .invalid`;
  const newText = `${declaration}${lineEnding(text)}${indentAt(text, range.start)}${variable.name} = `;
  return [{ range: { start: range.start, end: variable.initial.range.start }, newText }];
}

/** Code at the end of such a handler does not always run. Unwrapping `self` is no way out worth keeping open. */
function leavesEarly(closure: ClosureExpr): boolean {
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
    if (unwrapsSelf(stmt)) continue;
    walkBlock({ statements: [stmt], range: stmt.range }, visitor);
  }
  return leaves;
}

function unwrapsSelf(stmt: Stmt): boolean {
  return (
    stmt.kind === 'guard' &&
    stmt.otherwise.statements.every(({ kind }) => kind === 'return') &&
    stmt.clauses.every(
      (clause) => clause.kind === 'bind' && clause.value.kind === 'name' && clause.value.name === 'self',
    )
  );
}
