/** Puts single things into an OpenStep property list where Xcode would keep them; everything else stays as it is. */
import type { OpenStepArray, OpenStepDict } from '../../../syntax/openstep-types';
import type { TextEdit, TextRange } from '../../../text';
import { hasLineEnd, lineIndent, lineStart, startsLine } from '../plist-layout';

/** Makes the text of a value; `indent` is that of the line it begins on, `undefined` where all stays on one line. */
export type RenderValue = (indent: string | undefined) => string;

export interface ProjectLayout {
  readonly lineEnd: string;
  readonly unit: string;
}

export function projectLayout(text: string): ProjectLayout {
  return {
    lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    unit: /^[ \t]+(?=\S)/m.exec(text)?.[0] ?? '\t',
  };
}

const NEEDS_NO_QUOTES = /^[\w$./]+$/;
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string as Xcode writes it. */
export function openStepText(value: string): string {
  if (NEEDS_NO_QUOTES.test(value) && !value.includes('//') && !value.includes('___')) return value;
  return `"${value.replace(/["\\]/g, '\\$&').replace(/[\n\r\t]/g, (char) => ESCAPES[char] ?? char)}"`;
}

/** Text in a comment. */
export function commentText(text: string): string {
  return text.replaceAll('*/', '* /').replace(/[\r\n]/g, ' ');
}

/** Adds `key`, which is not there, in the order of the alphabet; `isa` stays the first. */
export function insertEntry(text: string, dict: OpenStepDict, key: string, render: RenderValue): TextEdit {
  const entry = (indent: string | undefined) => `${openStepText(key)} = ${render(indent)};`;
  const next = dict.entries.find((each) => each.key !== 'isa' && each.key > key);
  if (next !== undefined) return insertBefore(text, next.keyRange.start, entry);
  const last = dict.entries.at(-1);
  if (last === undefined) return insertFirst(text, dict.range, entry);
  return insertAfter(text, last.keyRange.start, afterSeparator(text, last.value.range.end, ';'), entry);
}

/** Adds a string, which is not there, as it is written; in the order of the alphabet where the others are. */
export function insertItem(text: string, array: OpenStepArray, value: string, written: string): TextEdit {
  const values = array.items.map((item) => (item.kind === 'string' ? item.value : ''));
  const isSorted = values.every((each, index) => index === 0 || (values[index - 1] ?? '') <= each);
  const next = isSorted ? array.items[values.findIndex((each) => each > value)] : undefined;
  if (next !== undefined) return insertBefore(text, next.range.start, () => `${written},`);
  const last = array.items.at(-1);
  if (last === undefined) return insertFirst(text, array.range, () => `${written},`);
  const end = afterSeparator(text, last.range.end, ',');
  const hasComma = text[end - 1] === ',';
  const added = insertAfter(text, last.range.start, end, () => `${written}${hasComma ? ',' : ''}`);
  return hasComma ? added : { ...added, newText: `,${added.newText}` };
}

function insertBefore(text: string, start: number, render: RenderValue): TextEdit {
  if (!startsLine(text, start)) return insert(start, `${render(undefined)} `);
  const indent = lineIndent(text, start);
  return insert(lineStart(text, start), indent + render(indent) + projectLayout(text).lineEnd);
}

/** `start`: where the element in front begins; `end`: where it ends, separator included. */
function insertAfter(text: string, start: number, end: number, render: RenderValue): TextEdit {
  if (!startsLine(text, start)) return insert(end, ` ${render(undefined)}`);
  const indent = lineIndent(text, start);
  return insert(end, projectLayout(text).lineEnd + indent + render(indent));
}

function insertFirst(text: string, container: TextRange, render: RenderValue): TextEdit {
  const { lineEnd, unit } = projectLayout(text);
  const at = container.start + 1;
  if (!hasLineEnd(text, container)) return insert(at, ` ${render(undefined)}`);
  const indent = lineIndent(text, container.end - 1) + unit;
  return insert(at, lineEnd + indent + render(indent));
}

const TRIVIA = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\r\n]*)*/y;
const COMMENT = /[ \t]*\/\*(?:(?!\*\/)[^\r\n])*\*\//y;

/** After the separator behind `end`, or after the comment there when it has none. */
export function afterSeparator(text: string, end: number, separator: string): number {
  TRIVIA.lastIndex = end;
  const next = end + (TRIVIA.exec(text)?.[0].length ?? 0);
  if (text.charAt(next) === separator) return next + 1;
  COMMENT.lastIndex = end;
  return end + (COMMENT.exec(text)?.[0].length ?? 0);
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
