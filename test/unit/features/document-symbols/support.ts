import { documentSymbols } from '../../../../server/src/core/features/document-symbols';
import type { DocumentSymbol } from '../../../../server/src/core/features/document-symbols/types';
import type { Unit } from '../../../../server/src/core/rules/context';
import { parseOpenStep } from '../../../../server/src/core/syntax/openstep';
import { parsePlist } from '../../../../server/src/core/syntax/plist';

/** The outline of a file as the server gives it. */
export function symbolsOf(name: string, text: string): Promise<readonly DocumentSymbol[]> {
  const uri = `file:///ws/${name}`;
  return documentSymbols(uri, text, async () => unitOf(uri, text));
}

function unitOf(uri: string, text: string): Unit | undefined {
  if (uri.endsWith('.pbxproj')) return { kind: 'pbxproj', uri, text, document: parseOpenStep(text) };
  if (!/\.(?:plist|entitlements)$/.test(uri)) return undefined;
  return { kind: 'plist', uri, text, role: 'other', document: parsePlist(text) };
}

/** One line for each symbol, indented by depth: `name: detail`. */
export function printed(symbols: readonly DocumentSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail === '' ? '' : `: ${detail}`}`,
    ...printed(children, `${indent}  `),
  ]);
}

/** Ranges that leave the text or the symbol around them, and names that are blank. */
export function faults(symbols: readonly DocumentSymbol[], bounds: { start: number; end: number }): string[] {
  return symbols.flatMap(({ name, range, selectionRange, children }) => [
    ...(isIn(range, bounds) ? [] : [`${name} leaves what is around it`]),
    ...(isIn(selectionRange, range) ? [] : [`${name} is named outside of itself`]),
    ...(name.trim() === '' || /[\r\n]/.test(name) ? [`"${name}" is no name`] : []),
    ...faults(children, range),
  ]);
}

function isIn(inner: { start: number; end: number }, outer: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}
