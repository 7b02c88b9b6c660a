/** The outline of a property list: its keys with their values. */
import type { PlistDocument, PlistEntry, PlistNode } from '../../syntax/plist-types';
import { counted, nameOr, oneLine } from './lines';
import type { DocumentSymbol, SymbolKind } from './types';

const kinds: Readonly<Record<PlistNode['kind'], SymbolKind>> = {
  dict: 'dictionary',
  array: 'array',
  string: 'text',
  date: 'text',
  data: 'text',
  integer: 'number',
  real: 'number',
  boolean: 'boolean',
};

/** What is in the root: the root itself says nothing. */
export function plistSymbols({ root }: PlistDocument): readonly DocumentSymbol[] {
  if (root === undefined) return [];
  return root.kind === 'dict' || root.kind === 'array' ? childrenOf(root) : [itemSymbol(root, 0)];
}

function childrenOf(node: PlistNode): readonly DocumentSymbol[] {
  if (node.kind === 'dict') return node.entries.map(entrySymbol);
  return node.kind === 'array' ? node.items.map(itemSymbol) : [];
}

function entrySymbol({ key, keyRange, keyElement, value }: PlistEntry): DocumentSymbol {
  const name = nameOr(key, '(empty)');
  if (value === undefined) {
    return { name, detail: '', kind: 'missing', range: keyElement, selectionRange: keyRange, children: [] };
  }
  return {
    name,
    detail: detailOf(value),
    kind: kinds[value.kind],
    range: { start: keyElement.start, end: Math.max(keyElement.end, value.range.end) },
    selectionRange: keyRange,
    children: childrenOf(value),
  };
}

/** Items have no name: values speak for themselves, and containers are counted. */
function itemSymbol(node: PlistNode, index: number): DocumentSymbol {
  const isContainer = node.kind === 'dict' || node.kind === 'array';
  const number = `Item ${index}`;
  return {
    name: isContainer ? number : nameOr(detailOf(node), number),
    detail: isContainer ? detailOf(node) : '',
    kind: kinds[node.kind],
    range: node.range,
    selectionRange: isContainer ? { start: node.range.start, end: node.inner.start } : node.inner,
    children: childrenOf(node),
  };
}

function detailOf(node: PlistNode): string {
  switch (node.kind) {
    case 'dict':
      return counted(node.entries.length, 'key');
    case 'array':
      return counted(node.items.length, 'item');
    case 'boolean':
      return node.value ? 'YES' : 'NO';
    default:
      return oneLine(node.value);
  }
}
