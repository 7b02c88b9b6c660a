/** Which expressions mean the value that has to be completed. */
import { contains } from '../../text';
import type { CallExpr, Expr, FunctionDecl, Stmt, SwitchStmt } from '../ir';
import { type Resolver, unwrap } from '../resolve';
import type { Declaration } from '../scopes';
import { type Visitor, walkFunction, walkStmt } from '../walk';
import type { Discharge, Token } from './types';

export class TokenNames {
  readonly token: Token;
  readonly discharge: Discharge;
  readonly #resolver: Resolver;
  /** Names that a `case let x as T` gives the value. */
  readonly #aliases = new Set<string>();
  readonly #mentions = new Map<FunctionDecl, boolean>();
  readonly #uses = new Map<Declaration, number>();

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
    // `switch task.self`
    if (value.kind === 'member')
      return value.name === 'self' && value.base !== undefined && this.isToken(value.base);
    return value.kind === 'name' && this.#isMeant(this.#resolver.scopes.declaration(value));
  }

  /** `completion(…)` */
  isTokenCall(call: CallExpr): boolean {
    if (this.discharge.kind !== 'call') return false;
    if (call.receiver === undefined) return this.#isMeant(this.#resolver.scopes.declaration(call));
    return call.name === '' && this.isToken(call.receiver);
  }

  /** `task.setTaskCompleted(…)`, `endBackgroundTask(task)` */
  isDischargeOn(call: CallExpr): boolean {
    if (this.discharge.kind === 'end') {
      const [first] = call.args;
      return first !== undefined && this.isToken(first.value) && this.discharge.calls.ends(call) !== 'no';
    }
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
    if (token.kind === 'begun') return root === token.local;
    return (
      root.kind === 'binding' && root.at === token.loop.range.start && token.loop.names.includes(root.name)
    );
  }

  /** Whether a call answers the value. What it gets runs when time is up. */
  isBegin(call: CallExpr): boolean {
    return this.token.kind === 'begun' && this.token.call === call;
  }

  /** Whether a call completes the value, hands it on, or runs or gets a function that mentions it. */
  isTouchedBy(call: CallExpr): boolean {
    if (this.isBegin(call)) return false;
    return (
      this.isTokenCall(call) ||
      this.isDischargeOn(call) ||
      this.localFunction(call) !== undefined ||
      call.args.some(({ value }) => this.isToken(value) || this.functionIn(value) !== undefined)
    );
  }

  /** The closure that a value is, or the local function that it names, when it mentions the value to be completed. */
  functionIn(value: Expr): FunctionDecl | undefined {
    const closure = unwrap(value);
    if (closure.kind !== 'closure') return closure.kind === 'name' ? this.localFunction(closure) : undefined;
    return this.isMentionedBy(closure.function) ? closure.function : undefined;
  }

  /** The local function, or the closure in a variable, that a name or a call means when it mentions the value. */
  localFunction(expr: Expr): FunctionDecl | undefined {
    const declaration = this.#resolver.scopes.declaration(expr);
    if (declaration === undefined) return undefined;
    const root = this.#resolver.root(declaration);
    const values = [...(root.value === undefined ? [] : [root.value]), ...this.#resolver.assignments(root)];
    const closures = values
      .map(unwrap)
      .flatMap((value) => (value.kind === 'closure' ? [value.function] : []));
    const functions = root.fn === undefined ? closures : [root.fn];
    return functions.find((fn) => this.isMentionedBy(fn));
  }

  /** Whether the local that a name or a call means is named here and nowhere else, but for what it is set to. */
  isOnlyUse(expr: Expr): boolean {
    const declaration = this.#resolver.scopes.declaration(expr);
    if (declaration === undefined) return false;
    const uses = this.#uses.get(declaration) ?? this.#countUses(declaration);
    this.#uses.set(declaration, uses);
    return uses === 1;
  }

  #countUses(declaration: Declaration): number {
    const { scopes } = this.#resolver;
    const outermost = scopes.around(declaration.owner)[0]?.fn;
    let mentions = 0;
    if (outermost !== undefined) {
      walkFunction(outermost, {
        expr: (each) => {
          if (scopes.declaration(each) === declaration) mentions++;
          return true;
        },
      });
    }
    return mentions - this.#resolver.assignments(declaration).length;
  }

  /** A variable that a function inside sets which has the value as well: it tells whether that one has completed it. */
  isFlag(expr: Expr): boolean {
    const declaration = this.#resolver.scopes.declaration(expr);
    const owner = declaration?.owner;
    if (declaration === undefined || owner === undefined) return false;
    const inner = this.#resolver.scopes.around(owner).flatMap(({ fn }) => {
      const isInside =
        fn !== undefined && fn !== owner.fn && (!owner.fn || contains(owner.fn.range, fn.range));
      return isInside && this.isMentionedBy(fn) ? [fn] : [];
    });
    return this.#resolver
      .assignments(declaration)
      .some(({ range }) => inner.some((fn) => contains(fn.range, range)));
  }

  /** Whether a function names the value, or another local function that does. */
  isMentionedBy(fn: FunctionDecl): boolean {
    const known = this.#mentions.get(fn);
    if (known !== undefined) return known;
    // A function that calls itself mentions nothing by that.
    this.#mentions.set(fn, false);
    const found = this.#finds((visitor) => walkFunction(fn, visitor));
    this.#mentions.set(fn, found);
    return found;
  }

  /** The same for a statement. */
  isMentionedIn(stmt: Stmt): boolean {
    return this.#finds((visitor) => walkStmt(stmt, visitor));
  }

  #finds(walk: (visitor: Visitor) => void): boolean {
    let found = false;
    walk({
      expr: (expr) => {
        found ||= this.#isMention(expr);
        return !found;
      },
    });
    return found;
  }

  #isMention(expr: Expr): boolean {
    if (expr.kind === 'call') return this.isTokenCall(expr) || this.localFunction(expr) !== undefined;
    return expr.kind === 'name' && (this.isToken(expr) || this.localFunction(expr) !== undefined);
  }
}

function aliasKey(at: number, name: string): string {
  return `${at} ${name}`;
}
