/** Names in code as look-ups among constants see them. */
import type { ConstantScope } from '../../program/constants/constant-index';
import { headOf } from '../../program/constants/reduce';
import { pathOf } from '../../program/constants/shapes';
import type { Expr } from '../../program/ir';
import { resolverOf, unwrap } from '../../program/resolve';
import type { ProgramUnit } from '../../rules/context';
import type { TextRange } from '../../text';

/** A path that starts at a type, a global or `self`; `undefined` for members of local objects, and all that is no path. */
export function constantPath(expr: Expr, { program }: ProgramUnit): readonly string[] | undefined {
  const path = pathOf(expr);
  const head = headOf(expr);
  if (path === undefined || head === undefined) return undefined;
  const resolver = resolverOf(program);
  if (resolver.scopes.declaration(head) === undefined) return path;
  return resolver.isSelf(head) ? ['self', ...path.slice(1)] : undefined;
}

/** `owner`: path of the type around, where the expression does not tell. */
export function constantScope(expr: Expr, { uri, program }: ProgramUnit, owner = ''): ConstantScope {
  const scope = resolverOf(program).scopes.scopeOf(headOf(expr) ?? expr);
  return { uri, owner: scope?.type?.path ?? owner };
}

/** The last name of a chain. */
export function lastName(expr: Expr): TextRange | undefined {
  if (expr.kind === 'name') return expr.range;
  return expr.kind === 'member' || (expr.kind === 'call' && expr.args.length === 0)
    ? expr.nameRange
    : undefined;
}

/** A name without the raw value that is asked of it. */
export function namedExpr(expr: Expr): Expr {
  const value = unwrap(expr);
  return value.kind === 'member' && value.name === 'rawValue' && value.base !== undefined
    ? unwrap(value.base)
    : value;
}
