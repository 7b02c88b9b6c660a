/** Whether an edit of a YAML text means what it should, and nothing else. */
import type { PlistNode } from '../../../syntax/plist-types';
import { parseYamlValues } from '../../../syntax/yaml-values';
import { applyEdits, type TextEdit } from '../../../text';
import type { NewValue } from '../plist-writer';

/** What a value says, without places. */
export type Outline =
  | readonly ['dict', readonly (readonly [string, Outline])[]]
  | readonly ['array', readonly Outline[]]
  | readonly [kind: string, value: string | boolean];

/** `edits` when they turn the node at `start` into what `expected` tells and change no other; else `undefined`. */
export function verified(
  text: string,
  edits: TextEdit[],
  start: number,
  kind: PlistNode['kind'],
  expected: Outline,
): TextEdit[] | undefined {
  const before = parseYamlValues(text);
  const after = parseYamlValues(applyEdits(text, edits));
  if (before.root === undefined || after.root === undefined || after.problems.length > 0) return undefined;
  const substitute = (node: PlistNode) =>
    node.range.start === start && node.kind === kind ? expected : undefined;
  const wanted = JSON.stringify(outline(before.root, substitute));
  return wanted === JSON.stringify(outline(after.root)) ? edits : undefined;
}

export function outline(node: PlistNode, substitute?: (node: PlistNode) => Outline | undefined): Outline {
  const other = substitute?.(node);
  if (other !== undefined) return other;
  if (node.kind === 'array') return ['array', node.items.map((item) => outline(item, substitute))];
  if (node.kind !== 'dict') return [node.kind, node.value];
  const entries = node.entries.map(({ key, value }): [string, Outline] => [
    key,
    value === undefined ? ['none', ''] : outline(value, substitute),
  ]);
  return ['dict', entries];
}

export function outlineOf(value: NewValue): Outline {
  if (typeof value === 'string') return ['string', value];
  if (typeof value === 'boolean') return ['boolean', value];
  if (Array.isArray(value)) return ['array', value.map(outlineOf)];
  return ['dict', Object.entries(value).map(([key, each]): [string, Outline] => [key, outlineOf(each)])];
}
