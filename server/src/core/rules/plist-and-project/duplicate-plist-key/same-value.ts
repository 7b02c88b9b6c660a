import type { PlistNode } from '../../../syntax/plist-types';

/** Whether two values say the same, however they are laid out. The order of keys does not matter, that of items does. */
export function isSameValue(a: PlistNode | undefined, b: PlistNode | undefined): boolean {
  return JSON.stringify(meaning(a)) === JSON.stringify(meaning(b));
}

function meaning(node: PlistNode | undefined): unknown {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case 'dict':
      return node.entries
        .map(({ key, value }) => [key, meaning(value)] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1));
    case 'array':
      return [node.items.map(meaning)];
    case 'string':
    case 'boolean':
      return node.value;
    default:
      return { [node.kind]: node.value.trim() };
  }
}
