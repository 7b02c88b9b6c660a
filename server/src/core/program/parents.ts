/** What stands around the expressions of a file. */
import type { CallExpr, ClosureExpr, Expr, Stmt } from './ir';
import { type Member, membersAt, membersOf, walkMember } from './members';
import { Memo } from './memo';
import { type Resolver, unwrap } from './resolve';
import type { FunctionScope } from './scopes';
import { callsOf } from './walk';

export class Parents {
  readonly #resolver: Resolver;
  /** `undefined` for expressions that only a statement is around. */
  readonly #exprs = new Map<Expr, Expr | undefined>();
  readonly #stmts = new Map<Expr, Stmt>();
  readonly #walked = new Set<Member>();
  #calls: readonly CallExpr[] | undefined;
  readonly #callsOfMembers = new Map<Member, readonly CallExpr[]>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** All calls of the file, in source order. */
  get calls(): readonly CallExpr[] {
    this.#calls ??= [...callsOf(this.#resolver.program)].sort((a, b) => a.range.start - b.range.start);
    return this.#calls;
  }

  /** The calls of some members, in source order. */
  callsIn(members: readonly Member[]): readonly CallExpr[] {
    const calls = members.flatMap((member) => this.#callsOf(member));
    return calls.sort((a, b) => a.range.start - b.range.start);
  }

  /** All calls of the member that an expression stands in: locals are known nowhere else. */
  callsBeside(expr: Expr): readonly CallExpr[] {
    return this.callsIn(membersAt(this.#resolver.program, expr.range.start));
  }

  #callsOf(member: Member): readonly CallExpr[] {
    const known = this.#callsOfMembers.get(member);
    if (known !== undefined) return known;
    const calls: CallExpr[] = [];
    walkMember(member, {
      expr: (expr) => {
        if (expr.kind === 'call') calls.push(expr);
        return true;
      },
    });
    this.#callsOfMembers.set(member, calls);
    return calls;
  }

  parent(expr: Expr): Expr | undefined {
    this.#find(expr);
    return this.#exprs.get(expr);
  }

  /** Walks through the members at an expression that is not known yet, and through all others when it is in none of them. */
  #find(expr: Expr): void {
    if (this.#exprs.has(expr)) return;
    const { program } = this.#resolver;
    for (const member of membersAt(program, expr.range.start)) this.#walk(member);
    if (!this.#exprs.has(expr)) for (const member of membersOf(program)) this.#walk(member);
  }

  #walk(member: Member): void {
    if (this.#walked.has(member)) return;
    this.#walked.add(member);
    walkMember(member, {
      expr: (expr, parent, stmt) => {
        this.#exprs.set(expr, parent);
        if (stmt !== undefined) this.#stmts.set(expr, stmt);
        return true;
      },
    });
  }

  /** The statement that an expression is a part of, without closures in between. */
  stmt(expr: Expr): Stmt | undefined {
    this.#find(expr);
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

  /** The call that a closure, in parentheses perhaps, is a part of. */
  callAround(closure: ClosureExpr): CallExpr | undefined {
    let parent = this.parent(closure);
    while (parent !== undefined && unwrap(parent) !== parent) parent = this.parent(parent);
    return parent?.kind === 'call' ? parent : undefined;
  }

  /** The call that gets a closure as an argument. */
  callTaking(closure: ClosureExpr): CallExpr | undefined {
    const parent = this.parent(closure);
    return parent?.kind === 'call' && parent.args.some(({ value }) => value === closure) ? parent : undefined;
  }
}

const cache = new Memo<Resolver, Parents>();

/** Found once for a file. */
export function parentsOf(resolver: Resolver): Parents {
  return cache.of(resolver, () => new Parents(resolver));
}
