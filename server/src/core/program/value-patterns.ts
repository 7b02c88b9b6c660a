/** What a value passed to an API is, as far as the API table asks. */
import type { ValuePattern } from '../catalog/requirement-types';
import { fileValues } from './constants';
import { memberNames } from './constants/values';
import type { Expr } from './ir';
import type { Resolver } from './resolve';
import { walkProgram } from './walk';

/** The key that code looks up when it asks at run time whether a mode is declared. */
const MODES_KEY = 'UIBackgroundModes';
const maxDepth = 8;

/**
 * Details of the use when the value fits the pattern: `undefined` as the only detail where there is nothing to tell,
 * several when one of several values is passed. Empty: the value does not fit, or may not fit.
 */
export function matchValue(
  value: Expr | undefined,
  pattern: ValuePattern | undefined,
  resolver: Resolver,
): readonly (string | undefined)[] {
  if (pattern === undefined) return [undefined];
  if (value === undefined) return [];
  if (pattern.kind === 'constant') return constantsAmong(value, pattern.names, resolver);
  const literal = literalOf(value, resolver);
  if (pattern.kind === 'true') return literal === 'true' ? ['true'] : [];
  if (literal === 'false') return [];
  if (asksForModes(resolver)) return ['checked'];
  return [literal ?? 'computed'];
}

/** `true` or `false` where the value is one of them, directly or through a constant of this file. */
function literalOf(value: Expr, resolver: Resolver): string | undefined {
  const origin = originOf(value, resolver);
  if (origin.kind === 'literal') return origin.type === 'bool' ? origin.value : undefined;
  const known = fileValues(resolver).of(value);
  return known.kind === 'bool' ? String(known.value) : undefined;
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

/** In what is written there, and in what the names written there hold. */
function constantsAmong(
  value: Expr,
  names: Readonly<Record<string, string>>,
  resolver: Resolver,
): readonly string[] {
  const written = constantsIn(value, names, resolver, 0);
  if (written.size > 0 && isPlain(value)) return [...written];
  const held = memberNames(fileValues(resolver).of(value)).filter((name) => Object.hasOwn(names, name));
  return [...new Set([...written, ...held])];
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

const asking = new WeakMap<Resolver, boolean>();

/** Whether the file reads the declared modes itself: what it sets may then depend on them. */
function asksForModes(resolver: Resolver): boolean {
  const known = asking.get(resolver);
  if (known !== undefined) return known;
  let asks = false;
  walkProgram(resolver.program, {
    expr: (expr) => {
      if (expr.kind === 'literal' && expr.value === MODES_KEY) asks = true;
      return !asks;
    },
  });
  asking.set(resolver, asks);
  return asks;
}
