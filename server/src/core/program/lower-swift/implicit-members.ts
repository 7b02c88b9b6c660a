/** Members whose base comes from the context. */
import type { Expr, TypeRef } from '../ir';

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

/** `.init(…)` where a value of that type belongs: it makes one. */
export function madeAs(value: Expr, type: TypeRef | undefined): Expr {
  if (type === undefined || type.isFunction || type.name === '') return value;
  switch (value.kind) {
    case 'try':
    case 'await':
      return { ...value, expr: madeAs(value.expr, type) };
    case 'ternary':
      return { ...value, then: madeAs(value.then, type), otherwise: madeAs(value.otherwise, type) };
    case 'binary':
      return value.op === '??' ? { ...value, right: madeAs(value.right, type) } : value;
    case 'call':
      return value.isImplicitMember && value.name === 'init' ? { ...value, constructs: type.name } : value;
    default:
      return value;
  }
}
