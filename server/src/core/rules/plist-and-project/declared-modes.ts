import type { EffectiveInfoPlist, ModeArray } from '../../project/types';
import { dictEntry, rootDict, stringItems } from '../../syntax/plist-query';
import type { TextRange } from '../../text';

/** Whether one of the accepted values is among the known ones. */
export function declares(modes: ModeArray, accepted: readonly string[]): boolean {
  return modes.values.some(({ value }) => accepted.includes(value));
}

/** Places where a value is declared, each at its text. */
export function declarationsOf(
  { files }: EffectiveInfoPlist,
  { key, values }: ModeArray,
  mode: string,
): readonly { readonly uri: string; readonly range: TextRange }[] {
  const starts = values.filter(({ value }) => value === mode).map(({ range }) => range.start);
  return files.flatMap(({ uri, document }) =>
    stringItems(dictEntry(rootDict(document), key)?.value)
      .filter(({ range, value }) => value === mode && starts.includes(range.start))
      .map(({ inner }) => ({ uri, range: inner })),
  );
}
