/** Outlines of property lists, Xcode projects and build configuration files. Code is left to the tools for its language. */
import type { Unit } from '../../rules/context';
import { parsePlist } from '../../syntax/plist';
import { parseXcconfig } from '../../syntax/xcconfig';
import type { TextRange } from '../../text';
import { extensionUri } from '../../uri';
import { pbxprojSymbols } from './pbxproj';
import { plistSymbols } from './plist';
import type { DocumentSymbol } from './types';
import { xcconfigSymbols } from './xcconfig';

/** `unit` answers the parsed form of `text`, where the workspace has one. Of broken documents: what can be read. */
export async function documentSymbols(
  uri: string,
  text: string,
  unit: () => Promise<Unit | undefined>,
): Promise<readonly DocumentSymbol[]> {
  return within({ start: 0, end: text.length }, await outlineOf(uri, text, unit));
}

/** Whether there is an outline for a file of this name. */
export function hasOutline(uri: string): boolean {
  return /\.(?:plist|entitlements|xcprivacy|pbxproj|xcconfig)$/i.test(uri);
}

async function outlineOf(
  uri: string,
  text: string,
  unit: () => Promise<Unit | undefined>,
): Promise<readonly DocumentSymbol[]> {
  switch (extensionUri(uri)) {
    case '.xcconfig':
      return xcconfigSymbols(parseXcconfig(text));
    case '.xcprivacy':
      return plistSymbols(parsePlist(text));
    default: {
      const known = await unit();
      if (known?.kind === 'pbxproj') return pbxprojSymbols(known.document);
      return known?.kind === 'plist' && known.document.format === 'xml' ? plistSymbols(known.document) : [];
    }
  }
}

/** Where tags are missing, what is read into an element may lie beyond its end. */
function within(bounds: TextRange, symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
  return symbols.map((symbol) => {
    const range = clamp(symbol.range, bounds);
    const selectionRange = clamp(symbol.selectionRange, range);
    return { ...symbol, range, selectionRange, children: within(range, symbol.children) };
  });
}

function clamp({ start, end }: TextRange, bounds: TextRange): TextRange {
  const from = Math.min(Math.max(start, bounds.start), bounds.end);
  return { start: from, end: Math.min(Math.max(from, end), bounds.end) };
}
