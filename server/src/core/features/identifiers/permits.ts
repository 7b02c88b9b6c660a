/** Which entries of an Info.plist permit an identifier. */
import { permits } from '../../rules/task-scheduler/permitted';
import type { IdentifierGroup, PermittedEntry, TextValue } from './types';
import { isSame } from './values';

const wildcard = '.*';

/** `com.example.export.*` stands for every identifier that begins like that. */
export function isWildcard({ item }: PermittedEntry): boolean {
  return item.value.endsWith(wildcard);
}

export function isEntryOf({ values }: PermittedEntry, value: TextValue, group: IdentifierGroup): boolean {
  return values.some((each) => isSame(each, value, group));
}

/** Whether it does so for certain in some configuration, by its name or as a wildcard. */
export function permitsIdentifier(
  entry: PermittedEntry,
  value: TextValue,
  { bundleIdentifiers }: IdentifierGroup,
): boolean {
  return [undefined, ...bundleIdentifiers].some((bundleIdentifier) =>
    entry.values.some((each) => permits(each, value, { bundleIdentifier, allowsWildcard: true }) === true),
  );
}
