/** Hovers on the keys and values of an Info.plist and of entitlements. */
import { permittedIdentifiers } from '../../catalog/background-keys';
import type { KeyDoc } from '../../catalog/docs';
import { isModeKey } from '../../catalog/modes';
import type { PlistRole } from '../../rules/context';
import { placeAt } from '../../syntax/plist-query';
import type { PlistEntry } from '../../syntax/plist-types';
import { contains, type TextRange } from '../../text';
import type { RoledPlist } from '../owned-plists';
import type { HoverContent, HoverRequest } from './hover';
import { identifierContent } from './identifiers';
import { keyContent, modeContent } from './topics';

export function plistHover({ document, role }: RoledPlist, request: HoverRequest): HoverContent | undefined {
  const place = placeAt(document, request.offset);
  const file = fileOf(role);
  if (place?.entry === undefined || file === undefined) return undefined;
  const { entry, node } = place;
  if (holds(entry.keyElement, request.offset)) {
    // Other dictionaries may use the same words for something else.
    const isTop = place.ancestors.length === 1 || role === 'entitlements';
    const content = isTop ? keyContent(entry.key, file, request, request.page) : undefined;
    return content && { content, range: nameOrElement(entry, request.offset) };
  }
  if (node?.kind !== 'string' || file !== 'info') return undefined;
  const value = node.value.trim();
  const content = isModeKey(entry.key)
    ? modeContent({ key: entry.key, value }, request, request.page)
    : entry.key === permittedIdentifiers
      ? identifierContent(value, request)
      : undefined;
  return content && { content, range: node.range };
}

/** A pointer on the tags is on the element. */
function nameOrElement({ keyRange, keyElement }: PlistEntry, offset: number): TextRange {
  return holds(keyRange, offset) ? keyRange : keyElement;
}

function fileOf(role: PlistRole): KeyDoc['file'] | undefined {
  return role === 'other' ? undefined : role;
}

function holds(range: TextRange, offset: number): boolean {
  return contains(range, { start: offset, end: offset });
}
