/**
 * Smallest edits of XML property lists: indentation, line ends, comments and order stay as they are. All are pure;
 * `document` is the parsed `text`. They answer `undefined` when it is not a sound XML property list with a dictionary
 * as its root, and no edits when there is nothing to change.
 */
import { trimBlank } from '../../syntax/blank';
import { dictEntry, isSound, rootDict, stringItems } from '../../syntax/plist-query';
import { escapeXml } from '../../syntax/plist-text';
import type { PlistArray, PlistDict, PlistDocument, PlistNode, PlistScalar } from '../../syntax/plist-types';
import type { TextEdit } from '../../text';
import {
  childStarts,
  hasLineEnd,
  layoutOf,
  lineIndent,
  type PlistLayout,
  startsLine,
  wholeLines,
} from './plist-layout';
import { arrayText, entryLines, joinLines, type NewValue, stringElement } from './plist-writer';

const COMMENT_ON_LINE = /^[ \t]*<!--(?:(?!-->)[^\r\n])*-->/;

/**
 * Makes the array at the root's `key` hold `value`. A missing array is added at the end of the root; a string in its
 * place becomes the first item of a new array. `undefined` also when a value of another kind stands there.
 */
export function addStringToArray(
  text: string,
  document: PlistDocument,
  key: string,
  value: string,
): TextEdit[] | undefined {
  return addStringsToArray(text, document, key, [value]);
}

/** As `addStringToArray`, with several values in their order. */
export function addStringsToArray(
  text: string,
  document: PlistDocument,
  key: string,
  values: readonly string[],
): TextEdit[] | undefined {
  const root = soundRoot(document);
  if (root === undefined) return undefined;
  const entry = dictEntry(root, key);
  const wanted = [...new Set(values)];
  if (entry?.value === undefined) return addEntry(text, document, key, wanted);
  const layout = layoutOf(text, root);
  const node = entry.value;
  if (node.kind === 'string') return [wrapInArray(text, node, wanted, layout)];
  if (node.kind !== 'array') return undefined;
  const known = stringItems(node).map((item) => item.value);
  const missing = wanted.filter((value) => !known.includes(value));
  if (missing.length === 0) return [];
  return [appendChild(text, node, missing.map(stringElement), layout, entry.keyElement.start)];
}

/** Adds `key` with `value` at the end of the root; no edits when the key is there already. */
export function addEntry(
  text: string,
  document: PlistDocument,
  key: string,
  value: NewValue,
): TextEdit[] | undefined {
  const root = soundRoot(document);
  if (root === undefined) return undefined;
  if (dictEntry(root, key) !== undefined) return [];
  const layout = layoutOf(text, root);
  return [appendChild(text, root, entryLines(key, value, layout.unit), layout, root.range.start)];
}

/** Takes an item out of its array, with its line when it has that for itself. */
export function removeArrayItem(text: string, item: PlistNode): TextEdit[] {
  return [{ range: wholeLines(text, item.range), newText: '' }];
}

/** Gives a `<string>` another text. */
export function replaceString(node: PlistScalar, newText: string): TextEdit[] {
  const isSelfClosing = node.range.end - node.inner.end === '/>'.length;
  if (isSelfClosing) return [{ range: node.range, newText: stringElement(newText) }];
  return [{ range: node.inner, newText: escapeXml(newText) }];
}

/** Moves `item`, which is in another array, to the end of the array at the root's `toKey`. */
export function moveStringToArray(
  text: string,
  document: PlistDocument,
  item: PlistScalar,
  toKey: string,
): TextEdit[] | undefined {
  const target = dictEntry(document.root, toKey)?.value;
  if (target?.kind === 'array' && target.items.includes(item)) return [];
  const added = addStringToArray(text, document, toKey, item.value);
  return added && [...removeArrayItem(text, item), ...added];
}

export function soundRoot(document: PlistDocument): PlistDict | undefined {
  return isSound(document) ? rootDict(document) : undefined;
}

function wrapInArray(
  text: string,
  node: PlistScalar,
  values: readonly string[],
  layout: PlistLayout,
): TextEdit {
  const isKept = node.value.trim() !== '' && !values.includes(node.value);
  const written = text.slice(node.range.start, node.range.end);
  const elements = [...(isKept ? [written] : []), ...values.map(stringElement)];
  return { range: node.range, newText: arrayText(text, node.range.start, elements, layout) };
}

/** `lines` become the last child. `owner` is where the container, or the key in front of it, begins. */
function appendChild(
  text: string,
  container: PlistDict | PlistArray,
  lines: readonly string[],
  layout: PlistLayout,
  owner: number,
): TextEdit {
  const last = childStarts(container).at(-1);
  if (last === undefined) return fillEmpty(text, container, lines, layout, owner);
  const end = lastChildEnd(container);
  if (!startsLine(text, last)) return insert(end, lines.map((line) => line.trimStart()).join(''));
  const indent = lineIndent(text, last);
  return insert(afterComments(text, end), layout.lineEnd + indent + joinLines(lines, layout, indent));
}

function fillEmpty(
  text: string,
  container: PlistDict | PlistArray,
  lines: readonly string[],
  layout: PlistLayout,
  owner: number,
): TextEdit {
  const outer = lineIndent(text, container.range.start);
  const isInLines = startsLine(text, owner) || hasLineEnd(text, container.inner);
  const indent = layout.lineEnd + outer + layout.unit;
  const content = isInLines ? indent + lines.join(indent) : lines.map((line) => line.trimStart()).join('');
  const closing = isInLines ? layout.lineEnd + outer : '';
  if (container.isSelfClosing) {
    const { kind } = container;
    return { range: container.range, newText: `<${kind}>${content}${closing}</${kind}>` };
  }
  const at = contentEnd(text, container);
  const hasClosingLine = hasLineEnd(text, { start: at, end: container.inner.end });
  return insert(at, hasClosingLine ? content : content + closing);
}

/** After the comments in a container without children, or right behind its opening tag. */
function contentEnd(text: string, { inner }: PlistDict | PlistArray): number {
  const content = trimBlank(text, inner);
  return content.start === content.end ? inner.start : content.end;
}

function lastChildEnd(container: PlistDict | PlistArray): number {
  if (container.kind === 'array') return container.items.at(-1)?.range.end ?? container.inner.end;
  const entry = container.entries.at(-1);
  return entry?.value?.range.end ?? entry?.keyElement.end ?? container.inner.end;
}

/** Comments on the line of a child belong to it. */
function afterComments(text: string, offset: number): number {
  let end = offset;
  for (let length = -1; length !== 0; end += length) {
    length = COMMENT_ON_LINE.exec(text.slice(end))?.[0].length ?? 0;
  }
  return end;
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
