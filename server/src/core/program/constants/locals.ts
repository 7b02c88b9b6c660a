/** The value of a local variable where it is read: what was assigned and added to it on the way. */

import type { Block, Expr, Stmt } from '../ir';
import { Memo } from '../memo';
import { unwrap } from '../resolve';
import type { Declaration } from '../scopes';
import { childExprs, stmtBlocks, stmtExprs, walkBlock } from '../walk';
import { bounded } from './exprs';
import type { Reducer } from './reduce';
import { additions } from './shapes';
import { type ConstantExpr, choice, unknownExpr } from './types';

/** `undefined`: not assigned yet, or the path ends before. */
type State = ConstantExpr | undefined;

/** Methods that take something out of a collection or replace it. */
const changing = /^(?:remove|subtract|form|pop|toggle|swap|set|replace|minus|intersect|deleteC|insertO)/;

export function localValue(reducer: Reducer, declaration: Declaration, use: Expr): ConstantExpr {
  const { owner, value } = declaration;
  const body = owner.fn?.body ?? reducer.program.topLevel;
  if (declaration.isConstant && value !== undefined && !hasDirectives(body)) return reducer.reduce(value);
  const history = new History(reducer, declaration, use);
  if (!history.isChanged && value !== undefined && !history.isConditional) return reducer.reduce(value);
  if (history.isChangedElsewhere) return unknownExpr;
  return (history.isConditional ? history.alternatives() : history.value(owner.fn?.body)) ?? unknownExpr;
}

const directives = new Memo<Block, boolean>();

/** Whether `#if` stands anywhere in a body; found once for each. */
function hasDirectives(body: Block): boolean {
  return directives.of(body, () => {
    let found = false;
    walkBlock(body, {
      stmt: (stmt) => {
        if (stmt.kind === 'conditional') found = true;
      },
    });
    return found;
  });
}

class History {
  readonly #reducer: Reducer;
  readonly #declaration: Declaration;
  readonly #use: Expr;
  readonly #body: Block;
  readonly #changes: readonly Expr[];
  #home: Block | undefined;
  #directive: Extract<Stmt, { kind: 'conditional' }> | undefined;

  constructor(reducer: Reducer, declaration: Declaration, use: Expr) {
    this.#reducer = reducer;
    this.#declaration = declaration;
    this.#use = use;
    this.#body = declaration.owner.fn?.body ?? reducer.program.topLevel;
    this.#changes = this.#collect();
  }

  #collect(): readonly Expr[] {
    const changes: Expr[] = [];
    walkBlock(this.#body, {
      block: (block) => {
        if (block.statements.some((stmt) => this.#declares(stmt))) this.#home = block;
      },
      stmt: (stmt) => {
        const holdsIt =
          stmt.kind === 'conditional' &&
          stmt.branches.some(({ body }) => body.statements.some((inner) => this.#declares(inner)));
        if (holdsIt) this.#directive = stmt;
      },
      expr: (expr) => {
        if (this.#isChange(expr)) changes.push(expr);
        return true;
      },
    });
    return changes;
  }

  #declares(stmt: Stmt): boolean {
    return stmt.kind === 'var' && stmt.variable.nameRange.start === this.#declaration.at;
  }

  #isIt(expr: Expr | undefined): boolean {
    return (
      expr !== undefined && this.#reducer.resolver.scopes.declaration(unwrap(expr)) === this.#declaration
    );
  }

  #isChange(expr: Expr): boolean {
    if (expr.kind === 'assign') return this.#isIt(expr.target) || this.#isIt(baseOf(expr.target));
    if (expr.kind === 'unary') return ['&', '++', '--'].includes(expr.op) && this.#isIt(expr.operand);
    if (expr.kind !== 'call' || !this.#isIt(expr.receiver)) return false;
    const name = expr.selector ?? expr.name;
    return additions.has(name) || changing.test(name);
  }

  get isChanged(): boolean {
    return this.#changes.length > 0;
  }

  /** Code that runs at another time changes it, or it is read by such code before the last change. */
  get isChangedElsewhere(): boolean {
    const { scopes } = this.#reducer.resolver;
    const { owner } = this.#declaration;
    if (this.#changes.some((change) => scopes.scopeOf(change) !== owner)) return true;
    const isReadElsewhere = scopes.scopeOf(this.#use) !== owner;
    return isReadElsewhere && this.#changes.some(({ range }) => range.start > this.#use.range.start);
  }

  /** Declared in a branch of `#if` and read after `#endif`. */
  get isConditional(): boolean {
    return this.#directive !== undefined && !holds(this.#home, this.#use);
  }

  alternatives(): State {
    if (this.isChanged || this.#directive === undefined) return undefined;
    const values = this.#directive.branches.flatMap(({ body }) =>
      body.statements.map((stmt) => {
        const isSame = stmt.kind === 'var' && stmt.variable.name === this.#declaration.name;
        return isSame ? stmt.variable.initial : undefined;
      }),
    );
    const present = values.filter((value) => value !== undefined);
    return choice(present.map((value) => this.#reducer.reduce(value)));
  }

  value(body: Block | undefined): State {
    return this.#block(this.#home ?? body ?? this.#body, undefined);
  }

  /** State after a block, or at the use when it lies inside. */
  #block(block: Block, before: State): State {
    let state = before;
    for (const stmt of block.statements) {
      if (holds(stmt, this.#use)) return this.#at(stmt, state);
      state = this.#after(stmt, state);
      if (leaves(stmt)) return undefined;
    }
    return state;
  }

  #at(stmt: Stmt, before: State): State {
    const state = this.#own(stmt, before, true);
    if (stmt.kind === 'loop' && this.#changes.some((change) => holds(stmt, change)))
      return state && choice([state], false);
    const inner = stmtBlocks(stmt).find((block) => holds(block, this.#use));
    return inner === undefined ? state : this.#block(inner, state);
  }

  #after(stmt: Stmt, before: State): State {
    if (!this.#declares(stmt) && !this.#changes.some((change) => holds(stmt, change))) return before;
    const state = this.#own(stmt, before, false);
    switch (stmt.kind) {
      case 'if':
        return this.#merged([
          this.#block(stmt.then, state),
          stmt.otherwise === undefined ? state : this.#block(stmt.otherwise, state),
        ]);
      case 'switch':
        return this.#merged([
          ...stmt.cases.map(({ body }) => this.#block(body, state)),
          ...(stmt.exhaustive ? [] : [state]),
        ]);
      case 'conditional':
        return this.#merged([state, ...stmt.branches.map(({ body }) => this.#block(body, state))]);
      case 'block':
        return this.#block(stmt.body, state);
      case 'try':
        return this.#merged([
          this.#block(stmt.body, state),
          ...stmt.catches.flatMap(({ body }) => [this.#block(body, state)]),
        ]);
      case 'loop':
        return state && choice([state], false);
      default:
        return state;
    }
  }

  #merged(states: readonly State[]): State {
    const present = states.filter((state) => state !== undefined);
    return present.length === 0 ? undefined : bounded(choice(unique(present)));
  }

  /** Effects of the expressions of a statement itself. `isPartial`: only of those in front of the use. */
  #own(stmt: Stmt, before: State, isPartial: boolean): State {
    if (stmt.kind === 'var' && this.#declares(stmt)) {
      const { initial } = stmt.variable;
      return initial && this.#reducer.reduce(initial);
    }
    return stmtExprs(stmt).reduce<State>(
      (state, expr) => (isPartial && holds(expr, this.#use) ? state : this.#expr(expr, state)),
      before,
    );
  }

  #expr(expr: Expr, before: State): State {
    const state = childExprs(expr).reduce<State>((inner, child) => this.#expr(child, inner), before);
    return this.#changes.includes(expr) ? bounded(this.#changed(expr, state)) : state;
  }

  #changed(expr: Expr, state: State): ConstantExpr {
    if (expr.kind === 'assign' && this.#isIt(expr.target)) {
      const value = this.#reducer.reduce(expr.value);
      if (expr.op === '=') return value;
      if (expr.op === '|=') return added(state, [value]);
      const isText = value.kind === 'text' || value.kind === 'join';
      if (expr.op !== '+=') return unknownExpr;
      return isText && state !== undefined ? { kind: 'join', parts: [state, value] } : added(state, [value]);
    }
    if (expr.kind !== 'call' || !additions.has(expr.selector ?? expr.name)) return unknownExpr;
    return added(
      state,
      expr.args.slice(0, 1).map(({ value }) => this.#reducer.reduce(value)),
    );
  }
}

function added(state: State, values: readonly ConstantExpr[]): ConstantExpr {
  if (state === undefined) return unknownExpr;
  const parts = state.kind === 'union' ? state.parts : [state];
  return { kind: 'union', parts: [...parts, ...values] };
}

function unique(states: readonly ConstantExpr[]): readonly ConstantExpr[] {
  return [...new Map(states.map((state) => [JSON.stringify(state), state])).values()];
}

function baseOf(expr: Expr): Expr | undefined {
  return expr.kind === 'member' || expr.kind === 'subscript' ? expr.base : undefined;
}

function leaves(stmt: Stmt): boolean {
  return (
    stmt.kind === 'return' || stmt.kind === 'throw' || (stmt.kind === 'jump' && stmt.jump !== 'fallthrough')
  );
}

function holds(outer: { readonly range: Expr['range'] } | undefined, inner: Expr): boolean {
  return outer !== undefined && outer.range.start <= inner.range.start && inner.range.end <= outer.range.end;
}
