/** How XML property lists are changed. */
import { trimBlank } from '../../syntax/blank';
import { escapeXml } from '../../syntax/plist-text';
import type { PlistArray, PlistDict } from '../../syntax/plist-types';
import type { TextEdit, TextRange } from '../../text';
import type { Notation } from './notation';
import {
  childStarts,
  hasLineEnd,
  layoutOf,
  lineIndent,
  type PlistLayout,
  startsLine,
  wholeLines,
} from './plist-layout';
import { arrayText, entryLines, joinLines, stringElement } from './plist-writer';

/** One section alone. */
const CDATA = /^<!\[CDATA\[((?:(?!\]\]>)[\s\S])*)\]\]>$/;
const COMMENT_ON_LINE = /^[ \t]*<!--(?:(?!-->)[^\r\n])*-->/;

export const xmlNotation: Notation = {
  addItems({ text, root }, { array, entry }, values) {
    const elements = values.map(stringElement);
    return [appendChild(text, array, elements, layoutOf(text, root), entry.keyElement.start)];
  },

  addEntry({ text, root }, dict, key, value) {
    if (!text.startsWith('<dict', dict.range.start)) return undefined;
    const layout = layoutOf(text, root);
    return [appendChild(text, dict, entryLines(key, value, layout.unit), layout, dict.range.start)];
  },

  replaceByArray({ text, root }, { range }, values) {
    const newText = arrayText(text, range.start, values.map(stringElement), layoutOf(text, root));
    return [{ range, newText }];
  },

  replaceItem({ text, root }, _array, { range }, values) {
    const isOnLine = startsLine(text, range.start);
    const between = isOnLine ? layoutOf(text, root).lineEnd + lineIndent(text, range.start) : '';
    return [{ range, newText: values.map(stringElement).join(between) }];
  },

  removeItem({ text }, _array, item) {
    return [{ range: wholeLines(text, item.range), newText: '' }];
  },

  removeEntry({ text }, _dict, { keyElement, value }) {
    if (!isKeyElement(text, keyElement)) return undefined;
    const range = { start: keyElement.start, end: value?.range.end ?? keyElement.end };
    return [{ range: wholeLines(text, range), newText: '' }];
  },

  renameKey({ text }, { keyElement, keyRange }, key) {
    return isKeyElement(text, keyElement) ? [{ range: keyRange, newText: escapeXml(key) }] : undefined;
  },

  replaceString({ text }, node, newText) {
    const isSelfClosing = node.range.end - node.inner.end === '/>'.length;
    if (isSelfClosing) return [{ range: node.range, newText: stringElement(newText) }];
    const section = CDATA.exec(text.slice(node.inner.start, node.inner.end))?.[1];
    if (section !== undefined && !newText.includes(']]>')) {
      const start = node.inner.start + '<![CDATA['.length;
      return [{ range: { start, end: start + section.length }, newText }];
    }
    return [{ range: node.inner, newText: escapeXml(newText) }];
  },
};

/** Some tools write the key as an attribute around its value. */
function isKeyElement(text: string, { start }: TextRange): boolean {
  return text.startsWith('<key', start);
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
