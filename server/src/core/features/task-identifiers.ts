/** What the Info.plist of a target permits, and what its code does with task identifiers. For features: no verdicts. */
import { permittedIdentifiers } from '../catalog/background-keys';
import { plainText, possibleValues } from '../program/constants/values';
import { identifierText, type TaskIdentifierUse, taskIdentifierUses } from '../program/task-identifiers';
import type { PlistFile, Target } from '../project/types';
import { entryValue, permits } from '../rules/task-scheduler/permitted';
import { dictEntry, rootDict, stringItems } from '../syntax/plist-query';
import type { TextRange } from '../text';
import type { TargetModel } from '../workspace-types';

export interface PermittedEntry {
  readonly file: PlistFile;
  readonly range: TextRange;
  /** As it stands there. */
  readonly written: string;
}

/** In the order of the files. */
export function permittedEntries({ infoPlist }: TargetModel): readonly PermittedEntry[] {
  return infoPlist.files.flatMap((file) =>
    stringItems(dictEntry(rootDict(file.document), permittedIdentifiers)?.value).map(({ range, value }) => ({
      file,
      range,
      written: value.trim(),
    })),
  );
}

/** The entries that permit an identifier as it stands in a property list or in code. */
export function entriesFor(identifier: string, model: TargetModel): readonly PermittedEntry[] {
  return permittedEntries(model).filter(({ written }) => isPermittedBy(written, identifier, model.target));
}

export function isPermittedBy(entry: string, identifier: string, { configurations }: Target): boolean {
  if (entry === identifier) return true;
  return configurations.some((configuration) => {
    const [permitted, asked] = [entry, identifier].map((text) => entryValue(text, configuration));
    const matching = { bundleIdentifier: configuration.bundleIdentifier, allowsWildcard: true };
    return permitted !== undefined && asked !== undefined && permits(permitted, asked, matching) === true;
  });
}

export interface IdentifierUse {
  readonly identifier: string;
  readonly use: TaskIdentifierUse;
}

/** Uses of identifiers that are known, one for each that the code can mean there. As people write them in plists. */
export function identifierUses({ constants }: TargetModel): readonly IdentifierUse[] {
  return taskIdentifierUses(constants).flatMap((use) =>
    possibleValues(use.value).flatMap((value) => {
      const identifier = identifierText(value);
      return identifier === undefined || identifier === '' ? [] : [{ identifier, use }];
    }),
  );
}

/** What an entry stands for in code, in the first configuration that tells; `undefined` when none does. */
export function inCode(entry: string, { configurations }: Target): string | undefined {
  for (const configuration of configurations) {
    const value = entryValue(entry, configuration);
    const text = value && plainText(value, configuration.bundleIdentifier);
    if (text !== undefined) return text;
  }
  return undefined;
}

export function isWildcard(entry: string): boolean {
  return entry.endsWith('*');
}
