/**
 * How plist values in JSON and in literals of Swift are changed. What a Swift constant stands for is found outside of the
 * dictionary, and left alone: it may be used elsewhere too.
 */
import type { PlistArray, PlistDict } from '../../../syntax/plist-types';
import { contains, type TextEdit, type TextRange } from '../../../text';
import type { Notation } from '../notation';
import { lineIndent, startsLine } from '../plist-layout';
import { LiteralContainer } from './container';
import { type LiteralLanguage, type LiteralLayout, LiteralWriter, literalLanguages } from './writer';

export const jsonNotation: Notation = literalNotation(literalLanguages.json);
export const swiftNotation: Notation = literalNotation(literalLanguages.swift);

function literalNotation(language: LiteralLanguage): Notation {
  const writer = (text: string) => new LiteralWriter(language, layoutOf(text, language));
  return {
    addItems({ text, root }, { array }, values) {
      if (!contains(root.range, array.range)) return undefined;
      const container = containerOf(text, array, language);
      const last = container?.children.at(-1);
      const sibling = last && text.slice(last.start, last.end);
      const isInLines = layoutOf(text, language).hasArraysInLines;
      return container?.append(() => values.map((value) => language.item(value, sibling)), isInLines);
    },

    addEntry({ text }, dict, key, value) {
      const container = containerOf(text, dict, language);
      return container?.append(
        (indent) => [writer(text).entry(key, value, indent)],
        /[\r\n]/.test(text.trim()),
      );
    },

    replaceByArray({ text, root }, { range }, values) {
      if (!contains(root.range, range)) return undefined;
      return [{ range, newText: writer(text).array(values, lineIndent(text, range.start)) }];
    },

    replaceItem({ text }, _array, { range }, values) {
      const sibling = text.slice(range.start, range.end);
      const isOnLine = startsLine(text, range.start);
      const line = layoutOf(text, language).lineEnd + lineIndent(text, range.start);
      const items = values.map((value) => language.item(value, sibling));
      return [{ range, newText: items.join(isOnLine ? `,${line}` : ', ') }];
    },

    removeItem: ({ text }, array, { range }) => removal(text, array, range, language),
    removeEntry: ({ text }, dict, { keyElement }) => removal(text, dict, keyElement, language),

    renameKey({ root }, { keyElement }, key) {
      return contains(root.range, keyElement)
        ? [{ range: keyElement, newText: language.quote(key) }]
        : undefined;
    },

    replaceString({ text, root }, { inner }, newText) {
      const range = { start: inner.start - 1, end: inner.end + 1 };
      if (!contains(root.range, range) || !isPlainString(text, range)) return undefined;
      return [{ range, newText: language.quote(newText) }];
    },
  };
}

function containerOf(
  text: string,
  node: PlistArray | PlistDict,
  language: LiteralLanguage,
): LiteralContainer | undefined {
  const isDict = node.kind === 'dict';
  const brackets: readonly [string, string] = isDict ? language.dictBrackets : ['[', ']'];
  const layout = layoutOf(text, language);
  return LiteralContainer.at(text, node.inner, brackets, layout, isDict ? language.emptyDict : '');
}

function removal(
  text: string,
  node: PlistArray | PlistDict,
  range: TextRange,
  language: LiteralLanguage,
): TextEdit[] | undefined {
  const container = containerOf(text, node, language);
  const index = container?.childAt(range) ?? -1;
  return index < 0 ? undefined : container?.remove(index);
}

/** Neither raw nor of several lines. */
function isPlainString(text: string, { start, end }: TextRange): boolean {
  const isQuoted = text[start] === '"' && text[end - 1] === '"';
  return isQuoted && !'#"'.includes(text[start - 1] ?? ' ') && !'#"'.includes(text[end] ?? ' ');
}

const FIRST_INDENT = /^([ \t]+)[^\s*]/m;
const ARRAY_IN_LINES = /\[[ \t]*\r?\n/;
const ARRAY_ON_LINE = /\[[^\S\r\n]*[^\s\]]/;

function layoutOf(text: string, { defaultUnit, dictBrackets }: LiteralLanguage): LiteralLayout {
  // Where dictionaries have the same brackets, their lines tell nothing about arrays.
  const areArraysTold = dictBrackets[0] !== '[';
  return {
    lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    unit: FIRST_INDENT.exec(text)?.[1] ?? defaultUnit,
    hasArraysInLines: areArraysTold && ARRAY_IN_LINES.test(text) && !ARRAY_ON_LINE.test(text),
  };
}
