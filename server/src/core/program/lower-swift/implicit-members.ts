/** Members whose base comes from the context. */
import type { Block, Expr, TypeRef } from '../ir';

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
  if (value.kind === 'try') return { ...value, expr: madeAs(value.expr, type) };
  const isInit = value.kind === 'call' && value.isImplicitMember && value.name === 'init';
  return isInit ? { ...value, constructs: type.name } : value;
}

/** The same for what a function returns at the end of its body. */
export function returnsMadeAs(body: Block, type: TypeRef | undefined): Block {
  const last = body.statements.at(-1);
  if (last?.kind !== 'return' || last.value === undefined) return body;
  const value = madeAs(last.value, type);
  return value === last.value
    ? body
    : { ...body, statements: [...body.statements.slice(0, -1), { ...last, value }] };
}
