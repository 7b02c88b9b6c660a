/** Which documents can be edited, and how. */
import { isSound } from '../../syntax/plist-query';
import type { PlistArray, PlistDict, PlistDocument, PlistEntry, PlistNode } from '../../syntax/plist-types';
import { jsonNotation, swiftNotation } from './literals/notation';
import type { EditedPlist, Notation } from './notation';
import { xmlNotation } from './xml-edits';
import { yamlNotation } from './yaml/notation';

const notations: Readonly<Partial<Record<PlistDocument['format'], Notation>>> = {
  xml: xmlNotation,
  yaml: yamlNotation,
  json: jsonNotation,
  swift: swiftNotation,
};

export interface Editable {
  readonly notation: Notation;
  readonly plist: EditedPlist;
}

/** `undefined` when the document is not sound. */
export function editable(text: string, document: PlistDocument): Editable | undefined {
  const notation = notations[document.format];
  const root = isSound(document) ? document.root : undefined;
  return notation && root && { notation, plist: { text, root } };
}

/** The array at or below `node` that `item` is in. */
export function arrayWith(node: PlistNode, item: PlistNode): PlistArray | undefined {
  if (node.kind === 'array' && node.items.includes(item)) return node;
  return firstOf(childrenOf(node), (child) => arrayWith(child, item));
}

/** The dictionary at or below `node` that `entry` is in. */
export function dictWith(node: PlistNode, entry: PlistEntry): PlistDict | undefined {
  if (node.kind === 'dict' && node.entries.includes(entry)) return node;
  return firstOf(childrenOf(node), (child) => dictWith(child, entry));
}

function childrenOf(node: PlistNode): readonly PlistNode[] {
  if (node.kind === 'array') return node.items;
  return node.kind === 'dict' ? node.entries.flatMap(({ value }) => value ?? []) : [];
}

function firstOf<T, R>(all: readonly T[], ask: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const answer = ask(each);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
