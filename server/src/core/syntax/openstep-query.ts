/** Questions about OpenStep property lists. None of them throws. */
import type { OpenStepDict, OpenStepEntry, OpenStepNode, OpenStepString } from './openstep-types';

export function openStepDict(node: OpenStepNode | undefined): OpenStepDict | undefined {
  return node?.kind === 'dict' ? node : undefined;
}

/** From here on looking through a dictionary costs more than an index of it. The objects of a project are thousands. */
const manyEntries = 64;

/** A project's text changes seldom, and is asked for thousands of objects each time its targets are judged. */
const indexes = new WeakMap<OpenStepDict, ReadonlyMap<string, OpenStepEntry>>();

/** The entry that counts for `key`: the last of several. */
export function openStepEntry(node: OpenStepNode | undefined, key: string): OpenStepEntry | undefined {
  if (node?.kind !== 'dict') return undefined;
  if (node.entries.length < manyEntries) return node.entries.findLast((entry) => entry.key === key);
  let index = indexes.get(node);
  if (index === undefined) {
    index = new Map(node.entries.map((entry) => [entry.key, entry]));
    indexes.set(node, index);
  }
  return index.get(key);
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
