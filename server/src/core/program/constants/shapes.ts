/** Expressions that stand for constants by their shape: paths of names, the bundle identifier, texts made of texts. */
import type { CallExpr, Expr } from '../ir';
import { unwrap } from '../resolve';

/** `A.b.c` as its names; `undefined` when anything else is in it. Getters without arguments count in Objective-C. */
export function pathOf(expr: Expr): readonly string[] | undefined {
  const value = unwrap(expr);
  if (value.kind === 'name') return [value.name];
  const base =
    value.kind === 'member'
      ? value.base
      : value.kind === 'call' && value.args.length === 0 && value.selector !== undefined
        ? value.receiver
        : undefined;
  if (base === undefined || (value.kind !== 'member' && value.kind !== 'call')) return undefined;
  const path = pathOf(base);
  return path && [...path, value.name];
}

const mainBundles: ReadonlySet<string> = new Set(['Bundle.main', 'NSBundle.mainBundle', 'NSBundle.main']);
const identifierKeys: ReadonlySet<string> = new Set(['CFBundleIdentifier']);
const lookups: ReadonlySet<string> = new Set(['object', 'objectForInfoDictionaryKey:', 'objectForKey:']);
const dictionaries: ReadonlySet<string> = new Set(['infoDictionary', 'localizedInfoDictionary']);

/** `Bundle.main.bundleIdentifier` and the ways to look it up. */
export function isBundleIdentifier(expr: Expr): boolean {
  const value = unwrap(expr);
  const path = pathOf(value);
  if (path?.at(-1) === 'bundleIdentifier') return mainBundles.has(path.slice(0, -1).join('.'));
  if (value.kind === 'subscript') return isInfo(value.base) && isIdentifierKey(value.args[0]?.value);
  if (value.kind !== 'call' || value.receiver === undefined) return false;
  const isLookup = lookups.has(value.selector ?? value.name) && isIdentifierKey(value.args[0]?.value);
  return isLookup && (isInfo(value.receiver) || isMainBundle(value.receiver));
}

function isMainBundle(expr: Expr): boolean {
  const path = pathOf(expr);
  return path !== undefined && mainBundles.has(path.join('.'));
}

function isInfo(expr: Expr): boolean {
  const path = pathOf(expr);
  return dictionaries.has(path?.at(-1) ?? '') && mainBundles.has(path?.slice(0, -1).join('.') ?? '');
}

function isIdentifierKey(expr: Expr | undefined): boolean {
  if (expr?.kind === 'literal') return identifierKeys.has(expr.value);
  const name = expr && pathOf(expr)?.[0];
  return name === 'kCFBundleIdentifierKey';
}

const concatenations: ReadonlySet<string> = new Set(['appending', 'stringByAppendingString:']);
export const formats: ReadonlySet<string> = new Set(['stringWithFormat:', 'initWithFormat:']);
const copies: ReadonlySet<string> = new Set(['stringWithString:', 'initWithString:', 'copy', 'init']);

/** Parts of a text that a call makes; `undefined` for all other calls. */
export function textParts(call: CallExpr): readonly (string | Expr)[] | undefined {
  const values = call.args.map(({ value }) => value);
  const [first] = values;
  const method = call.selector ?? call.name;
  if (concatenations.has(method) && call.receiver !== undefined && first !== undefined)
    return [call.receiver, first];
  const isFormat = formats.has(method) || isSwiftFormat(call);
  if (isFormat && first?.kind === 'literal' && first.parts === undefined)
    return formatParts(first.value, values.slice(1));
  if (method === 'copy' && call.selector !== undefined && call.receiver !== undefined) return [call.receiver];
  const isCopy = isTextType(call.constructs) && (call.selector === undefined || copies.has(call.selector));
  const label = call.args[0]?.label;
  const isPlain = label === undefined || label === 'string' || call.selector !== undefined;
  const isClassCopy = call.selector === 'stringWithString:';
  return values.length === 1 && first !== undefined && ((isCopy && isPlain) || isClassCopy)
    ? [first]
    : undefined;
}

function isTextType(type: string | undefined): boolean {
  return type === 'String' || type === 'NSString';
}

function isSwiftFormat(call: CallExpr): boolean {
  return isTextType(call.constructs) && call.args[0]?.label === 'format';
}

/** `%@` with its arguments in order; anything else in a format is not understood. */
function formatParts(format: string, args: readonly Expr[]): readonly (string | Expr)[] | undefined {
  const pieces = format.split('%@');
  const isPlain = pieces.every((piece) => !piece.replaceAll('%%', '').includes('%'));
  if (!isPlain || pieces.length !== args.length + 1) return undefined;
  return pieces.flatMap((piece, index) => {
    const arg = args[index];
    const text = piece.replaceAll('%%', '%');
    return arg === undefined ? [text] : [text, arg];
  });
}

const collectionMakers: ReadonlySet<string> = new Set([
  'setWithObject:',
  'setWithArray:',
  'setWithSet:',
  'setWithObjects:',
  'arrayWithObject:',
  'arrayWithObjects:',
  'initWithObjects:',
  'initWithArray:',
  'initWithSet:',
  'set',
  'array',
]);

/** Elements of a set or array that a call makes; `undefined` for all other calls. */
export function elementsOf(call: CallExpr): readonly Expr[] | undefined {
  const type = call.constructs ?? (call.receiver && pathOf(call.receiver)?.join('.')) ?? '';
  if (!/^(?:NS)?(?:Mutable)?(?:Set|Array|OrderedSet)$/.test(type)) return undefined;
  const values = call.args.map(({ value }) => value).filter((value) => !isNil(value));
  if (call.selector !== undefined && call.constructs === undefined)
    return collectionMakers.has(call.selector) ? values : undefined;
  const isPlain = call.args.every(({ label }) => label === undefined || label.startsWith('initWith'));
  return isPlain ? values : undefined;
}

function isNil(expr: Expr): boolean {
  return expr.kind === 'literal' && expr.type === 'nil';
}

/** What is added to a collection or option set; `undefined` for all other calls. */
export const additions: ReadonlySet<string> = new Set([
  'insert',
  'append',
  'update',
  'formUnion',
  'addObject:',
  'addObjectsFromArray:',
  'unionSet:',
]);
