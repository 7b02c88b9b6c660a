/** voip-call-reported-late: the call of a VoIP push is reported only after something that takes its time. */
import { waitingCalls } from '../../../catalog/calls';
import { callTargets } from '../../../program/call-targets';
import { calleeOf } from '../../../program/callees';
import { directCalls } from '../../../program/direct-calls';
import type { Block, CallExpr, Expr } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { walkBlock, walkFunction } from '../../../program/walk';
import { contains, type TextRange } from '../../../text';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { Reports, voipPushHandlers } from '../voip-pushes';
import { meta } from './meta';

const message =
  'The call is reported only after work that can take long: iOS kills the app when the report does not come in time';

export const pushLateRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    for (const handler of voipPushHandlers(code)) {
      const reports = new Reports(code, handler);
      const { body } = handler;
      const waits = [...callbacksOf(body, code), ...awaitsIn(body, code)];
      if (waits.length === 0 || reportsAtOnce(body, waits, reports, code)) continue;
      for (const { call, wait } of lateReports(body, waits, reports)) {
        code.report({
          uri: code.unit.uri,
          range: call.nameRange,
          message,
          related: [{ uri: code.unit.uri, range: wait.at, message: 'The report waits for this' }],
        });
      }
    }
  },
};

interface Wait {
  /** The call that takes its time. */
  readonly at: TextRange;
  /** Code that runs after it. */
  readonly after: TextRange;
}

/** Closures that wait for a server or a clock. */
function callbacksOf(body: Block, code: CodeContext): readonly Wait[] {
  const waits: Wait[] = [];
  walkBlock(body, {
    expr: (expr) => {
      if (expr.kind !== 'call' || !takesLong(expr, code)) return true;
      for (const arg of expr.args) {
        const value = unwrap(arg.value);
        if (value.kind === 'closure') waits.push({ at: expr.nameRange, after: value.range });
      }
      return true;
    },
  });
  return waits;
}

/** Statements behind an `await`, in its block and deeper. */
function awaitsIn(body: Block, code: CodeContext): readonly Wait[] {
  const blocks: Block[] = [];
  const awaited: CallExpr[] = [];
  walkBlock(body, {
    block: (block) => void blocks.push(block),
    expr: (expr) => {
      const call = expr.kind === 'await' ? unwrap(expr) : undefined;
      if (call?.kind === 'call' && takesLong(call, code)) awaited.push(call);
      return true;
    },
  });
  return awaited.map((call): Wait => {
    const around = blocks.findLast((block) => contains(block.range, call.range)) ?? body;
    return { at: call.nameRange, after: { start: call.range.end, end: around.range.end } };
  });
}

/** By its name, unless it is a function that was read and answers at once. */
function takesLong(call: CallExpr, code: CodeContext): boolean {
  if (!waitingCalls.test(call.name) || call.constructs !== undefined) return false;
  const { resolver, types } = taskContext(code).analysis;
  const callee = calleeOf(call, resolver, types);
  if (callee === undefined || (callee.on === 'type' && callee.type === 'CXCallController')) return false;
  const targets = callTargets(callee, resolver.typeAround(call), code.index);
  const bodies = targets.flatMap(({ fn }) => (fn.effects === undefined ? [] : [fn.effects]));
  return bodies.length === 0 || bodies.some((effects) => effects.some(({ kind }) => kind !== 'invoke'));
}

/** Whether a call is reported without waiting as well: the late one then is another matter. */
function reportsAtOnce(body: Block, waits: readonly Wait[], reports: Reports, code: CodeContext): boolean {
  const { analysis } = taskContext(code);
  const isLate = ({ range }: CallExpr): boolean => waits.some(({ after }) => contains(after, range));
  return directCalls(analysis, body, new Set(['sync', 'async'])).some(
    ({ call, entry }) =>
      call === entry && !isLate(call) && !isWaiting(call, waits) && reports.of(call) !== 'no',
  );
}

/** The call that waits contains the late report in its closure. */
function isWaiting(call: CallExpr, waits: readonly Wait[]): boolean {
  return waits.some(({ at, after }) => contains(call.range, at) || contains(call.range, after));
}

interface LateReport {
  readonly call: CallExpr;
  readonly wait: Wait;
}

/** The innermost calls that report. */
function lateReports(body: Block, waits: readonly Wait[], reports: Reports): readonly LateReport[] {
  const found: LateReport[] = [];
  walkBlock(body, {
    expr: (expr) => {
      if (expr.kind !== 'call' || reports.of(expr) !== 'yes' || hasReportInside(expr, reports)) return true;
      const wait = waits.findLast(({ after }) => contains(after, expr.range));
      if (wait !== undefined) found.push({ call: expr, wait });
      return true;
    },
  });
  return found;
}

function hasReportInside(call: CallExpr, reports: Reports): boolean {
  let found = false;
  const look = (expr: Expr): boolean => {
    found ||= expr.kind === 'call' && expr !== call && reports.of(expr) === 'yes';
    return !found;
  };
  for (const { value } of call.args) {
    const closure = unwrap(value);
    if (closure.kind === 'closure') walkFunction(closure.function, { expr: look });
  }
  return found;
}
