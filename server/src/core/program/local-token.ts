/** One background task whose identifier is a local: what expressions do to it. */

import type { FileAnalysis } from './analysis';
import { calleeOf, closureCall } from './callees';
import type { Assumption, Step } from './cfg';
import { closureUse } from './duties/closure-uses';
import type { CallExpr, Expr, FunctionDecl } from './ir';
import { unwrap } from './resolve';
import type { Declaration, FunctionScope, Scopes } from './scopes';
import { mayBeOver } from './task-over';
import type { BeginSite } from './task-sites';
import { type TokenUse, usesOfLocal } from './token-uses';
import { childExprs, type Visitor, walkFunction, walkStmt } from './walk';

export interface TaskState {
  /**
   * `none`: not begun on this path. `open`: nobody else knows the identifier. `settled`: ended, or someone else has it.
   */
  readonly phase: 'none' | 'open' | 'settled';
  /** The closure that has been handed the task, when it is the only one. */
  readonly holder: FunctionDecl | undefined;
}

const settled: TaskState = { phase: 'settled', holder: undefined };

interface Holder {
  readonly closure: FunctionDecl;
  /** What it throws is lost. */
  readonly isTask: boolean;
}

/** The outermost function around a scope and everything inside of it. */
function functionsAround(scope: FunctionScope, scopes: Scopes): readonly FunctionDecl[] {
  return scopes.around(scope).flatMap(({ fn }) => (fn === undefined ? [] : [fn]));
}

export class LocalToken {
  readonly #site: BeginSite;
  readonly #token: Declaration;
  readonly #analysis: FileAnalysis;
  /** Expressions that end the task or pass its identifier on. */
  readonly #settling = new Set<Expr>();
  /** Closures and local functions that would do so when they run. */
  readonly #takers = new Set<FunctionDecl>();
  /** Closures that run exactly once and were the first to get the task, by the function that hands it to them. */
  readonly #holders = new Map<FunctionDecl, Holder[]>();
  readonly #contested = new Set<FunctionDecl>();
  readonly #ids = new Map<FunctionDecl, number>();

  constructor(site: BeginSite, token: Declaration, uses: readonly TokenUse[], analysis: FileAnalysis) {
    this.#site = site;
    this.#token = token;
    this.#analysis = analysis;
    for (const { expr, role } of usesOfLocal(uses, token))
      if (role === 'end' || role === 'handedOut') this.#settling.add(expr);
    this.#collectTakers();
  }

  /** A function takes the task over when it settles it, or when it mentions one that does. */
  #collectTakers(): void {
    // Nobody outside of the outermost function knows its locals.
    const functions = functionsAround(this.#token.owner, this.#analysis.resolver.scopes);
    for (let before = -1; before !== this.#takers.size; ) {
      before = this.#takers.size;
      for (const fn of functions) if (!this.#takers.has(fn) && this.#takesOver(fn)) this.#takers.add(fn);
    }
  }

  #takesOver(fn: FunctionDecl): boolean {
    return this.#finds((visitor) => walkFunction(fn, visitor));
  }

  #finds(walk: (visitor: Visitor) => void): boolean {
    let found = false;
    walk({
      expr: (expr) => {
        found ||= this.#settling.has(expr) || this.#namesTaker(expr);
        return !found;
      },
    });
    return found;
  }

  /** Whether an expression names or calls a local closure or function that takes the task over. */
  #namesTaker(expr: Expr): boolean {
    const declaration = this.#analysis.resolver.scopes.declaration(expr);
    if (declaration === undefined) return false;
    const root = this.#analysis.resolver.root(declaration);
    if (root.fn !== undefined) return this.#takers.has(root.fn);
    const values = [
      ...(root.value === undefined ? [] : [root.value]),
      ...this.#analysis.resolver.assignments(root),
    ];
    return values.map(unwrap).some((value) => value.kind === 'closure' && this.#takers.has(value.function));
  }

  after(step: Step, state: TaskState): TaskState {
    switch (step.kind) {
      case 'declare': {
        const { initial } = step.variable;
        // A closure that is only kept in a variable has not run yet.
        if (initial === undefined || unwrap(initial).kind === 'closure') return state;
        return this.#evaluate(initial, state);
      }
      case 'eval':
      case 'result':
        return this.#evaluate(step.expr, state);
      case 'unknown':
        return this.#settle(this.#all(step.exprs, state));
      case 'none':
      case 'exit':
        return state;
    }
  }

  #all(exprs: readonly Expr[], state: TaskState): TaskState {
    return exprs.reduce((each, expr) => this.#evaluate(expr, each), state);
  }

  #settle(state: TaskState): TaskState {
    // Somebody else ends it as well, or may do so.
    if (state.holder !== undefined) this.#contested.add(state.holder);
    return state.phase === 'open' ? settled : state;
  }

  #evaluate(expr: Expr, state: TaskState): TaskState {
    if (expr === this.#site.call) {
      const handler = this.#analysis.calls.handler(this.#site.call);
      const others = childExprs(expr).filter((child) => child !== handler);
      this.#all(others, state);
      return { phase: 'open', holder: undefined };
    }
    if (expr.kind === 'assign' && !this.#isBegin(expr) && this.#replaces(expr.target))
      return this.#settle(this.#evaluate(expr.value, state));
    if (expr.kind === 'assign' && unwrap(expr.value).kind === 'closure' && this.#isLocal(expr.target))
      return state;
    if (expr.kind === 'call') return this.#call(expr, state);
    const after = this.#all(childExprs(expr), state);
    return this.#settles(expr) ? this.#settle(after) : after;
  }

  #call(call: CallExpr, state: TaskState): TaskState {
    const held = call.args.flatMap(({ value }) => {
      const closure = unwrap(value);
      return closure.kind === 'closure' && this.#takers.has(closure.function) ? [closure.function] : [];
    });
    const [only] = held;
    const before = this.#all(
      childExprs(call).filter((child) => unwrap(child).kind !== 'closure'),
      state,
    );
    const after = this.#settles(call) || held.length > 0 ? this.#settle(before) : before;
    const isTask =
      only && held.length === 1 && before.phase === 'open' ? this.#runsOnce(call, only) : undefined;
    if (only === undefined || isTask === undefined || this.#settles(call)) return after;
    this.#noteHolder(only, isTask);
    return { phase: 'settled', holder: only };
  }

  /** Whether a call runs a closure of its arguments exactly once, and if so, whether what that throws is lost. */
  #runsOnce(call: CallExpr, fn: FunctionDecl): boolean | undefined {
    const arg = call.args.find(({ value }) => {
      const closure = unwrap(value);
      return closure.kind === 'closure' && closure.function === fn;
    });
    if (arg === undefined || call.isOptionalChain) return undefined;
    const { resolver, types } = this.#analysis;
    const use = closureUse(call, arg, fn, closureCall(call, calleeOf(call, resolver, types)));
    return use === 'unknown' || use === 'many' ? undefined : use === 'task';
  }

  #noteHolder(closure: FunctionDecl, isTask: boolean): void {
    const around = this.#analysis.resolver.scopes.scopeOfFunction(closure)?.parent?.fn;
    if (around === undefined) return;
    const known = this.#holders.get(around) ?? [];
    this.#holders.set(around, known);
    if (!known.some((each) => each.closure === closure)) known.push({ closure, isTask });
  }

  holdersIn(fn: FunctionDecl): readonly Holder[] {
    return this.#holders.get(fn) ?? [];
  }

  /** Whether something that runs after a closure has been handed the task may end it as well. */
  isContested(closure: FunctionDecl): boolean {
    return this.#contested.has(closure);
  }

  key({ phase, holder }: TaskState): string {
    if (holder === undefined) return phase;
    const id = this.#ids.get(holder) ?? this.#ids.size;
    this.#ids.set(holder, id);
    return `${phase} ${id}`;
  }

  #isBegin(expr: Extract<Expr, { kind: 'assign' }>): boolean {
    return expr === this.#site.assign;
  }

  /** Another value for the identifier: what happens to the old one cannot be said. */
  #replaces(target: Expr): boolean {
    const place = this.#analysis.resolver.place(target);
    return place.kind === 'local' && place.declaration === this.#token;
  }

  #isLocal(target: Expr): boolean {
    return this.#analysis.resolver.place(target).kind === 'local';
  }

  #settles(expr: Expr): boolean {
    if (this.#settling.has(expr) || this.#namesTaker(expr)) return true;
    if (expr.kind === 'control') return this.#finds((visitor) => walkStmt(expr.statement, visitor));
    return expr.kind === 'closure' && this.#takers.has(expr.function);
  }

  /** What is known of the task where a condition in `fn` holds. */
  assume(assumption: Assumption, state: TaskState, fn: FunctionDecl): TaskState {
    if (state.phase !== 'open') return state;
    if (this.#isEmpty(assumption)) return settled;
    const isOwn = fn === this.#token.owner.fn;
    return !isOwn && mayBeOver(assumption, this.#site, this.#analysis) ? settled : state;
  }

  /** Whether an assumption says that there is no task: the identifier is invalid, or nil. */
  #isEmpty(assumption: Assumption): boolean {
    if (assumption.kind === 'fact') return false;
    if (assumption.kind === 'bind') return !assumption.holds && this.#replaces(assumption.clause.value);
    const { expr, holds } = assumption;
    if (expr.kind !== 'binary') return !holds && this.#replaces(expr);
    if (expr.op !== '==' && expr.op !== '!=') return false;
    const { calls } = this.#analysis;
    const isComparison =
      (this.#replaces(expr.left) && calls.isEmptyToken(expr.right)) ||
      (this.#replaces(expr.right) && calls.isEmptyToken(expr.left));
    return isComparison && holds === (expr.op === '==');
  }
}
