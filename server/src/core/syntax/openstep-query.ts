/** Questions about OpenStep property lists. None of them throws. */
import type { OpenStepDict, OpenStepEntry, OpenStepNode, OpenStepString } from './openstep-types';

export function openStepDict(node: OpenStepNode | undefined): OpenStepDict | undefined {
  return node?.kind === 'dict' ? node : undefined;
}

/** The entry that counts for `key`: the last of several. */
export function openStepEntry(node: OpenStepNode | undefined, key: string): OpenStepEntry | undefined {
  return node?.kind === 'dict' ? node.entries.findLast((entry) => entry.key === key) : undefined;
}

/** Value at a path of keys. */
export function openStepValue(
  node: OpenStepNode | undefined,
  ...path: readonly string[]
): OpenStepNode | undefined {
  return path.reduce((at, key) => openStepEntry(at, key)?.value, node);
}

export function openStepString(node: OpenStepNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

/** The strings of an array; items of another kind are left out. Empty for every other node. */
export function openStepStrings(node: OpenStepNode | undefined): readonly OpenStepString[] {
  return node?.kind === 'array' ? node.items.filter((item) => item.kind === 'string') : [];
}
