/**
 * Keys of an Info.plist that hold background modes and task identifiers, and what people write in their place.
 * Sources: developer.apple.com/documentation/bundleresources/information-property-list/uibackgroundmodes,
 * …/wkbackgroundmodes and …/bgtaskschedulerpermittedidentifiers
 */
import { generatedKeys } from '../project/generated-keys';
import { editDistance } from './edit-distance';
import type { ModeKey } from './requirement-types';

export const permittedIdentifiers = 'BGTaskSchedulerPermittedIdentifiers';

export type BackgroundKey = ModeKey | typeof permittedIdentifiers;

/** Each holds an array of strings in the root dictionary. */
export const backgroundKeys: readonly BackgroundKey[] = [
  'UIBackgroundModes',
  'WKBackgroundModes',
  permittedIdentifiers,
];

/** An entitlement that does not exist, though many believe it does. */
export const inventedEntitlement = 'com.apple.developer.background-modes';

/** Labels of Xcode's property list editor, and names that people make up. */
const wrongNames: Readonly<Record<BackgroundKey, readonly string[]>> = {
  UIBackgroundModes: [
    'Required background modes',
    'UIRequiredBackgroundModes',
    'UIBackgroundTasks',
    'UIBackgroundMode',
    'BackgroundModes',
  ],
  WKBackgroundModes: ['Required background modes (Watch)', 'WKBackgroundMode'],
  [permittedIdentifiers]: [
    'Permitted background task scheduler identifiers',
    'BGTaskSchedulerPermittedIdentifier',
  ],
};

/** More mistakes than this make another word. */
const maxMistakes = 2;

/** Variants for one kind of device. */
const deviceSuffix = /(~(iphone|ipad|ipod|appletv|watch)|-(iphoneos|iphonesimulator))$/;

export function isBackgroundKey(key: string): key is BackgroundKey {
  return backgroundKeys.some((known) => known === key);
}

/**
 * The key that somebody meant who wrote another one: blanks around it, other letter case, a label, a known wrong name, or
 * one or two typing mistakes. `undefined` for keys that exist, that extend the name of one that exists (as those that
 * somebody put out of use on purpose), and that are near none or several.
 */
export function suggestKey(written: string): BackgroundKey | undefined {
  const base = written.replace(deviceSuffix, '');
  if (isBackgroundKey(base) || generatedKeys.has(base)) return undefined;
  const trimmed = written.trim();
  const known = backgroundKeys.find((key) => key.toLowerCase() === trimmed.toLowerCase());
  if (known !== undefined) return known;
  if (backgroundKeys.some((key) => written.includes(key))) return undefined;
  const name = trimmed.toLowerCase();
  const named = backgroundKeys.find((key) => wrongNames[key].some((wrong) => wrong.toLowerCase() === name));
  return named ?? nearest(trimmed);
}

function nearest(word: string): BackgroundKey | undefined {
  const near = backgroundKeys.filter((key) => editDistance(word, key) <= maxMistakes);
  return near.length === 1 ? near[0] : undefined;
}
