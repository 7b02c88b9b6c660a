/** What a value passed to an API is, as far as the API table asks. */
import type { ValuePattern } from '../catalog/requirement-types';
import type { Reducer } from './constants/reduce';
import type { ConstantExpr, ConstantValue } from './constants/types';
import { isCertain, memberNames } from './constants/values';
import type { Expr } from './ir';
import { factsOf } from './member-facts';
import { membersOf } from './members';
import type { Resolver } from './resolve';

const maxDepth = 8;

/** What is passed, in the terms of a pattern. */
export interface PassedValue {
  /**
   * Details of the use: `undefined` as the only one where there is nothing to tell, several when one of several values
   * is passed, none when the value does not fit or may not fit.
   */
  readonly details: readonly (string | undefined)[];
  /** Other names decide: the details hold while nothing is known about these. */
  readonly open?: ConstantExpr;
}

export function matchValue(
  value: Expr | undefined,
  pattern: ValuePattern | undefined,
  reducer: Reducer,
): PassedValue {
  if (pattern === undefined) return { details: [undefined] };
  if (value === undefined) return { details: [] };
  if (pattern.kind === 'constant') return passedConstants(value, pattern.names, reducer);
  const origin = originOf(value, reducer.resolver);
  if (pattern.kind === 'emptiness') return { details: [isEmpty(origin) ? 'empty' : 'filled'] };
  const literal = origin.kind === 'literal' && origin.type === 'bool' ? origin.value : undefined;
  const details = switchDetails(pattern, literal, reducer.resolver);
  return origin.kind === 'literal' ? { details } : { details, ...opened(value, reducer) };
}

function isEmpty(value: Expr): boolean {
  if (value.kind === 'collection') return value.form === 'array' && value.elements.length === 0;
  return value.kind === 'literal' && value.type === 'nil';
}

function switchDetails(
  pattern: Extract<ValuePattern, { kind: 'true' | 'not-false' }>,
  literal: string | undefined,
  resolver: Resolver,
): readonly string[] {
  if (pattern.kind === 'true') return literal === 'true' ? ['true'] : [];
  if (literal === 'false') return [];
  return asksForModes(resolver) ? ['checked'] : [literal ?? 'computed'];
}

/** In what is written there; what the names written there hold is left open. */
function passedConstants(
  value: Expr,
  names: Readonly<Record<string, string>>,
  reducer: Reducer,
): PassedValue {
  const details = [...constantsIn(value, names, reducer.resolver, 0)];
  return isPlain(value) ? { details } : { details, ...opened(value, reducer) };
}

function opened(value: Expr, reducer: Reducer): Pick<PassedValue, 'open'> {
  const open = reducer.reduce(value);
  return open.kind === 'unknown' ? {} : { open };
}

/** Details of an open use once its value is looked up. */
export function detailsOf(
  value: ConstantValue,
  pattern: ValuePattern,
  otherwise: readonly string[],
): readonly string[] {
  if (pattern.kind === 'constant') {
    const held = memberNames(value).filter((name) => Object.hasOwn(pattern.names, name));
    return isCertain(value) ? held : [...new Set([...otherwise, ...held])];
  }
  if (value.kind !== 'bool') return otherwise;
  if (pattern.kind === 'true') return value.value ? ['true'] : [];
  if (!value.value) return [];
  return otherwise.includes('checked') ? otherwise : ['true'];
}

function originOf(value: Expr, resolver: Resolver): Expr {
  const origin = resolver.origin(value);
  if (origin.kind !== 'name' && origin.kind !== 'member') return origin;
  const place = resolver.place(origin);
  const property =
    place.kind === 'property' ? resolver.property(resolver.typeAround(origin), place.name) : undefined;
  const variable = property ?? (origin.kind === 'name' ? resolver.global(origin.name) : undefined);
  return variable?.isConstant === true && variable.initial !== undefined
    ? resolver.origin(variable.initial)
    : origin;
}

/** The constant itself: there is nothing to be looked up. */
function isPlain(value: Expr): boolean {
  return value.kind === 'member' && value.base === undefined;
}

function constantsIn(
  value: Expr,
  names: Readonly<Record<string, string>>,
  resolver: Resolver,
  depth: number,
): ReadonlySet<string> {
  const origin = originOf(value, resolver);
  const found = new Set<string>();
  if (depth > maxDepth) return found;
  const own = constantNamed(origin, names);
  if (own !== undefined) found.add(own);
  for (const part of alternatives(origin))
    for (const name of constantsIn(part, names, resolver, depth + 1)) found.add(name);
  return found;
}

/** Values that a value is made of: `[.voIP]`, `Set([.voIP])`, `a ? .playback : .ambient`. */
function alternatives(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'collection':
      return expr.elements;
    case 'ternary':
      return [expr.then, expr.otherwise];
    case 'member':
      return expr.name === 'rawValue' && expr.base !== undefined ? [expr.base] : [];
    case 'call': {
      const { receiver } = expr;
      const type = expr.constructs ?? (receiver?.kind === 'name' ? receiver.name : '');
      return type.endsWith('Set') ? expr.args.map((arg) => arg.value) : [];
    }
    default:
      return [];
  }
}

function constantNamed(expr: Expr, names: Readonly<Record<string, string>>): string | undefined {
  if (expr.kind !== 'name' && expr.kind !== 'member' && expr.kind !== 'call') return undefined;
  const isMember = expr.kind === 'member' || (expr.kind === 'call' && expr.isImplicitMember);
  if (isMember && Object.hasOwn(names, expr.name)) return expr.name;
  if (expr.kind !== 'name') return undefined;
  return Object.entries(names).find(([, objc]) => objc === expr.name)?.[0];
}

/** Whether the file reads the declared modes itself: what it sets may then depend on them. */
function asksForModes({ program }: Resolver): boolean {
  return membersOf(program).some((member) => factsOf(member).asksForModes);
}
