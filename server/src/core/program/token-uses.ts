/** Where identifiers of background tasks are read, and what becomes of them there. */

import { isInertFunction, keepsArguments } from '../catalog/inert-calls';
import { backgroundTaskObligation } from '../catalog/obligations';
import type { FileAnalysis } from './analysis';
import { calleeOf, isInertCall } from './callees';
import type { CallExpr, Expr, Stmt } from './ir';
import { Memo } from './memo';
import { type Place, propertyName, unwrap } from './resolve';
import type { Declaration } from './scopes';
import { allTypes, type Visitor, walkProgram } from './walk';

/**
 * `end`: ends the task. `compare`, `inert`: looks at it. `assign`: is replaced. `alias`: gets a second name that is
 * followed itself. `handedOut`: someone else may end it from here on. `called`: so may a method of it (`id.map { … }`).
 */
export type TokenRole = 'end' | 'compare' | 'inert' | 'assign' | 'alias' | 'handedOut' | 'called';

/** Whether a use ends the task, or may do so somewhere else. */
export function mayEnd({ role }: TokenUse): boolean {
  return role === 'end' || role === 'handedOut' || role === 'called';
}

export interface TokenUse {
  readonly expr: Expr;
  readonly place: Extract<Place, { kind: 'local' | 'property' }>;
  readonly role: TokenRole;
  /** Enclosing type. */
  readonly type: string | undefined;
}

/** What stands around each expression: another expression, or else a statement. */
interface Parents {
  readonly exprs: Map<Expr, Expr>;
  readonly stmts: Map<Expr, Stmt>;
}

const { tokenType } = backgroundTaskObligation;

const comparisons = new Set(['==', '!=', '===', '!==', '<', '>', '<=', '>=', '&&', '||']);

/** Every read and write of a local or of an own property in the file, or in what `walk` goes through. */
export function tokenUses(
  analysis: FileAnalysis,
  walk = (visitor: Visitor): void => walkProgram(analysis.program, visitor),
): TokenUse[] {
  const parents: Parents = { exprs: new Map(), stmts: new Map() };
  const names: Expr[] = [];
  walk({
    expr: (expr, parent, stmt) => {
      if (parent !== undefined) parents.exprs.set(expr, parent);
      if (stmt !== undefined) parents.stmts.set(expr, stmt);
      if (expr.kind === 'name' || expr.kind === 'member') names.push(expr);
      return true;
    },
  });
  const { resolver } = analysis;
  return names.flatMap((expr) => {
    const place = resolver.place(expr);
    if (place.kind !== 'local' && place.kind !== 'property') return [];
    return [{ expr, place, role: roleOf(expr, parents, analysis), type: resolver.typeAround(expr) }];
  });
}

const groups = new Memo<readonly TokenUse[], Map<Declaration, TokenUse[]>>();

/** Those of `uses` that mean a local. */
export function usesOfLocal(uses: readonly TokenUse[], local: Declaration): readonly TokenUse[] {
  let byLocal = groups.get(uses);
  if (byLocal === undefined) {
    byLocal = new Map();
    for (const use of uses) {
      if (use.place.kind !== 'local') continue;
      const known = byLocal.get(use.place.declaration);
      if (known === undefined) byLocal.set(use.place.declaration, [use]);
      else known.push(use);
    }
    groups.set(uses, byLocal);
  }
  return byLocal.get(local) ?? [];
}

function roleOf(expr: Expr, parents: Parents, analysis: FileAnalysis): TokenRole {
  let value = expr;
  let parent = parents.exprs.get(value);
  while (parent !== undefined && unwrap(parent) !== parent) {
    value = parent;
    parent = parents.exprs.get(value);
  }
  if (parent !== undefined) return roleInExpr(value, parent, analysis);
  const stmt = parents.stmts.get(value);
  return stmt === undefined ? 'inert' : roleInStmt(value, stmt);
}

function roleInStmt(value: Expr, stmt: Stmt): TokenRole {
  switch (stmt.kind) {
    case 'if':
    case 'guard':
    case 'loop': {
      const clause = stmt.clauses.find((each) => each.kind === 'bind' && each.value === value);
      // A pattern takes the identifier out under a name that is not followed.
      return clause?.kind === 'bind' && clause.pattern !== undefined ? 'handedOut' : 'alias';
    }
    case 'var':
      return stmt.variable.isConstant ? 'alias' : 'handedOut';
    case 'switch':
      return bindsNames(stmt) ? 'handedOut' : 'inert';
    case 'expr':
      return 'inert';
    default:
      return 'handedOut';
  }
}

function bindsNames({ cases }: Extract<Stmt, { kind: 'switch' }>): boolean {
  return cases.some(({ patterns }) => patterns.some(({ names }) => names.length > 0));
}

function roleInExpr(value: Expr, parent: Expr, analysis: FileAnalysis): TokenRole {
  switch (parent.kind) {
    case 'call':
      return parent.receiver === value ? 'called' : roleOfArgument(parent, analysis);
    case 'member':
    case 'literal':
      return 'inert';
    case 'binary':
      return comparisons.has(parent.op) ? 'compare' : 'handedOut';
    case 'unary':
      return parent.op === '!' ? 'compare' : 'handedOut';
    case 'assign':
      return parent.target === value ? 'assign' : 'handedOut';
    case 'ternary':
      return parent.condition === value ? 'compare' : 'handedOut';
    case 'subscript':
      return parent.base === value ? 'inert' : 'handedOut';
    case 'closure':
      return 'alias';
    default:
      return 'handedOut';
  }
}

function roleOfArgument(call: CallExpr, analysis: FileAnalysis): TokenRole {
  if (analysis.calls.ends(call) !== 'no') return 'end';
  const callee = calleeOf(call, analysis.resolver, analysis.types);
  if (callee === undefined || keepsArguments(call.name)) return 'handedOut';
  if (callee.on === 'bare' && analysis.resolver.scopes.declaration(call) !== undefined) return 'handedOut';
  const isInert = isInertCall(call, callee) || (callee.on === 'bare' && isInertFunction(callee.name));
  return isInert ? 'inert' : 'handedOut';
}

export interface HandedOut {
  /** The type that has the property. */
  readonly type: string;
  readonly property: string;
}

/** Properties that may be identifiers and that are passed on, returned or stored elsewhere in what `walk` goes through. */
export function handedOutProperties(
  analysis: FileAnalysis,
  walk: (visitor: Visitor) => void,
): readonly HandedOut[] {
  return tokenUses(analysis, walk).flatMap(({ place, role, type }): HandedOut[] => {
    if (type === undefined || place.kind !== 'property' || (role !== 'handedOut' && role !== 'called'))
      return [];
    const property = analysis.resolver.property(type, place.name);
    const declared = property?.type?.name;
    // Every property has methods called on it: only an identifier's own matter.
    const isOther =
      role === 'called'
        ? (declared ?? (property?.initial && analysis.types.typeOf(property.initial))) !== tokenType
        : isOfOtherType(analysis, type, place.name);
    return isOther ? [] : [{ type, property: place.name }];
  });
}

/** `#if` may declare a property several times, with another type on another platform. */
function isOfOtherType({ program, resolver }: FileAnalysis, type: string, property: string): boolean {
  const declared = allTypes(program)
    .filter(({ name }) => name === type)
    .flatMap(({ properties }) => properties)
    .filter(({ name }) => propertyName(name, resolver.language) === property);
  return (
    declared.length > 0 && declared.every((each) => each.type !== undefined && each.type.name !== tokenType)
  );
}
