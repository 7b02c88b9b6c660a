/** Functions that begin a background task for whoever calls them: they answer its identifier and keep nothing. */
import { backgroundTaskObligation } from '../catalog/obligations';
import { contains } from '../text';
import type { FileAnalysis } from './analysis';
import { closureResults } from './closure-results';
import { endTokens } from './effect-ends';
import type { ReturnedBegin, ReturnedTask } from './effect-types';
import type { CallExpr, Expr, FunctionDecl } from './ir';
import { unwrap } from './resolve';
import type { Declaration, FunctionScope } from './scopes';
import { mayEnd, tokenUses, usesOfLocal } from './token-uses';
import { walkFunction } from './walk';
import { writtenCall } from './written-calls';

/**
 * What a function answers when that is certainly the identifier of a task which begins in it, or in a function that it
 * calls, or that of no task. `undefined` when it may end the task or keep the identifier, and for all other functions.
 */
export function returnedTask(analysis: FileAnalysis, fn: FunctionDecl): ReturnedTask | undefined {
  if (fn.kind !== 'function' && fn.kind !== 'method') return undefined;
  if (fn.returns === undefined || analysis.types.named(fn.returns) !== backgroundTaskObligation.tokenType)
    return undefined;
  const scope = analysis.resolver.scopes.scopeOfFunction(fn);
  if (scope === undefined || !isFollowed(fn, analysis)) return undefined;
  const results = closureResults(fn);
  const answer = new Answer(analysis, scope);
  if (!results.every((result) => answer.add(result)) || !answer.isLeftAlone(fn)) return undefined;
  const { begins, isEndedOnExpiry } = answer;
  return begins.length === 0 ? undefined : { begins, isEndedOnExpiry, isOptional: fn.returns.isOptional };
}

/** Whether everything in a function can be read. A static variable keeps what it is given. */
function isFollowed(fn: FunctionDecl, { program }: FileAnalysis): boolean {
  const { start, end } = fn.range;
  let isRead = !program.errors.some((error) => error.start < end && start < error.end);
  walkFunction(fn, {
    stmt: (stmt) => {
      isRead &&= stmt.kind !== 'unknown' && !(stmt.kind === 'var' && stmt.variable.isStatic);
    },
  });
  return isRead;
}

/** Where the values that a function returns come from. */
class Answer {
  readonly begins: ReturnedBegin[] = [];
  isEndedOnExpiry = false;
  readonly #analysis: FileAnalysis;
  readonly #scope: FunctionScope;
  /** Calls that answer the task: what they are given runs when its time is up. */
  readonly #calls = new Set<CallExpr>();
  readonly #locals = new Set<Declaration>();
  readonly #returned = new Set<Expr>();

  constructor(analysis: FileAnalysis, scope: FunctionScope) {
    this.#analysis = analysis;
    this.#scope = scope;
  }

  /** Whether a returned value is a new task's identifier, or that of none. */
  add(value: Expr): boolean {
    const result = unwrap(value);
    if (this.#analysis.calls.isEmptyToken(result)) return true;
    switch (result.kind) {
      case 'call':
        return this.#call(result);
      case 'ternary':
        return this.add(result.then) && this.add(result.otherwise);
      case 'name':
        return this.#name(result);
      default:
        return false;
    }
  }

  #name(name: Expr): boolean {
    const { resolver } = this.#analysis;
    const declaration = resolver.scopes.declaration(name);
    const local = declaration && resolver.root(declaration);
    if (local?.kind !== 'variable' || local.owner !== this.#scope) return false;
    this.#returned.add(name);
    if (this.#locals.has(local)) return true;
    this.#locals.add(local);
    const values = local.value === undefined ? [] : [local.value];
    return [...values, ...resolver.assignments(local)].every((each) => this.add(each));
  }

  #call(call: CallExpr): boolean {
    const { calls, resolver, types, effects } = this.#analysis;
    if (this.#calls.has(call)) return true;
    // In a closure it may come too late.
    if (resolver.scopes.scopeOf(call) !== this.#scope) return false;
    this.#calls.add(call);
    const verdict = calls.begins(call);
    if (verdict === 'maybe') return false;
    if (verdict === 'yes') {
      this.begins.push({ kind: 'begin', at: call.nameRange });
      const handler = calls.handler(call);
      const atTheEnd = handler === undefined ? [] : (effects.ofClosure(handler) ?? []);
      this.isEndedOnExpiry ||= endTokens(atTheEnd).length > 0;
      return true;
    }
    const written = writtenCall(call, resolver, types);
    if (written === undefined) return false;
    this.begins.push({ kind: 'call', call: written });
    return true;
  }

  /** Whether a function does nothing with the identifier but look at it and return it. */
  isLeftAlone(fn: FunctionDecl): boolean {
    if (this.#locals.size === 0) return true;
    const uses = tokenUses(this.#analysis, (visitor) => walkFunction(fn, visitor));
    const handled = [...this.#locals].flatMap((local) => usesOfLocal(uses, local).filter(mayEnd));
    return handled.every(({ expr }) => {
      if (this.#returned.has(expr)) return true;
      const isLate = [...this.#calls].some(({ range }) => contains(range, expr.range));
      this.isEndedOnExpiry ||= isLate;
      return isLate;
    });
  }
}
