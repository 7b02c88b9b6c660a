/** Members whose base comes from the context. */
import type { Expr } from '../ir';

/** `.name`, and whatever the grammar took with the name. */
export function withImplicitBase(expr: Expr, dot: number): Expr {
  const range = { start: dot, end: expr.range.end };
  switch (expr.kind) {
    case 'name':
      return {
        kind: 'member',
        base: undefined,
        name: expr.name,
        nameRange: expr.range,
        isOptionalChain: false,
        range,
      };
    case 'member':
      return expr.base ? { ...expr, base: withImplicitBase(expr.base, dot), range } : expr;
    case 'subscript':
      return { ...expr, base: withImplicitBase(expr.base, dot), range };
    case 'call':
      if (expr.receiver) return { ...expr, receiver: withImplicitBase(expr.receiver, dot), range };
      return { ...expr, isImplicitMember: true, constructs: undefined, range };
    default:
      return expr;
  }
}
