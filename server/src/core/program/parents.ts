/** What stands around the expressions of a file. */
import type { CallExpr, ClosureExpr, Expr, Stmt } from './ir';
import type { Resolver } from './resolve';
import type { FunctionScope } from './scopes';
import { walkProgram } from './walk';

export class Parents {
  readonly #resolver: Resolver;
  readonly #exprs = new Map<Expr, Expr>();
  readonly #stmts = new Map<Expr, Stmt>();
  /** All calls of the file, in source order. */
  readonly calls: readonly CallExpr[];

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
    const calls: CallExpr[] = [];
    walkProgram(resolver.program, {
      expr: (expr, parent, stmt) => {
        if (parent !== undefined) this.#exprs.set(expr, parent);
        if (stmt !== undefined) this.#stmts.set(expr, stmt);
        if (expr.kind === 'call') calls.push(expr);
        return true;
      },
    });
    this.calls = calls.sort((a, b) => a.range.start - b.range.start);
  }

  parent(expr: Expr): Expr | undefined {
    return this.#exprs.get(expr);
  }

  /** The statement that an expression is a part of, without closures in between. */
  stmt(expr: Expr): Stmt | undefined {
    let current: Expr | undefined = expr;
    while (current !== undefined) {
      const stmt = this.#stmts.get(current);
      if (stmt !== undefined) return stmt;
      current = this.#exprs.get(current);
    }
    return undefined;
  }

  /** The function or closure that an expression stands in and those around it, innermost first. */
  scopesAround(expr: Expr): readonly FunctionScope[] {
    const found: FunctionScope[] = [];
    let scope = this.#resolver.scopes.scopeOf(expr);
    while (scope !== undefined) {
      found.push(scope);
      scope = scope.parent;
    }
    return found;
  }

  /** The call that gets a closure as an argument. */
  callTaking(closure: ClosureExpr): CallExpr | undefined {
    const parent = this.parent(closure);
    return parent?.kind === 'call' && parent.args.some(({ value }) => value === closure) ? parent : undefined;
  }
}

const cache = new WeakMap<Resolver, Parents>();

/** Found once for a file. */
export function parentsOf(resolver: Resolver): Parents {
  let known = cache.get(resolver);
  if (known === undefined) {
    known = new Parents(resolver);
    cache.set(resolver, known);
  }
  return known;
}
