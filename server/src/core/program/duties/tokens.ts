/** Which expressions mean the value that has to be completed. */
import type { CallExpr, Expr, FunctionDecl, SwitchStmt } from '../ir';
import { type Resolver, unwrap } from '../resolve';
import type { Declaration } from '../scopes';
import { walkFunction } from '../walk';
import type { Discharge, Token } from './types';

export class TokenNames {
  readonly token: Token;
  readonly discharge: Discharge;
  readonly #resolver: Resolver;
  /** Names that a `case let x as T` gives the value. */
  readonly #aliases = new Set<string>();

  constructor(token: Token, discharge: Discharge, resolver: Resolver) {
    this.token = token;
    this.discharge = discharge;
    this.#resolver = resolver;
    walkFunction(token.fn, {
      stmt: (stmt) => {
        if (stmt.kind === 'switch' && this.isToken(stmt.subject)) this.#addAliases(stmt);
      },
    });
  }

  #addAliases({ cases }: SwitchStmt): void {
    for (const { patterns, range } of cases)
      for (const { names } of patterns)
        for (const name of names) this.#aliases.add(aliasKey(range.start, name));
  }

  isToken(expr: Expr): boolean {
    const value = unwrap(expr);
    return value.kind === 'name' && this.#isMeant(this.#resolver.scopes.declaration(value));
  }

  /** `completion(…)` */
  isTokenCall(call: CallExpr): boolean {
    if (this.discharge.kind !== 'call') return false;
    if (call.receiver === undefined) return this.#isMeant(this.#resolver.scopes.declaration(call));
    return call.name === '' && this.isToken(call.receiver);
  }

  /** `task.setTaskCompleted(…)` */
  isDischargeOn(call: CallExpr): boolean {
    return (
      this.discharge.kind === 'method' &&
      call.receiver !== undefined &&
      this.discharge.methods.includes(call.name) &&
      this.isToken(call.receiver)
    );
  }

  #isMeant(declaration: Declaration | undefined): boolean {
    if (declaration === undefined) return false;
    const root = this.#resolver.root(declaration);
    if (this.#aliases.has(aliasKey(root.at, root.name))) return true;
    const { token } = this;
    if (token.kind === 'param')
      return root.kind === 'param' && root.owner.fn === token.fn && root.index === token.index;
    return (
      root.kind === 'binding' && root.at === token.loop.range.start && token.loop.names.includes(root.name)
    );
  }

  /** Whether a call completes the value, hands it on, or gets a closure that mentions it. */
  isTouchedBy(call: CallExpr): boolean {
    return (
      this.isTokenCall(call) ||
      this.isDischargeOn(call) ||
      call.args.some(({ value }) => this.isToken(value) || this.isMentionedIn(value))
    );
  }

  isMentionedIn(value: Expr): boolean {
    const closure = unwrap(value);
    return closure.kind === 'closure' && this.isMentionedBy(closure.function);
  }

  /** Whether a function names the value at all. */
  isMentionedBy(fn: FunctionDecl): boolean {
    let found = false;
    walkFunction(fn, {
      expr: (expr) => {
        found ||= this.isToken(expr) || (expr.kind === 'call' && this.isTokenCall(expr));
        return !found;
      },
    });
    return found;
  }
}

function aliasKey(at: number, name: string): string {
  return `${at} ${name}`;
}
