/** How plist values in YAML are changed. Every edit is checked: the text is read again before it is answered. */
import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { PlistArray, PlistDict, PlistNode } from '../../../syntax/plist-types';
import type { TextEdit } from '../../../text';
import type { Notation } from '../notation';
import { isNewArray, type NewValue } from '../plist-writer';
import { flowChildren, YamlBlock } from './block';
import { appendFlow, removeFlow } from './flow';
import { type FoundNode, hasMergeKey, isEmptyScalar, YamlTree } from './tree';
import { type Outline, outline, outlineOf, verified } from './verify';
import { entryLines, flowText, nestedLines, scalarText, yamlLayout } from './writer';

export const yamlNotation: Notation = {
  addItems({ text }, { array }, values) {
    const expected: Outline = ['array', [...array.items.map((item) => outline(item)), ...strings(values)]];
    return checked(text, array, expected, addItems(text, array, values));
  },

  addEntry({ text }, dict, key, value) {
    const expected: Outline = ['dict', [...entriesOf(dict), [key, outlineOf(value)]]];
    return checked(text, dict, expected, addEntry(text, dict, key, value));
  },

  replaceByArray({ text }, node, values) {
    const edits = isBlank(node) ? fill(text, node, values) : replace(text, node, flowText(values));
    return checked(text, node, ['array', strings(values)], edits);
  },

  replaceItem({ text }, array, item, values) {
    const items = array.items.flatMap((each) => (each === item ? strings(values) : [outline(each)]));
    return checked(text, array, ['array', items], replaceItem(text, array, item, values));
  },

  removeItem({ text }, array, item) {
    const rest = array.items.filter((each) => each !== item);
    const expected: Outline = ['array', rest.map((each) => outline(each))];
    return checked(text, array, expected, removeItem(text, array, array.items.indexOf(item)));
  },

  removeEntry({ text }, dict, entry) {
    const index = dict.entries.indexOf(entry);
    const expected: Outline = ['dict', entriesOf(dict).filter((_, at) => at !== index)];
    return checked(text, dict, expected, removeEntry(text, dict, entry.keyElement.start));
  },

  renameKey({ text, root }, entry, key) {
    if (root.kind !== 'dict' || !root.entries.includes(entry)) return undefined;
    const entries = entriesOf(root).map(([name, value], at): readonly [string, Outline] =>
      root.entries[at] === entry ? [key, value] : [name, value],
    );
    const edits = [{ range: entry.keyElement, newText: scalarText(key) }];
    return found(text, root, isMap) && checked(text, root, ['dict', entries], edits);
  },

  replaceString({ text }, node, newText) {
    const scalar = found(text, node, isScalar)?.node;
    const edits = scalar && replace(text, node, scalarText(newText, styleOf(scalar)));
    return checked(text, node, ['string', newText], edits);
  },
};

/** `value` for a key that stands there without one. */
export function fillEmptyValue(text: string, node: PlistNode, value: NewValue): TextEdit[] | undefined {
  return isBlank(node) ? checked(text, node, outlineOf(value), fill(text, node, value)) : undefined;
}

function addItems(text: string, array: PlistArray, values: readonly string[]): TextEdit[] | undefined {
  const { tree, node } = found(text, array, isSeq) ?? {};
  if (tree === undefined || node === undefined) return undefined;
  const last = node.items.at(-1);
  const style = isScalar(last) ? styleOf(last) : undefined;
  const texts = values.map((value) => scalarText(value, style));
  const layout = yamlLayout(text);
  if (node.flow) return appendFlow(text, array.inner, flowChildren(tree, node), texts, layout.lineEnd);
  return new YamlBlock(text, tree, layout).itemsAfter(last, texts);
}

function addEntry(text: string, dict: PlistDict, key: string, value: NewValue): TextEdit[] | undefined {
  const { tree, node } = found(text, dict, isMap) ?? {};
  if (tree === undefined || node === undefined || hasMergeKey(node)) return undefined;
  const layout = yamlLayout(text);
  if (node.flow) {
    const entry = `${scalarText(key)}: ${flowText(value)}`;
    return appendFlow(text, dict.inner, flowChildren(tree, node), [entry], layout.lineEnd);
  }
  return new YamlBlock(text, tree, layout).entryLines(
    node,
    entryLines(key, value, layout, hasFlowArrays(node)),
  );
}

function replaceItem(
  text: string,
  array: PlistArray,
  item: PlistNode,
  values: readonly string[],
): TextEdit[] | undefined {
  const { tree, node } = found(text, array, isSeq) ?? {};
  const [first, ...others] = values.map((value) => scalarText(value));
  if (tree === undefined || node === undefined || first === undefined) return undefined;
  const edits = replace(text, item, node.flow ? [first, ...others].join(', ') : first);
  if (node.flow || others.length === 0) return edits;
  const child = node.items[array.items.indexOf(item)];
  const added = new YamlBlock(text, tree, yamlLayout(text)).itemsAfter(child, others);
  return edits && added && [...edits, ...added];
}

function removeItem(text: string, array: PlistArray, index: number): TextEdit[] | undefined {
  const { tree, node, pair } = found(text, array, isSeq) ?? {};
  if (tree === undefined || node === undefined) return undefined;
  if (node.flow) return removeFlow(text, flowChildren(tree, node), index);
  return new YamlBlock(text, tree, yamlLayout(text)).removeItem(node, pair, node.items[index]);
}

function removeEntry(text: string, dict: PlistDict, keyStart: number): TextEdit[] | undefined {
  const { tree, node, pair } = found(text, dict, isMap) ?? {};
  const index = node?.items.findIndex((each) => tree?.keyStart(each) === keyStart) ?? -1;
  const entry = node?.items[index];
  if (tree === undefined || node === undefined || entry === undefined) return undefined;
  if (node.flow) return removeFlow(text, flowChildren(tree, node), index);
  return new YamlBlock(text, tree, yamlLayout(text)).removeEntry(node, pair, entry);
}

function fill(text: string, node: PlistNode, value: NewValue): TextEdit[] | undefined {
  const { tree, pair, isInFlow, node: scalar } = found(text, node, isScalar) ?? {};
  if (tree === undefined || pair === undefined || isInFlow !== false) return undefined;
  if (!isEmptyScalar(scalar, tree)) return replace(text, node, flowText(value));
  if (typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (isNewArray(value) && value.length === 0) return undefined;
  const layout = yamlLayout(text);
  return new YamlBlock(text, tree, layout).linesBelow(pair, nestedLines(value, layout, false));
}

function replace(text: string, { range }: PlistNode, newText: string): TextEdit[] | undefined {
  return /[\r\n]/.test(text.slice(range.start, range.end)) ? undefined : [{ range, newText }];
}

function found<N extends Node>(
  text: string,
  node: PlistNode,
  accepts: (node: Node) => node is N,
): (FoundNode & { readonly node: N; readonly tree: YamlTree }) | undefined {
  const tree = YamlTree.of(text);
  const place = tree?.find(node.range.start, accepts);
  return tree && place && { ...place, tree };
}

function checked(
  text: string,
  node: PlistNode,
  expected: Outline,
  edits: TextEdit[] | undefined,
): TextEdit[] | undefined {
  return edits && verified(text, edits, node.range.start, node.kind, expected);
}

function strings(values: readonly string[]): readonly Outline[] {
  return values.map((value): Outline => ['string', value]);
}

function entriesOf(dict: PlistDict): readonly (readonly [string, Outline])[] {
  const whole = outline(dict);
  return whole[0] === 'dict' && Array.isArray(whole[1]) ? whole[1] : [];
}

function isBlank(node: PlistNode): boolean {
  return node.kind === 'string' && node.value.trim() === '';
}

function styleOf(scalar: Scalar): string | undefined {
  return scalar.type;
}

/** Some array of the map stands in brackets, and none in lines. */
function hasFlowArrays(map: YAMLMap): boolean {
  const arrays = map.items.flatMap(({ value }): YAMLSeq[] =>
    isSeq(value) && value.items.length > 0 ? [value] : [],
  );
  return arrays.length > 0 && arrays.every((array) => array.flow === true);
}
