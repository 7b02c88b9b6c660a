/** task-submit-force-try: a request that cannot be submitted is an everyday thing. */

import { neverReturning } from '../../../catalog/inert-calls';
import { schedulingSymbols } from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import type { Block, CallExpr, Expr, Stmt, TryExpr, TryStmt } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { submissions } from '../../../program/scheduler-calls';
import { walkBlock } from '../../../program/walk';
import { type TaskContext, taskContext } from '../../background-task/context';
import {
  indentAt,
  indentUnit,
  isFirstOnLine,
  lineEnding,
  reindented,
} from '../../background-task/fixes/code-text';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { meta } from './meta';

const message =
  'Failing submit crashes the app: it always fails in the simulator and when Background App Refresh is turned off';

export const submitForceTryRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, schedulingSymbols)) return;
    const context = taskContext(code);
    if (context.analysis.resolver.language !== 'swift') return;
    for (const call of submissions(context.analysis)) {
      const attempt = tryAround(call, context.analysis);
      if (attempt?.form === 'try!') reportForced(context, attempt);
      else if (attempt?.form === 'try') reportTrap(context, call);
    }
  },
};

/** The innermost `try` that covers a call. */
function tryAround(call: CallExpr, { resolver }: FileAnalysis): TryExpr | undefined {
  const parents = parentsOf(resolver);
  let parent: Expr | undefined = parents.parent(call);
  while (parent !== undefined && parent.kind !== 'try' && parent.kind !== 'closure')
    parent = parents.parent(parent);
  return parent?.kind === 'try' ? parent : undefined;
}

function reportForced(context: TaskContext, attempt: TryExpr): void {
  const { code } = context;
  const { start } = attempt.range;
  const fix = catchFix(context, attempt);
  code.report({
    uri: code.unit.uri,
    range: { start, end: start + attempt.form.length },
    message,
    fixes: fix === undefined ? [] : [fix],
  });
}

function reportTrap(context: TaskContext, call: CallExpr): void {
  const { code, analysis } = context;
  const handled = handlerOf(call, analysis);
  const last = handled?.catches.length === 1 ? handled.catches[0]?.body.statements.at(-1) : undefined;
  const trap = last === undefined ? undefined : trapOf(last, analysis);
  if (trap === undefined || handled?.catches[0]?.catchesAll !== true) return;
  code.report({
    uri: code.unit.uri,
    range: trap.nameRange,
    message,
    related: [{ uri: code.unit.uri, range: call.nameRange, message: 'The error comes from here' }],
  });
}

/** The innermost do/catch around a call in the same function. */
function handlerOf(call: CallExpr, { resolver }: FileAnalysis): TryStmt | undefined {
  const body: Block | undefined = resolver.scopes.scopeOf(call)?.fn?.body ?? resolver.program.topLevel;
  let innermost: TryStmt | undefined;
  walkBlock(body, {
    stmt: (stmt) => {
      const isAround =
        stmt.kind === 'try' &&
        stmt.body.range.start <= call.range.start &&
        call.range.end <= stmt.body.range.end;
      if (isAround) innermost = stmt;
    },
    enterFunction: () => false,
  });
  return innermost;
}

function trapOf(stmt: Stmt, { resolver }: FileAnalysis): CallExpr | undefined {
  const call = stmt.kind === 'expr' ? stmt.expr : undefined;
  if (call?.kind !== 'call' || call.receiver !== undefined || !neverReturning.has(call.name))
    return undefined;
  const isOwn =
    resolver.scopes.declaration(call) !== undefined ||
    resolver.functions(resolver.typeAround(call), call.name).length > 0;
  return isOwn ? undefined : call;
}

/** `try!` as a statement becomes a do/catch that logs. */
function catchFix({ code, analysis }: TaskContext, attempt: TryExpr): Fix | undefined {
  const { text, uri } = code.unit;
  const stmt = parentsOf(analysis.resolver).stmt(attempt);
  const isWhole =
    (stmt?.kind === 'expr' && stmt.expr === attempt) ||
    (stmt?.kind === 'return' && stmt.implicit && stmt.value === attempt);
  if (!isWhole) return undefined;
  const { start, end } = attempt.range;
  const log = 'print("Could not schedule the background task: \\(error)")';
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
