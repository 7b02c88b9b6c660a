/** Texts of new property list elements. */
import { escapeXml } from '../../syntax/plist-text';
import { lineIndent, type PlistLayout, startsLine, XCODE_LAYOUT } from './plist-layout';

export type NewValue = string | boolean | readonly string[] | NewDict;

export interface NewDict {
  readonly [key: string]: NewValue;
}

export function isNewArray(value: NewValue): value is readonly string[] {
  return Array.isArray(value);
}

/** The lines of a key and its value, without indentation of the first level. */
export function entryLines(key: string, value: NewValue, unit: string): string[] {
  return [`<key>${escapeXml(key)}</key>`, ...valueLines(value, unit)];
}

export function stringElement(value: string): string {
  return `<string>${escapeXml(value)}</string>`;
}

export function arrayLines(elements: readonly string[], unit: string): string[] {
  if (elements.length === 0) return ['<array/>'];
  return ['<array>', ...elements.map((element) => unit + element), '</array>'];
}

/** An array of these elements in the place of what begins at `at`: in lines where that has a line for itself. */
export function arrayText(
  text: string,
  at: number,
  elements: readonly string[],
  layout: PlistLayout,
): string {
  if (!startsLine(text, at)) return arrayLines(elements, '').join('');
  return joinLines(arrayLines(elements, layout.unit), layout, lineIndent(text, at));
}

/** Lines joined as one piece of text whose first line is already indented. */
export function joinLines(lines: readonly string[], layout: PlistLayout, indent: string): string {
  return lines.join(layout.lineEnd + indent);
}

/** Whole text of a new property list, laid out as Xcode does it. */
export function newPlist(entries: NewDict): string {
  const { unit, lineEnd } = XCODE_LAYOUT;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...dictLines(Object.entries(entries), unit),
    '</plist>',
    '',
  ].join(lineEnd);
}

function dictLines(entries: readonly (readonly [string, NewValue])[], unit: string): string[] {
  if (entries.length === 0) return ['<dict/>'];
  const lines = entries.flatMap(([key, value]) => entryLines(key, value, unit));
  return ['<dict>', ...lines.map((line) => unit + line), '</dict>'];
}

function valueLines(value: NewValue, unit: string): string[] {
  if (typeof value === 'string') return [stringElement(value)];
  if (typeof value === 'boolean') return [value ? '<true/>' : '<false/>'];
  if (isNewArray(value)) return arrayLines(value.map(stringElement), unit);
  return dictLines(Object.entries(value), unit);
}
