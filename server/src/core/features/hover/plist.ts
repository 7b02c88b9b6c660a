/** Hovers on the mode arrays of an Info.plist. */
import { modeDoc } from '../../catalog/docs';
import { modeOf } from '../../catalog/modes';
import type { ModeKey } from '../../catalog/requirement-types';
import { placeAt } from '../../syntax/plist-query';
import type { PlistDocument } from '../../syntax/plist-types';
import { contains, type TextRange } from '../../text';
import type { HoverContent, HoverRequest } from './hover';
import { docText, linkLine, type ModeName, modeStates } from './text';

const keyTexts: Readonly<Record<ModeKey, readonly string[]>> = {
  UIBackgroundModes: [
    'The reasons for which iOS may let this app run in the background. Each value allows one kind of work, and asks for more than the value.',
    'Values that nothing in the app needs are a reason for rejection (guideline 2.5.4).',
  ],
  WKBackgroundModes: [
    'The kinds of sessions for which watchOS keeps this app running. An app declares one kind of extended runtime session; `workout-processing` may be added to it.',
  ],
};

const keyLinks: Readonly<Record<ModeKey, readonly string[]>> = {
  UIBackgroundModes: [
    'https://developer.apple.com/documentation/bundleresources/information-property-list/uibackgroundmodes',
    'https://developer.apple.com/documentation/xcode/configuring-background-execution-modes',
  ],
  WKBackgroundModes: [
    'https://developer.apple.com/documentation/bundleresources/information-property-list/wkbackgroundmodes',
  ],
};

export function plistHover(document: PlistDocument, request: HoverRequest): HoverContent | undefined {
  const place = placeAt(document, request.offset);
  const key = place?.entry?.key;
  if (place?.entry === undefined || !isModeKey(key)) return undefined;
  const { entry, node } = place;
  if (holds(entry.keyElement, request.offset)) return keyHover(key, entry.keyRange);
  if (node?.kind !== 'string') return undefined;
  return modeHover({ key, value: node.value.trim() }, node.range, request);
}

function keyHover(key: ModeKey, range: TextRange): HoverContent {
  const paragraphs = [`**${key}**`, ...keyTexts[key], ...linkLine(keyLinks[key])];
  return { markdown: paragraphs.join('\n\n'), range };
}

function modeHover(
  name: ModeName,
  range: TextRange,
  { targets, folders }: HoverRequest,
): HoverContent | undefined {
  const doc = modeDoc(name.value);
  if (modeOf(name.key, name.value) === undefined || doc === undefined) return undefined;
  const paragraphs = [
    `**${name.value}**: ${doc.label}`,
    ...docText(doc),
    ...modeStates(name, targets, folders),
    ...linkLine(doc.links),
  ];
  return { markdown: paragraphs.join('\n\n'), range };
}

function isModeKey(key: string | undefined): key is ModeKey {
  return key !== undefined && Object.hasOwn(keyTexts, key);
}

function holds(range: TextRange, offset: number): boolean {
  return contains(range, { start: offset, end: offset });
}
