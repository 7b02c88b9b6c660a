/** Follows a value that has to be completed along every path of the function that gets it. */
import type { Platform } from '../../project/types';
import { contains } from '../../text';
import type { FileAnalysis } from '../analysis';
import { type Arm, type Assumption, buildCfg, type Step } from '../cfg';
import { solve } from '../dataflow';
import type { CallExpr, Expr, FunctionDecl, Stmt } from '../ir';
import { unwrap } from '../resolve';
import { mayBeOver } from '../task-over';
import { walkExpr, walkStmt } from '../walk';
import { meaningOf } from './assumptions';
import type { ClosureUse } from './closure-uses';
import { type Closures, Evaluator } from './evaluator';
import { type DutyState, done, endOf, Ids, isOpen, none, open, passed } from './state';
import { TokenNames } from './tokens';
import type { Discharge, DutyExit, DutyFlow, PathEnd, Token } from './types';

const maxNesting = 8;

/** `undefined` when the function cannot be followed. */
export function followToken(
  analysis: FileAnalysis,
  token: Token,
  discharge: Discharge,
  platform: Platform,
): DutyFlow | undefined {
  const flow = new Flow(new TokenNames(token, discharge, analysis.resolver), analysis, platform);
  const exits = flow.follow(token.fn, token.kind === 'param' ? open : none);
  return exits && { exits, inner: flow.innerExits(), isCompletedOnExpiry: flow.isCompletedOnExpiry };
}

interface FollowedClosure {
  readonly exits: readonly DutyExit[] | undefined;
  readonly ends: readonly PathEnd[] | undefined;
}

class Flow implements Closures {
  readonly #names: TokenNames;
  readonly #analysis: FileAnalysis;
  readonly #platform: Platform;
  readonly #evaluator: Evaluator;
  readonly #ids = new Ids();
  readonly #closures = new Map<FunctionDecl, FollowedClosure>();
  readonly #active: FunctionDecl[] = [];
  readonly #uses = new Map<FunctionDecl, ClosureUse>();
  /** Where those that run once are run or passed on. */
  readonly #callers = new Map<FunctionDecl, FunctionDecl>();
  readonly #contested = new Set<FunctionDecl>();
  isCompletedOnExpiry = false;
  readonly #touching = new Map<Stmt, boolean>();

  constructor(names: TokenNames, analysis: FileAnalysis, platform: Platform) {
    this.#names = names;
    this.#analysis = analysis;
    this.#platform = platform;
    this.#evaluator = new Evaluator(names, analysis, this);
  }

  endsOf(fn: FunctionDecl): readonly PathEnd[] | undefined {
    const known = this.#closures.get(fn);
    if (known !== undefined) return known.ends;
    if (this.#active.includes(fn) || this.#active.length >= maxNesting) return ['passed'];
    if (!this.#names.isMentionedBy(fn)) return undefined;
    const exits = this.follow(fn, open);
    const ends = exits === undefined ? (['passed'] as const) : distinct(exits);
    this.#closures.set(fn, { exits, ends });
    return ends;
  }

  note(fn: FunctionDecl, use: ClosureUse): void {
    const caller = this.#active.at(-1);
    const isSame = this.#uses.get(fn) === use && this.#callers.get(fn) === caller;
    this.#uses.set(fn, this.#uses.has(fn) && !isSame ? 'unknown' : use);
    if (caller !== undefined) this.#callers.set(fn, caller);
  }

  contest(fn: FunctionDecl): void {
    this.#contested.add(fn);
  }

  completeOnExpiry(): void {
    this.isCompletedOnExpiry = true;
  }

  /** Ways out of the closures that are the only ones to have the value. */
  innerExits(): readonly DutyExit[] {
    return [...this.#uses].flatMap(([fn, use]) => {
      if (!this.#isOnlyHolder(fn)) return [];
      const exits = this.#closures.get(fn)?.exits ?? [];
      return exits.filter((exit) => {
        const isError = exit.kind === 'try' || exit.kind === 'throw';
        return isError ? use === 'task' : !this.#mayBeExpired(exit);
      });
    });
  }

  /** Whether work may stop here because its time was up, and the expiration handler has completed the value. */
  #mayBeExpired({ kind, arm }: DutyExit): boolean {
    return this.isCompletedOnExpiry && (kind === 'return' || arm?.part === 'skip' || arm?.part === 'then');
  }

  /** Whether a closure and those that call it run exactly once, and nothing after them completes the value. */
  #isOnlyHolder(fn: FunctionDecl): boolean {
    if (fn === this.#names.token.fn) return true;
    const use = this.#uses.get(fn);
    const isOnce = use === 'once' || use === 'task' || use === 'callback';
    const caller = this.#callers.get(fn);
    return isOnce && !this.#contested.has(fn) && caller !== undefined && this.#isOnlyHolder(caller);
  }

  follow(fn: FunctionDecl, initial: DutyState): readonly DutyExit[] | undefined {
    if (fn.body === undefined || this.#isBroken(fn)) return undefined;
    const cfg = buildCfg(fn.body, this.#platform);
    if (cfg === undefined) return undefined;
    this.#active.push(fn);
    const nexts = new Map<string, DutyExit>();
    const exits = solve<DutyState>(cfg, {
      initial,
      step: (step, state) => this.#after(step, state, nexts),
      thrown: (step, state) => this.#thrown(step, state, nexts),
      assume: (assumption, state) => this.#assume(assumption, state),
      key: (state) => this.#ids.key(state),
    });
    this.#active.pop();
    if (exits === undefined) return undefined;
    const ways = exits
      .filter(({ state }) => state.phase !== 'none')
      .map(({ exit, state }) => ({ ...exit, end: endOf(state), arm: state.arm, fn }));
    return [...nexts.values(), ...ways];
  }

  #isBroken(fn: FunctionDecl): boolean {
    const { start, end } = fn.range;
    return this.#analysis.program.errors.some((error) => error.start < end && start < error.end);
  }

  #after(step: Step, state: DutyState, nexts: Map<string, DutyExit>): DutyState {
    return this.#begins(step) ? open : this.#evaluated(step, state, nexts);
  }

  #begins(step: Step): boolean {
    const { token } = this.#names;
    if (token.kind !== 'begun') return false;
    const expr =
      step.kind === 'declare' ? step.variable.initial : step.kind === 'eval' ? step.expr : undefined;
    return (
      expr !== undefined && contains(expr.range, token.call.range) && isOutsideOfClosures(token.call, expr)
    );
  }

  #evaluated(step: Step, state: DutyState, nexts: Map<string, DutyExit>): DutyState {
    switch (step.kind) {
      case 'none':
        return step.arm === undefined ? state : this.#enter(step.arm, state, nexts);
      case 'exit':
        return state;
      case 'unknown':
        return this.#evaluator.giveUp(state);
      case 'declare': {
        const { initial, isConstant } = step.variable;
        if (initial === undefined || unwrap(initial).kind === 'closure') return state;
        // A second name for the value is followed itself, unless it may stand for something else later.
        const declaration = this.#analysis.resolver.scopes.declared(step.variable);
        const isAlias =
          isConstant ||
          (declaration !== undefined && this.#analysis.resolver.assignments(declaration).length === 0);
        return this.#evaluator.visit(
          initial,
          state,
          isAlias && this.#names.isToken(initial) ? 'inert' : 'escape',
        );
      }
      case 'eval':
        return this.#evaluator.visit(step.expr, state, this.#names.isToken(step.expr) ? 'inert' : 'escape');
      case 'result':
        return this.#evaluator.visit(step.expr, state);
    }
  }

  /** What a throwing step has handed on may have been taken; what it was about to complete was not. */
  #thrown(step: Step, state: DutyState, nexts: Map<string, DutyExit>): DutyState {
    const after = this.#after(step, state, nexts);
    if (step.kind === 'eval' && isCheckOfCancellation(step)) return passed;
    if (after.handovers.length > state.handovers.length) return passed;
    return isOpen(after) || after.phase === 'done' ? state : after;
  }

  #enter(arm: Arm, state: DutyState, nexts: Map<string, DutyExit>): DutyState {
    const { token } = this.#names;
    if (token.kind === 'element' && arm.stmt === token.loop) return this.#element(arm, state, nexts);
    // The way around a guard never comes back: all that follows is the other branch.
    if (!isOpen(state) || (arm.stmt.kind !== 'guard' && !this.#touches(arm.stmt))) return state;
    // A loop that completes the value on some round: whether that round comes is not known.
    if (arm.part === 'after') return passed;
    return arm.part === 'body' || arm.part === 'again' ? state : { ...state, arm };
  }

  #element(arm: Arm, state: DutyState, nexts: Map<string, DutyExit>): DutyState {
    if (arm.part === 'body') return open;
    const end = endOf(state);
    if (arm.part === 'again' && state.phase !== 'none') {
      const exit: DutyExit = {
        kind: 'next',
        range: arm.range,
        end,
        arm: state.arm,
        fn: this.#names.token.fn,
      };
      nexts.set(this.#ids.key(state), exit);
    }
    return none;
  }

  /** Whether a branching statement completes the value or hands it on in any of its branches. */
  #touches(stmt: Stmt): boolean {
    const known = this.#touching.get(stmt);
    if (known !== undefined) return known;
    let found = false;
    walkStmt(stmt, {
      expr: (expr) => {
        found ||= expr.kind === 'call' && this.#names.isTouchedBy(expr);
        return !found;
      },
    });
    this.#touching.set(stmt, found);
    return found;
  }

  #assume(assumption: Assumption, state: DutyState): DutyState {
    if (!isOpen(state)) return state;
    const { token } = this.#names;
    const fn = this.#active.at(-1);
    // Work that goes on after its function may find the task over.
    const isLater = token.kind === 'begun' && fn !== token.fn;
    if (isLater && mayBeOver(assumption, token, this.#analysis)) return passed;
    const meaning = meaningOf(assumption, this.#names, this.#analysis);
    if (meaning === undefined) return state;
    if (meaning === 'absent') return done;
    return token.kind === 'begun' && !isLater ? state : passed;
  }
}

function isOutsideOfClosures(call: CallExpr, expr: Expr): boolean {
  let found = false;
  walkExpr(expr, {
    expr: (each) => {
      found ||= each === call;
      return !found;
    },
    enterFunction: () => false,
  });
  return found;
}

function distinct(exits: readonly DutyExit[]): readonly PathEnd[] {
  return [...new Set(exits.map(({ end }) => end))];
}

function isCheckOfCancellation(step: Extract<Step, { kind: 'eval' }>): boolean {
  const value = unwrap(step.expr);
  return value.kind === 'call' && value.name === 'checkCancellation';
}
