/** Ways out of the handler of a VoIP push, and whether a call may have been reported on the way. */
import type { FileAnalysis } from '../../../program/analysis';
import { type Arm, buildCfg, type Exit, type Step } from '../../../program/cfg';
import { solve } from '../../../program/dataflow';
import type { DelegateImplementation } from '../../../program/delegates';
import type { Stmt } from '../../../program/ir';
import { walkStmt } from '../../../program/walk';
import type { Reports } from '../voip-pushes';
import { isExempt } from './assumptions';

interface State {
  /** `settled`: reported, maybe reported, or not to be reported. */
  readonly phase: 'open' | 'settled';
  /** The last branch that leads past a report. */
  readonly arm: Arm | undefined;
}

export interface OpenExit {
  readonly exit: Exit;
  readonly arm: Arm | undefined;
}

export interface PushFlow {
  readonly open: readonly OpenExit[];
  /** Whether nothing on any path can report. */
  readonly isNever: boolean;
}

const settled: State = { phase: 'settled', arm: undefined };

/** `undefined` when the handler cannot be followed. */
export function followPush(
  { fn, body }: DelegateImplementation,
  reports: Reports,
  analysis: FileAnalysis,
): PushFlow | undefined {
  const { start, end } = fn.range;
  if (analysis.program.errors.some((error) => error.start < end && start < error.end)) return undefined;
  const cfg = buildCfg(body);
  if (cfg === undefined) return undefined;
  const touching = new Map<Stmt, boolean>();
  const touches = (stmt: Stmt): boolean => {
    const known = touching.get(stmt) ?? mayReport(stmt, reports);
    touching.set(stmt, known);
    return known;
  };
  const step = (current: Step, state: State): State =>
    state.phase === 'settled' ? state : after(current, state, reports, touches);
  const exits = solve<State>(cfg, {
    initial: { phase: 'open', arm: undefined },
    step,
    thrown: (current, state) => step(current, state),
    assume: (assumption, state) =>
      state.phase === 'open' && isExempt(assumption, fn, analysis) ? settled : state,
    key: ({ phase, arm }) => `${phase} ${arm?.part ?? ''}${arm?.range.start ?? ''}`,
  });
  if (exits === undefined) return undefined;
  const open = exits.filter(({ state }) => state.phase === 'open');
  return {
    open: open.map(({ exit, state }) => ({ exit, arm: state.arm })),
    isNever: !body.statements.some(touches),
  };
}

function after(step: Step, state: State, reports: Reports, touches: (stmt: Stmt) => boolean): State {
  switch (step.kind) {
    case 'none':
      return step.arm === undefined || !touches(step.arm.stmt) ? state : inArm(step.arm, state);
    case 'exit':
      return state;
    case 'unknown':
      return settled;
    case 'declare': {
      const { initial } = step.variable;
      return initial === undefined || reports.of(initial) === 'no' ? state : settled;
    }
    case 'eval':
    case 'result':
      return reports.of(step.expr) === 'no' ? state : settled;
  }
}

function inArm(arm: Arm, state: State): State {
  // Whether the round of the loop that reports comes is not known.
  if (arm.part === 'after') return settled;
  return arm.part === 'body' || arm.part === 'again' ? state : { ...state, arm };
}

function mayReport(stmt: Stmt, reports: Reports): boolean {
  let found = false;
  walkStmt(stmt, {
    stmt: (each) => {
      found ||= each.kind === 'unknown';
    },
    expr: (expr) => {
      found ||= (expr.kind === 'call' || expr.kind === 'assign') && reports.of(expr) !== 'no';
      return !found;
    },
  });
  return found;
}
