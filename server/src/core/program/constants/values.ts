/** Joins and compares constant values. */
import { type ConstantValue, type TextPart, unknownValue } from './types';

/** More alternatives than this are not told apart. */
const maxValues = 16;

export function textOf(parts: readonly TextPart[]): ConstantValue {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  return { kind: 'text', parts: joined };
}

/** One of several values: equal ones are one, `unknown` among them makes the answer incomplete. */
export function oneOf(values: readonly ConstantValue[], isComplete = true): ConstantValue {
  const distinct = new Map<string, ConstantValue>();
  let complete = isComplete;
  const add = (value: ConstantValue): void => {
    if (value.kind === 'unknown') complete = false;
    else if (value.kind === 'one-of') {
      complete &&= value.isComplete;
      for (const each of value.values) add(each);
    } else distinct.set(JSON.stringify(value), value);
  };
  for (const value of values) add(value);
  const [first] = distinct.values();
  if (first === undefined || distinct.size > maxValues) return unknownValue;
  return distinct.size === 1 && complete
    ? first
    : { kind: 'one-of', values: [...distinct.values()], isComplete: complete };
}

/** Every value that it certainly can have; none when nothing is known. */
export function possibleValues(value: ConstantValue): readonly ConstantValue[] {
  if (value.kind === 'unknown') return [];
  return value.kind === 'one-of' ? value.values : [value];
}

/** Every combination of the alternatives of `values`, put together by `combine`. */
function combined(
  values: readonly ConstantValue[],
  combine: (chosen: readonly ConstantValue[]) => ConstantValue,
): ConstantValue {
  let rows: readonly (readonly ConstantValue[])[] = [[]];
  let isComplete = true;
  for (const value of values) {
    if (value.kind === 'one-of') isComplete &&= value.isComplete;
    const options = value.kind === 'one-of' ? value.values : [value];
    rows = rows.flatMap((row) => options.map((option) => [...row, option]));
    if (rows.length > maxValues) return unknownValue;
  }
  return oneOf(rows.map(combine), isComplete);
}

/** Concatenation; unknown as soon as one part is. */
export function join(values: readonly ConstantValue[]): ConstantValue {
  return combined(values, (chosen) => {
    const parts: TextPart[] = [];
    for (const value of chosen) {
      if (value.kind === 'text') parts.push(...value.parts);
      else if (value.kind === 'number') parts.push(value.value);
      else return unknownValue;
    }
    return textOf(parts);
  });
}

/** A set of everything in `values`, nested sets taken apart. */
export function union(values: readonly ConstantValue[]): ConstantValue {
  return combined(values, (chosen) => {
    const members = new Map<string, ConstantValue>();
    let isComplete = true;
    for (const value of chosen) {
      if (value.kind === 'unknown') isComplete = false;
      else if (value.kind === 'set') {
        isComplete &&= value.isComplete;
        for (const each of value.members) members.set(JSON.stringify(each), each);
      } else if (value.kind !== 'nil' && value.kind !== 'number') members.set(JSON.stringify(value), value);
    }
    return { kind: 'set', members: [...members.values()], isComplete };
  });
}

/** Whether it is known completely: nothing else can be in it or instead of it. */
export function isCertain(value: ConstantValue): boolean {
  switch (value.kind) {
    case 'unknown':
      return false;
    case 'set':
      return value.isComplete && value.members.every(isCertain);
    case 'one-of':
      return value.isComplete && value.values.every(isCertain);
    default:
      return true;
  }
}

/** Names of SDK constants that the value can be or hold. */
export function memberNames(value: ConstantValue): readonly string[] {
  if (value.kind === 'member') return [value.name];
  if (value.kind === 'set') return value.members.flatMap(memberNames);
  return value.kind === 'one-of' ? [...new Set(value.values.flatMap(memberNames))] : [];
}

/** The text that a value stands for in a target; `undefined` when it is no text or needs an identifier that is not given. */
export function plainText(value: ConstantValue, bundleIdentifier: string | undefined): string | undefined {
  if (value.kind !== 'text') return undefined;
  let text = '';
  for (const part of value.parts) {
    const known = typeof part === 'string' ? part : bundleIdentifier;
    if (known === undefined) return undefined;
    text += known;
  }
  return text;
}

/**
 * The same for every configuration of a target, given the bundle identifier of each. `undefined` when one of them
 * is not known.
 */
export function plainTexts(
  value: ConstantValue,
  bundleIdentifiers: readonly (string | undefined)[],
): ReadonlySet<string> | undefined {
  const texts = bundleIdentifiers.map((identifier) => plainText(value, identifier));
  const known = texts.filter((text) => text !== undefined);
  return known.length < texts.length || known.length === 0 ? undefined : new Set(known);
}

const bundleVariable = /\$[({]PRODUCT_BUNDLE_IDENTIFIER(?::[^)}]*)?[)}]/g;

/**
 * The same for what stands in a property list: `$(PRODUCT_BUNDLE_IDENTIFIER).refresh`. `undefined` when it holds
 * another build variable, or a modifier that changes the identifier.
 */
export function propertyListText(text: string): ConstantValue | undefined {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(bundleVariable)) {
    if (match[0].includes(':')) return undefined;
    parts.push(text.slice(end, match.index), { symbol: 'bundle-identifier' });
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  const hasOthers = parts.some((part) => typeof part === 'string' && /\$[({]/.test(part));
  return hasOthers ? undefined : textOf(parts);
}

/** Whether two texts are the same in every target, or in the one with this bundle identifier. `undefined`: unknown. */
export function sameText(
  left: ConstantValue,
  right: ConstantValue,
  bundleIdentifier: string | undefined,
): boolean | undefined {
  if (left.kind !== 'text' || right.kind !== 'text') return undefined;
  if (JSON.stringify(left) === JSON.stringify(right)) return true;
  const [a, b] = [plainText(left, bundleIdentifier), plainText(right, bundleIdentifier)];
  return a === undefined || b === undefined ? undefined : a === b;
}
