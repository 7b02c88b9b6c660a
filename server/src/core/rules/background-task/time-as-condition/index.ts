/** background-time-remaining-as-condition: the remaining time is an estimate, no clock to steer by. */
import { noLimitNames, noLimitSeconds, remainingTime } from '../../../catalog/background-time';
import { isLoggingFunction, saysLogging } from '../../../catalog/inert-calls';
import type { FileAnalysis } from '../../../program/analysis';
import { namesOf } from '../../../program/callees';
import type { CodeIndex } from '../../../program/code-index';
import type { BinaryExpr, Block, CallExpr, Clause, Expr, Stmt, TernaryExpr } from '../../../program/ir';
import { onlyLogs } from '../../../program/logging-only';
import { parentsOf } from '../../../program/parents';
import { isRemainingTime } from '../../../program/remaining-time';
import { unwrap } from '../../../program/resolve';
import { childExprs, walkExpr } from '../../../program/walk';
import type { TextRange } from '../../../text';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { taskContext } from '../context';
import { meta } from './meta';

const message =
  'Control flow depends on backgroundTimeRemaining: the value is an estimate that can drop at any time; rely on the expiration handler';

export const timeAsConditionRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [remainingTime.name])) return;
    const { analysis } = taskContext(code);
    for (const { condition, isForLog } of conditions(analysis, code.index)) {
      const read = timeIn(condition, analysis);
      if (read === undefined || isForLog()) continue;
      code.report({ uri: code.unit.uri, range: nameRange(read), message });
    }
  },
};

interface Decision {
  readonly condition: Expr;
  /** What only decides about a text for people is no control flow. */
  readonly isForLog: () => boolean;
}

/** Everything that decides what is done next. */
function conditions(analysis: FileAnalysis, index: CodeIndex): Decision[] {
  const found: Decision[] = [];
  const onlyLog = (blocks: readonly (Block | undefined)[]): boolean =>
    blocks.every((block) => block === undefined || onlyLogs(block, analysis, index));
  analysis.walkMentioning([remainingTime.name], {
    stmt: (stmt) => {
      const isForLog = (): boolean => stmt.kind === 'if' && onlyLog([stmt.then, stmt.otherwise]);
      for (const condition of tested(stmt)) found.push({ condition, isForLog });
    },
    expr: (expr) => {
      const isChoice = expr.kind === 'ternary' && !isPassedOn(expr, analysis);
      const isForLog = (): boolean => isChoice && (isText(expr) || isLogged(expr, analysis));
      if (isChoice) found.push({ condition: expr.condition, isForLog });
      return true;
    },
  });
  return found;
}

function tested(stmt: Stmt): Expr[] {
  if (stmt.kind === 'if' || stmt.kind === 'guard') return stmt.clauses.flatMap(clauseTest);
  if (stmt.kind !== 'loop') return [];
  return [...stmt.clauses.flatMap(clauseTest), ...(stmt.where === undefined ? [] : [stmt.where])];
}

function clauseTest(clause: Clause): Expr[] {
  return clause.kind === 'expr' ? [clause.expr] : [];
}

/** `left < 100 ? left : nil` makes the value fit to be shown; it decides nothing. */
function isPassedOn({ then, otherwise }: TernaryExpr, analysis: FileAnalysis): boolean {
  return isRemainingTime(then, analysis) || isRemainingTime(otherwise, analysis);
}

function isText({ then, otherwise }: TernaryExpr): boolean {
  let found = false;
  for (const branch of [then, otherwise]) {
    walkExpr(branch, {
      expr: (expr) => {
        found ||= expr.kind === 'literal' && expr.type === 'string';
        return !found;
      },
    });
  }
  return found;
}

function isLogged(expr: Expr, { resolver }: FileAnalysis): boolean {
  const parents = parentsOf(resolver);
  for (let around = parents.parent(expr); around !== undefined; around = parents.parent(around)) {
    if (around.kind === 'call' && isLoggingCall(around)) return true;
  }
  return false;
}

function isLoggingCall(call: CallExpr): boolean {
  return isLoggingFunction(call.name) || namesOf(call.receiver).some(saysLogging);
}

/** The read of the remaining time that a condition compares. What it is passed to may do anything with it. */
function timeIn(expr: Expr, analysis: FileAnalysis): Expr | undefined {
  const value = unwrap(expr);
  if (isRemainingTime(value, analysis)) return value;
  if (value.kind === 'binary' && isNoLimitTest(value)) return undefined;
  const isPlain = value.kind === 'binary' || value.kind === 'unary' || isRange(value);
  if (!isPlain) return undefined;
  for (const child of childExprs(value)) {
    const found = timeIn(child, analysis);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `min(remaining, 10)` */
function isRange(expr: Expr): boolean {
  return (
    expr.kind === 'call' && expr.receiver === undefined && ['min', 'max', 'MIN', 'MAX'].includes(expr.name)
  );
}

/** Whether a comparison asks if there is a limit at all, which tells the foreground from the background. */
function isNoLimitTest({ left, right }: BinaryExpr): boolean {
  return [left, right].map(unwrap).some((side) => {
    if (side.kind === 'member' || side.kind === 'name') return noLimitNames.has(side.name);
    const number = numberOf(side);
    return number !== undefined && number >= noLimitSeconds;
  });
}

/** Value of a number, or of a product of numbers; `undefined` for everything else. */
function numberOf(expr: Expr): number | undefined {
  const value = unwrap(expr);
  if (value.kind === 'literal' && value.type === 'number') {
    const number = Number(value.value.replace(/_/g, '').replace(/[fFlLuU]+$/, ''));
    return Number.isNaN(number) ? undefined : number;
  }
  if (value.kind !== 'binary' || value.op !== '*') return undefined;
  const left = numberOf(value.left);
  const right = numberOf(value.right);
  return left === undefined || right === undefined ? undefined : left * right;
}

function nameRange(expr: Expr): TextRange {
  return expr.kind === 'member' || expr.kind === 'call' ? expr.nameRange : expr.range;
}
