/** timer-in-background: timers that are set when the app goes away, and never fire. */
import { longDelay, runningModes, timerCalls } from '../../../catalog/lifecycle';
import { obligationSymbols } from '../../../catalog/obligations';
import type { FileAnalysis } from '../../../program/analysis';
import { isBackgroundCallback } from '../../../program/background-callback';
import { entersBackground } from '../../../program/background-phase';
import { closureRun } from '../../../program/closure-timing';
import type { CallExpr, Expr } from '../../../program/ir';
import { numberOf } from '../../../program/number-literals';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import type { Rule } from '../../context';
import { declaredModes } from '../declared-modes';
import { analysisOf, saysAny } from '../file-analysis';
import { meta } from './meta';

const message =
  'Timer is set as the app leaves the foreground: iOS suspends the app within seconds, and nothing fires';

export const timerInBackgroundRule: Rule = {
  meta,
  run: 'unit',
  check({ unit, targets, plist, report }) {
    if (unit.kind !== 'program' || !saysAny(unit, ['DidEnterBackground', 'didEnterBackground', 'scenePhase']))
      return;
    // With a background task there is time, and somebody who thinks about it.
    if (saysAny(unit, [...obligationSymbols, 'performExpiringActivity'])) return;
    const analysis = analysisOf(unit.program);
    const late = analysis
      .callsMentioning(lateNames)
      .filter((call) => firesLate(call) && isInBackground(call, analysis));
    if (late.length === 0) return;
    const modes = declaredModes(targets, plist);
    if (modes === undefined || [...modes].some((mode) => runningModes.has(mode))) return;
    for (const call of late) report({ uri: unit.uri, range: call.nameRange, message });
  },
};

/** One of them stands in each call that runs something later. */
const lateNames = ['Timer', 'timer', 'asyncAfter', 'dispatch_after', 'afterDelay'];

function firesLate(call: CallExpr): boolean {
  const seconds = timerSeconds(call) ?? delay(call);
  return seconds !== undefined && seconds > longDelay;
}

/** The interval of a timer, or of its first repetition. */
function timerSeconds(call: CallExpr): number | undefined {
  const { selector, receiver } = call;
  const on = receiver === undefined ? call.constructs : nameOf(receiver);
  if (on === undefined || !timerCalls.types.has(on)) return undefined;
  const isTimer =
    selector === undefined ? timerCalls.swift.has(call.name) : timerCalls.selectors.test(selector);
  const interval = call.args.find(({ label }) => label !== undefined && timerCalls.intervalLabels.has(label));
  return isTimer && interval !== undefined ? numberOf(interval.value) : undefined;
}

/** Of `asyncAfter(deadline: .now() + 60)`, `dispatch_after(dispatch_time(DISPATCH_TIME_NOW, 60 * NSEC_PER_SEC), …)`, `perform(_:with:afterDelay:)` */
function delay(call: CallExpr): number | undefined {
  const named = (...labels: string[]): Expr | undefined =>
    call.args.find(({ label }) => label !== undefined && labels.includes(label))?.value;
  if (call.name === 'asyncAfter') {
    const deadline = unwrap(named('deadline', 'wallDeadline') ?? call);
    if (deadline.kind !== 'binary' || deadline.op !== '+') return undefined;
    return numberOf(deadline.right) ?? inSeconds(unwrap(deadline.right));
  }
  if (call.name === 'dispatch_after') {
    const time = call.args[0] === undefined ? undefined : unwrap(call.args[0].value);
    const nanoseconds = time?.kind === 'call' ? time.args[1]?.value : undefined;
    return nanoseconds === undefined ? undefined : perSecond(unwrap(nanoseconds));
  }
  const after = call.name.startsWith('perform') ? named('afterDelay') : undefined;
  return after === undefined ? undefined : numberOf(after);
}

/** `.seconds(60)` */
function inSeconds(value: Expr): number | undefined {
  const amount = value.kind === 'call' && value.name === 'seconds' ? value.args[0]?.value : undefined;
  return amount === undefined ? undefined : numberOf(amount);
}

/** `60 * NSEC_PER_SEC` */
function perSecond(value: Expr): number | undefined {
  if (value.kind !== 'binary' || value.op !== '*') return undefined;
  const isUnit = (each: Expr): boolean => nameOf(each) === 'NSEC_PER_SEC';
  if (isUnit(value.right)) return numberOf(value.left);
  return isUnit(value.left) ? numberOf(value.right) : undefined;
}

function nameOf(expr: Expr): string | undefined {
  const value = unwrap(expr);
  return value.kind === 'name' ? value.name : undefined;
}

/** In what runs because the app goes to the background, and in blocks that are known to run from there. */
function isInBackground(call: CallExpr, analysis: FileAnalysis): boolean {
  for (const scope of parentsOf(analysis.resolver).scopesAround(call)) {
    if (isBackgroundCallback(scope, analysis)) return true;
    if (scope.fn !== undefined && entersBackground(call, scope.fn, analysis)) return true;
    const isPassing =
      scope.closure !== undefined && closureRun(scope.closure, analysis)?.timing !== undefined;
    if (!isPassing) return false;
  }
  return false;
}
