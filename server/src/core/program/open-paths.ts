/** Follows one background task, whose identifier is a local, along every path of its function. */

import type { FileAnalysis } from './analysis';
import type { Assumption, Exit, Step } from './cfg';
import { buildCfg } from './cfg';
import { solve } from './dataflow';
import type { Expr, FunctionDecl } from './ir';
import { unwrap } from './resolve';
import type { Declaration, FunctionScope, Scopes } from './scopes';
import type { BeginSite } from './task-sites';
import { type TokenUse, usesOfLocal } from './token-uses';
import { childExprs, walkFunction } from './walk';

/**
 * `none`: not begun on this path. `open`: nobody else knows the identifier. `settled`: ended, or someone else has it.
 */
type State = 'none' | 'open' | 'settled';

/** Ways out of the function with the task open; `undefined` when that cannot be said. */
export function openExits(
  site: BeginSite,
  token: Declaration,
  uses: readonly TokenUse[],
  analysis: FileAnalysis,
): readonly Exit[] | undefined {
  const body = site.scope?.fn?.body;
  const cfg = body === undefined || token.owner !== site.scope ? undefined : buildCfg(body);
  if (cfg === undefined) return undefined;
  const token_ = new LocalToken(site, token, uses, analysis);
  const exits = solve<State>(cfg, {
    initial: 'none',
    step: (step, state) => token_.after(step, state),
    thrown: (step, state) => {
      const after = token_.after(step, state);
      return after === 'open' ? state : after;
    },
    assume: (assumption, state) => (token_.isEmpty(assumption) && state === 'open' ? 'settled' : state),
    key: (state) => state,
  });
  // A task that no path settles is not forgotten on some of them: it is meant to last, or never ended at all.
  if (exits?.some(({ state }) => state === 'settled') !== true) return undefined;
  return exits.filter(({ state }) => state === 'open').map(({ exit }) => exit);
}

/** The outermost function around a scope and everything inside of it. */
function functionsAround(scope: FunctionScope, scopes: Scopes): readonly FunctionDecl[] {
  return scopes.around(scope).flatMap(({ fn }) => (fn === undefined ? [] : [fn]));
}

class LocalToken {
  readonly #site: BeginSite;
  readonly #token: Declaration;
  readonly #analysis: FileAnalysis;
  /** Expressions that end the task or pass its identifier on. */
  readonly #settling = new Set<Expr>();
  /** Closures and local functions that would do so when they run. */
  readonly #takers = new Set<FunctionDecl>();

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
    let found = false;
    walkFunction(fn, {
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

  after(step: Step, state: State): State {
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
      case 'unknown': {
        const after = step.exprs.reduce((each, expr) => this.#evaluate(expr, each), state);
        return after === 'open' ? 'settled' : after;
      }
      case 'none':
      case 'exit':
        return state;
    }
  }

  #evaluate(expr: Expr, state: State): State {
    if (expr === this.#site.call) {
      const handler = this.#analysis.calls.handler(this.#site.call);
      const others = childExprs(expr).filter((child) => child !== handler);
      for (const child of others) this.#evaluate(child, state);
      return 'open';
    }
    if (expr.kind === 'assign' && !this.#isBegin(expr) && this.#replaces(expr.target)) {
      const after = this.#evaluate(expr.value, state);
      return after === 'open' ? 'settled' : after;
    }
    if (expr.kind === 'assign' && unwrap(expr.value).kind === 'closure' && this.#isLocal(expr.target))
      return state;
    const after = childExprs(expr).reduce((each, child) => this.#evaluate(child, each), state);
    return after === 'open' && this.#settles(expr) ? 'settled' : after;
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
    if (expr.kind === 'control') return true;
    return expr.kind === 'closure' && this.#takers.has(expr.function);
  }

  /** Whether an assumption says that there is no task: the identifier is invalid, or nil. */
  isEmpty(assumption: Assumption): boolean {
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
