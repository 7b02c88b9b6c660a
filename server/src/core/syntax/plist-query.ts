/** Questions that rules, edits and features ask of property lists. None of them throws. */
import type { PlistArray, PlistDict, PlistDocument, PlistEntry, PlistNode, PlistScalar } from './plist-types';

const readable: ReadonlySet<PlistDocument['format']> = new Set(['xml', 'yaml', 'json', 'swift']);

/** Whether edits and rules that need certainty may rely on the document. */
export function isSound(document: PlistDocument): boolean {
  return readable.has(document.format) && document.root !== undefined && document.problems.length === 0;
}

/** Whether nobody is in the middle of writing it: it is sound, or a place in a tool's file where nothing is written yet. */
export function isSettled(document: PlistDocument): boolean {
  const isUnwritten =
    document.format !== 'xml' && readable.has(document.format) && document.root === undefined;
  return isSound(document) || (isUnwritten && document.problems.length === 0);
}

export function rootDict(document: PlistDocument): PlistDict | undefined {
  return document.root?.kind === 'dict' ? document.root : undefined;
}

/** The entry that counts for `key`: parsers keep the last of several. */
export function dictEntry(node: PlistNode | undefined, key: string): PlistEntry | undefined {
  return node?.kind === 'dict' ? node.entries.findLast((entry) => entry.key === key) : undefined;
}

/** Value at a path of keys. */
export function valueAt(node: PlistNode | undefined, ...path: readonly string[]): PlistNode | undefined {
  return path.reduce((at, key) => dictEntry(at, key)?.value, node);
}

export function isString(node: PlistNode | undefined): node is PlistScalar {
  return node?.kind === 'string';
}

/** Text of a `<string>`. */
export function stringValue(node: PlistNode | undefined): string | undefined {
  return isString(node) ? node.value : undefined;
}

export function booleanValue(node: PlistNode | undefined): boolean | undefined {
  return node?.kind === 'boolean' ? node.value : undefined;
}

/** The strings of an array; items of another kind are left out. Empty for every other node. */
export function stringItems(node: PlistNode | undefined): readonly PlistScalar[] {
  return node?.kind === 'array' ? node.items.filter(isString) : [];
}

/** Whether the text holds a build variable, `$(NAME)` or `${NAME}`, whose value is not known here. */
export function hasVariable(text: string): boolean {
  return /\$[({]/.test(text);
}

export interface PlistPlace {
  /** Containers around `node`, the root first. */
  readonly ancestors: readonly (PlistDict | PlistArray)[];
  /** The innermost node; `undefined` in a key and between a key and its value. */
  readonly node: PlistNode | undefined;
  /** The innermost entry. */
  readonly entry: PlistEntry | undefined;
}

/** What stands at `offset`; `undefined` outside of the root. */
export function placeAt(document: PlistDocument, offset: number): PlistPlace | undefined {
  const { root } = document;
  return root !== undefined && holds(root, offset) ? descend(root, undefined, offset) : undefined;
}

function descend(node: PlistNode, entry: PlistEntry | undefined, offset: number): PlistPlace {
  if (node.kind === 'dict') {
    const inside = node.entries.find((candidate) => isInEntry(candidate, offset));
    if (inside !== undefined) return below(node, inside.value, inside, offset);
  } else if (node.kind === 'array') {
    const item = node.items.find((candidate) => holds(candidate, offset));
    if (item !== undefined) return below(node, item, entry, offset);
  }
  return { ancestors: [], node, entry };
}

function below(
  parent: PlistDict | PlistArray,
  child: PlistNode | undefined,
  entry: PlistEntry | undefined,
  offset: number,
): PlistPlace {
  if (child === undefined || !holds(child, offset)) return { ancestors: [parent], node: undefined, entry };
  const place = descend(child, entry, offset);
  return { ...place, ancestors: [parent, ...place.ancestors] };
}

function holds(node: PlistNode, offset: number): boolean {
  return node.range.start <= offset && offset <= node.range.end;
}

function isInEntry(entry: PlistEntry, offset: number): boolean {
  const end = entry.value?.range.end ?? entry.keyElement.end;
  return entry.keyElement.start <= offset && offset <= end;
}
