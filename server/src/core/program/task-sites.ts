/** Where a file begins background tasks, and where the identifier goes. */
import { backgroundTaskObligation } from '../catalog/obligations';
import type { FileAnalysis } from './analysis';
import type { CodeIndex } from './code-index';
import type { AssignExpr, CallExpr, Expr, Stmt } from './ir';
import { type Member, walkMember } from './members';
import { unwrap } from './resolve';
import type { Declaration, FunctionScope } from './scopes';
import { allTypes } from './walk';
import { type WrappedBegin, wrappedBegin } from './wrapped-begins';

export type Destination =
  | { readonly kind: 'discarded' }
  | { readonly kind: 'local'; readonly declaration: Declaration }
  /** Of the enclosing type, under its name without a leading underscore. */
  | { readonly kind: 'property'; readonly name: string }
  /** Returned, passed on, put into a collection or another object: someone else looks after it. */
  | { readonly kind: 'elsewhere' };

export interface BeginSite {
  readonly call: CallExpr;
  readonly destination: Destination;
  readonly scope: FunctionScope | undefined;
  /** Statement that holds the call; `undefined` in initialisers of properties. */
  readonly stmt: Stmt | undefined;
  /** The assignment of the result, when there is one. */
  readonly assign: AssignExpr | undefined;
  /** Where the task really begins, when the call is that of a function which answers the task. */
  readonly wrapped?: WrappedBegin;
}

/** Members that may begin background tasks. */
export function beginningMembers(analysis: FileAnalysis): readonly Member[] {
  return analysis.membersMentioning([backgroundTaskObligation.begins.swiftName]);
}

/** Those, and members that may call functions which begin background tasks for their callers. */
export function taskMembers(analysis: FileAnalysis, index: CodeIndex): readonly Member[] {
  return analysis.membersMentioning([backgroundTaskObligation.begins.swiftName, ...index.wrappers]);
}

/** Calls in a member that certainly begin a background task, in source order. */
export function beginSites(analysis: FileAnalysis, member: Member): readonly BeginSite[] {
  return sitesAt(analysis, member, (call) => analysis.calls.begins(call) === 'yes');
}

/** Calls in a member of functions that certainly begin a background task for their callers, in source order. */
export function wrappedSites(analysis: FileAnalysis, member: Member, index: CodeIndex): readonly BeginSite[] {
  const known = new Map<CallExpr, WrappedBegin>();
  const sites = sitesAt(analysis, member, (call) => {
    const wrapped = wrappedBegin(call, analysis, index);
    if (wrapped !== undefined) known.set(call, wrapped);
    return wrapped !== undefined;
  });
  return sites.flatMap((site) => {
    const wrapped = known.get(site.call);
    if (wrapped === undefined || (wrapped.mayBeHidden && !isKeptAsTask(site, analysis))) return [];
    return [{ ...site, wrapped }];
  });
}

/** Whether the declaration of what keeps the result says that it is the identifier of a task. */
function isKeptAsTask({ destination, scope }: BeginSite, { resolver, types }: FileAnalysis): boolean {
  const kept =
    destination.kind === 'local'
      ? destination.declaration
      : destination.kind === 'property'
        ? resolver.property(scope?.type?.name, destination.name)
        : undefined;
  return types.named(kept?.type) === backgroundTaskObligation.tokenType;
}

function sitesAt(
  analysis: FileAnalysis,
  member: Member,
  isBegin: (call: CallExpr) => boolean,
): readonly BeginSite[] {
  const parents = new Map<Expr, Expr>();
  const stmts = new Map<Expr, Stmt>();
  const begins: CallExpr[] = [];
  walkMember(member, {
    expr: (expr, parent, stmt) => {
      if (parent !== undefined) parents.set(expr, parent);
      if (stmt !== undefined) stmts.set(expr, stmt);
      if (expr.kind === 'call' && isBegin(expr)) begins.push(expr);
      return true;
    },
  });
  begins.sort((a, b) => a.range.start - b.range.start);
  return begins.map((call) => siteOf(call, parents, stmts, analysis));
}

function siteOf(
  call: CallExpr,
  parents: ReadonlyMap<Expr, Expr>,
  stmts: ReadonlyMap<Expr, Stmt>,
  analysis: FileAnalysis,
): BeginSite {
  let value: Expr = call;
  let parent = parents.get(value);
  while (parent !== undefined && unwrap(parent) !== parent) {
    value = parent;
    parent = parents.get(value);
  }
  const scope = analysis.resolver.scopes.scopeOf(call);
  const assign =
    parent?.kind === 'assign' && parent.value === value && parent.op === '=' ? parent : undefined;
  const stmt = stmts.get(assign ?? value);
  const base = { call, scope, stmt, assign };
  if (assign !== undefined && stmt?.kind === 'expr') {
    return { ...base, destination: assigned(assign.target, analysis) };
  }
  if (parent !== undefined) return { ...base, destination: setBy(parent, analysis) };
  return {
    ...base,
    destination: stmt === undefined ? initialised(call, analysis) : declared(stmt, analysis),
  };
}

/** `[self setTask:…]` is `self.task = …`, when a property of that name is declared and nothing but a property. */
function setBy(message: Expr, { resolver }: FileAnalysis): Destination {
  const elsewhere = { kind: 'elsewhere' } as const;
  if (message.kind !== 'call' || message.receiver === undefined || !resolver.isSelf(message.receiver))
    return elsewhere;
  const upper = /^set(\p{Lu}\w*):$/u.exec(message.selector ?? '')?.[1];
  const type = resolver.typeAround(message);
  if (upper === undefined || resolver.functions(type, message.name).some(({ body }) => body))
    return elsewhere;
  const name = upper.charAt(0).toLowerCase() + upper.slice(1);
  return resolver.property(type, name) === undefined ? elsewhere : { kind: 'property', name };
}

function assigned(target: Expr, analysis: FileAnalysis): Destination {
  if (target.kind === 'name' && target.name === '_') return { kind: 'discarded' };
  const place = analysis.resolver.place(target);
  return place.kind === 'local' || place.kind === 'property' ? place : { kind: 'elsewhere' };
}

function declared(stmt: Stmt, analysis: FileAnalysis): Destination {
  if (stmt.kind === 'expr') return { kind: 'discarded' };
  if (stmt.kind !== 'var') return { kind: 'elsewhere' };
  if (stmt.variable.name === '_') return { kind: 'discarded' };
  const declaration = analysis.resolver.scopes.declared(stmt.variable);
  return declaration === undefined ? { kind: 'elsewhere' } : { kind: 'local', declaration };
}

/** `let id = UIApplication.shared.beginBackgroundTask()` among the properties of a type. */
function initialised(call: CallExpr, analysis: FileAnalysis): Destination {
  for (const type of allTypes(analysis.program)) {
    for (const property of type.properties) {
      if (property.initial !== undefined && unwrap(property.initial) === call) {
        return { kind: 'property', name: property.name };
      }
    }
  }
  return { kind: 'elsewhere' };
}
