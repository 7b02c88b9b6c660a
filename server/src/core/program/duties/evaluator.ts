/** Follows the value through the evaluation of one expression. */
import { isLoggingFunction, saysLogging } from '../../catalog/inert-calls';
import type { FileAnalysis } from '../analysis';
import { calleeOf, closureCall, namesOf } from '../callees';
import type { Arg, AssignExpr, BinaryExpr, CallExpr, Expr, FunctionDecl, TernaryExpr } from '../ir';
import { unwrap } from '../resolve';
import { passedArgs } from '../written-calls';
import { type ClosureUse, closureUse } from './closure-uses';
import { type DutyState, done, isOpen, passed } from './state';
import type { TokenNames } from './tokens';
import type { Handover, PathEnd } from './types';

/** What the evaluator asks about closures, and tells about them. */
export interface Closures {
  /** What running a closure or local function does to the value; `undefined` when it never mentions it. */
  endsOf(fn: FunctionDecl): readonly PathEnd[] | undefined;
  /** How the call that gets a closure runs it. */
  note(fn: FunctionDecl, use: ClosureUse): void;
  /** Code after the call that runs `fn` completes the value too. */
  contest(fn: FunctionDecl): void;
  /** The value is completed when time is up, too. */
  completeOnExpiry(): void;
}

/** Operands of these are only looked at. */
const inertOperators = new Set(['==', '!=', '===', '!==', '<', '>', '<=', '>=', '!']);
/** Methods of every object that change nothing. */
const inertOnToken = new Set([
  'isKindOfClass',
  'isMemberOfClass',
  'respondsToSelector',
  'isEqual',
  'setExpirationHandler',
]);

/** `inert`: the surroundings only look at the value. `escape`: whatever is around may take it. */
type Position = 'inert' | 'escape';

export class Evaluator {
  readonly #names: TokenNames;
  readonly #analysis: FileAnalysis;
  readonly #closures: Closures;
  /** One object for each call, so that states with the same calls are equal. */
  readonly #handovers = new Map<Arg, Handover>();

  constructor(names: TokenNames, analysis: FileAnalysis, closures: Closures) {
    this.#names = names;
    this.#analysis = analysis;
    this.#closures = closures;
  }

  visit(expr: Expr, state: DutyState, position: Position = 'escape'): DutyState {
    // Nothing that comes later changes what is settled.
    if (!isOpen(state) && state.holder === undefined) return state;
    switch (expr.kind) {
      case 'name':
        return this.#name(expr, state, position);
      case 'member':
        return this.#member(expr, state, position);
      case 'call': {
        const value = unwrap(expr);
        return value === expr ? this.#call(expr, state) : this.visit(value, state, position);
      }
      case 'closure':
        return this.#kept(expr.function, state);
      case 'assign':
        return this.#assign(expr, state);
      case 'ternary':
        return this.#ternary(expr, state, position);
      case 'binary':
        return this.#binary(expr, state);
      case 'unary':
        return this.visit(expr.operand, state, inertOperators.has(expr.op) ? 'inert' : position);
      case 'cast':
        return this.visit(expr.expr, state, expr.form === 'is' ? 'inert' : position);
      case 'try':
      case 'await':
        return this.visit(expr.expr, state, position);
      case 'literal':
        return this.#all(expr.parts?.filter((part) => typeof part !== 'string') ?? [], state, 'inert');
      case 'collection':
        return this.#all(expr.elements, state, expr.elements.length === 1 ? position : 'escape');
      case 'subscript':
        return this.#all([expr.base, ...expr.args.map(({ value }) => value)], state, 'inert');
      case 'control':
        return this.#names.isMentionedIn(expr.statement) ? this.#settle(state, passed) : state;
      case 'unknown':
        return this.#all(expr.children, state, 'escape');
    }
  }

  /** A step that was not understood. */
  giveUp(state: DutyState): DutyState {
    return this.#settle(state, passed);
  }

  #all(exprs: readonly Expr[], state: DutyState, position: Position): DutyState {
    return exprs.reduce((each, expr) => this.visit(expr, each, position), state);
  }

  #settle(state: DutyState, to: DutyState): DutyState {
    if (state.holder !== undefined) this.#closures.contest(state.holder);
    return isOpen(state) ? to : state;
  }

  #name(expr: Expr, state: DutyState, position: Position): DutyState {
    if (position === 'inert') return state;
    if (this.#names.isToken(expr)) return this.#settle(state, passed);
    const fn = this.#names.localFunction(expr);
    return fn === undefined ? state : this.#kept(fn, state);
  }

  #member(expr: Extract<Expr, { kind: 'member' }>, state: DutyState, position: Position): DutyState {
    if (expr.base === undefined) return state;
    const { discharge } = this.#names;
    const isMethod = discharge.kind === 'method' && discharge.methods.includes(expr.name);
    if (this.#names.isToken(expr.base) && isMethod && position === 'escape')
      return this.#settle(state, passed);
    return this.visit(expr.base, state, 'inert');
  }

  /** A closure that somebody keeps: when it runs is not known. */
  #kept(fn: FunctionDecl, state: DutyState): DutyState {
    const ends = this.#closures.endsOf(fn);
    return ends === undefined || isIdle(ends) ? state : this.#settle(state, passed);
  }

  #assign(expr: AssignExpr, state: DutyState): DutyState {
    const value = unwrap(expr.value);
    if (this.#names.isToken(expr.target)) return this.#settle(this.visit(expr.value, state), passed);
    // A closure in a variable runs where the variable is called, an expiration handler only when time is up.
    const isLocal = this.#analysis.resolver.place(expr.target).kind === 'local';
    const isOnToken =
      expr.target.kind === 'member' && expr.target.base && this.#names.isToken(expr.target.base);
    if (isOnToken) this.#noteExpiry(value);
    if (isOnToken || (isLocal && value.kind === 'closure')) return state;
    return this.visit(expr.target, this.visit(expr.value, state), 'inert');
  }

  /** A handler that is written elsewhere is taken to complete the value. */
  #noteExpiry(handler: Expr): void {
    if (handler.kind !== 'closure' || this.#names.isMentionedBy(handler.function))
      this.#closures.completeOnExpiry();
  }

  #ternary(expr: TernaryExpr, state: DutyState, position: Position): DutyState {
    const before = this.visit(expr.condition, state, 'inert');
    const [a, b] = [this.visit(expr.then, before, position), this.visit(expr.otherwise, before, position)];
    // `completion ? completion() : nil`
    const isNilTest = this.#names.isToken(stripped(expr.condition));
    if (isNilTest && a.phase !== b.phase) return a.phase === 'done' || b.phase === 'done' ? done : passed;
    return this.#either(a, b);
  }

  #either(a: DutyState, b: DutyState): DutyState {
    if (a.phase === b.phase && a.handovers.length === b.handovers.length) return a;
    return passed;
  }

  #binary(expr: BinaryExpr, state: DutyState): DutyState {
    const position = inertOperators.has(expr.op) ? 'inert' : 'escape';
    if (expr.op !== '&&' && expr.op !== '||') {
      return this.visit(expr.right, this.visit(expr.left, state, position), position);
    }
    const left = this.visit(expr.left, state, 'inert');
    return this.#either(this.visit(expr.right, left, 'inert'), left);
  }

  #call(call: CallExpr, state: DutyState): DutyState {
    const names = this.#names;
    if (call.name === 'type' && call.args[0]?.label === 'of') return state;
    if (names.isTokenCall(call) || names.isDischargeOn(call))
      return this.#settle(
        this.#all(
          call.args.map(({ value }) => value),
          state,
          'escape',
        ),
        done,
      );
    if (call.receiver !== undefined && names.isToken(call.receiver)) {
      const isInert = names.discharge.kind === 'method' && inertOnToken.has(call.name);
      if (call.name === 'setExpirationHandler' && call.args[0]) this.#noteExpiry(unwrap(call.args[0].value));
      return isInert ? state : this.#settle(state, passed);
    }
    const before = call.receiver === undefined ? state : this.#receiver(call.receiver, state);
    const local = call.receiver === undefined ? this.#names.localFunction(call) : undefined;
    const after = local === undefined ? before : this.#runLocal(call, local, before);
    return this.#args(call, after, local !== undefined);
  }

  #runLocal(call: CallExpr, fn: FunctionDecl, state: DutyState): DutyState {
    return this.#names.isOnlyUse(call)
      ? this.#runOnce(fn, state)
      : this.#run(this.#closures.endsOf(fn), state);
  }

  #runOnce(fn: FunctionDecl, state: DutyState): DutyState {
    const after = this.#run(this.#closures.endsOf(fn), state);
    if (!isOpen(state) || state.handovers.length > 0) return after;
    this.#closures.note(fn, 'once');
    return after === passed ? { ...passed, holder: fn } : after;
  }

  /** `{ … }()` */
  #receiver(receiver: Expr, state: DutyState): DutyState {
    const value = unwrap(receiver);
    if (value.kind === 'closure') return this.#runOnce(value.function, state);
    return this.visit(receiver, state, 'inert');
  }

  /** A closure or local function runs here, or certainly later. */
  #run(ends: readonly PathEnd[] | undefined, state: DutyState): DutyState {
    if (ends === undefined || isIdle(ends)) return state;
    return this.#settle(state, ends.every((end) => end === 'done') ? done : passed);
  }

  #args(call: CallExpr, state: DutyState, isLocal: boolean): DutyState {
    let current = state;
    for (const arg of call.args) {
      const value = unwrap(arg.value);
      const fn = this.#names.functionIn(value);
      if (fn !== undefined) current = this.#closureArg(call, arg, fn, current, isLocal);
      else if (!this.#names.isToken(value)) current = this.visit(value, current);
      else if (!isLogging(call)) current = this.#hand(call, arg, undefined, current, isLocal);
    }
    return current;
  }

  #closureArg(call: CallExpr, arg: Arg, fn: FunctionDecl, state: DutyState, isLocal: boolean): DutyState {
    const ends = this.#closures.endsOf(fn);
    if (ends === undefined || isIdle(ends)) return state;
    const callee = calleeOf(call, this.#analysis.resolver, this.#analysis.types);
    const use = closureUse(call, arg, fn, closureCall(call, callee));
    const value = unwrap(arg.value);
    const isOnly = value.kind === 'closure' || this.#names.isOnlyUse(value);
    const isFirst = isOpen(state) && state.handovers.length === 0;
    this.#closures.note(fn, isOnly && isFirst ? use : 'unknown');
    if (use === 'many' || call.isOptionalChain) return this.#settle(state, passed);
    if (use === 'unknown' || (use === 'callback' && !ends.includes('open')))
      return this.#hand(call, arg, ends, state, isLocal);
    const after = this.#run(ends, state);
    return isFirst && after === passed ? { ...passed, holder: fn } : after;
  }

  /** Another function gets the value, or a closure that completes it. */
  #hand(
    call: CallExpr,
    arg: Arg,
    closure: readonly PathEnd[] | undefined,
    state: DutyState,
    isLocal: boolean,
  ): DutyState {
    const callee = calleeOf(call, this.#analysis.resolver, this.#analysis.types);
    const isFollowed = callee !== undefined && callee.on !== 'unknown' && !isLocal && !call.isOptionalChain;
    if (!isFollowed || !isOpen(state)) return this.#settle(state, passed);
    const known = this.#handovers.get(arg);
    const handover: Handover = known ?? {
      callee,
      selector: call.selector,
      args: passedArgs(call),
      position: call.args.indexOf(arg),
      closure,
    };
    this.#handovers.set(arg, handover);
    return state.handovers.includes(handover)
      ? state
      : { ...state, handovers: [...state.handovers, handover] };
  }
}

function isLogging({ name, receiver }: CallExpr): boolean {
  return isLoggingFunction(name) || namesOf(receiver).some(saysLogging);
}

/** Whether running the closure leaves the value as it is. */
function isIdle(ends: readonly PathEnd[]): boolean {
  return ends.every((end) => end === 'open');
}

function stripped(expr: Expr): Expr {
  if (expr.kind === 'unary' && expr.op === '!') return stripped(expr.operand);
  if (expr.kind !== 'binary' || (expr.op !== '==' && expr.op !== '!=')) return unwrap(expr);
  return expr.right.kind === 'literal' && expr.right.type === 'nil' ? unwrap(expr.left) : expr;
}
