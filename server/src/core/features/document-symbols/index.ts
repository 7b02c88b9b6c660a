/** Outlines of property lists, Xcode projects and build configuration files. Code is left to the tools for its language. */
import type { Unit } from '../../rules/context';
import { parsePlist } from '../../syntax/plist';
import { parseXcconfig } from '../../syntax/xcconfig';
import { extensionUri } from '../../uri';
import { pbxprojSymbols } from './pbxproj';
import { plistSymbols } from './plist';
import type { DocumentSymbol } from './types';
import { xcconfigSymbols } from './xcconfig';

/** Whether there is an outline for a file of this name. */
export function hasOutline(uri: string): boolean {
  return /\.(?:plist|entitlements|xcprivacy|pbxproj|xcconfig)$/i.test(uri);
}

/** `unit` answers the parsed form of `text`, where the workspace has one. Of broken documents: what can be read. */
export async function documentSymbols(
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
