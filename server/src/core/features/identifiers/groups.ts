/** Which code and which lists are looked at together. */
import { permittedIdentifiers } from '../../catalog/background-keys';
import { summariseConstants } from '../../program/constants';
import { ConstantIndex } from '../../program/constants/constant-index';
import { evaluate } from '../../program/constants/evaluate';
import type { ConstantUse } from '../../program/constants/types';
import { propertyListText } from '../../program/constants/values';
import { partsOf, usesFile } from '../../project/owned-values';
import { codeOf } from '../../project/target-code';
import type { PlistFile, Target } from '../../project/types';
import type { ProgramUnit } from '../../rules/context';
import { entryValue } from '../../rules/task-scheduler/permitted';
import { dictEntry, hasVariable, rootDict, stringItems } from '../../syntax/plist-query';
import type { TargetModel } from '../../workspace-types';
import type { IdentifierGroup, IdentifierRole, IdentifierUse, PermittedEntry, TextValue } from './types';

export function groupOf(model: TargetModel): IdentifierGroup {
  const { target } = model;
  // Edits need to know where a text is written, which calls in other files do not tell.
  const constants = model.constants.withoutCallers();
  return {
    model,
    constants,
    code: [...new Set(codeOf(target))],
    bundleIdentifiers: distinct(target.configurations.map(({ bundleIdentifier }) => bundleIdentifier)),
    uses: usesIn(constants),
    entries: entriesOf(model),
  };
}

/** A file that no target compiles stands for itself. */
export function groupOfFile({ uri, program }: ProgramUnit): IdentifierGroup {
  const constants = ConstantIndex.ofFile(uri, () => summariseConstants(program));
  return {
    model: undefined,
    constants,
    code: [uri],
    bundleIdentifiers: [],
    uses: usesIn(constants),
    entries: [],
  };
}

/** Tests have identifiers of their own. */
export function targetsWith(uri: string, models: readonly TargetModel[]): readonly TargetModel[] {
  return models.filter(({ target }) => target.product !== 'tests' && holds(target, uri));
}

function holds(target: Target, uri: string): boolean {
  if (codeOf(target).includes(uri)) return true;
  if (target.configurations.some(({ infoPlistUri }) => infoPlistUri === uri)) return true;
  if (target.configurations.some(({ entitlementsUri }) => entitlementsUri === uri)) return true;
  return partsOf(target).some(({ part }) => part.file.uri === uri);
}

function usesIn(constants: ConstantIndex): readonly IdentifierUse[] {
  return [...constants.files].flatMap(([uri, { uses }]) =>
    uses.flatMap(({ role, range, owner, value, task }) =>
      isIdentifierRole(role)
        ? [
            {
              role,
              uri,
              range,
              value: evaluate(value, { uri, owner }, constants),
              ...(task !== undefined && { call: task }),
            },
          ]
        : [],
    ),
  );
}

export function isIdentifierRole(role: ConstantUse['role']): role is IdentifierRole {
  return role === 'task-identifier' || role === 'session-identifier';
}

function entriesOf({ target, infoPlist }: TargetModel): readonly PermittedEntry[] {
  const implied = partsOf(target).flatMap(({ role, part }) =>
    role === 'info' && part.isImplied === true ? [part.file] : [],
  );
  return [
    ...infoPlist.files.flatMap((file) => entriesIn(file, target, false)),
    ...implied.flatMap((file) => entriesIn(file, target, true)),
  ];
}

/** Also those of a property list that a tool writes, which is no place to edit. */
export function entriesIn(file: PlistFile, target: Target, isImplied: boolean): readonly PermittedEntry[] {
  const list = dictEntry(rootDict(file.document), permittedIdentifiers)?.value;
  const users = target.configurations.filter((configuration) => usesFile(configuration, file));
  return stringItems(list).map((item) => {
    const expansions = users.map((configuration) => (text: string): TextValue | undefined => {
      const value = entryValue(text, configuration);
      return value?.kind === 'text' ? value : undefined;
    });
    const known = expansions.filter((expand) => expand(item.value) !== undefined);
    const expanded = known.flatMap((expand) => expand(item.value) ?? []);
    const symbolic = hasVariable(item.value) ? propertyListText(item.value) : undefined;
    const values = symbolic?.kind === 'text' ? [symbolic, ...expanded] : expanded;
    return { file, item, values, expansions: known, isImplied };
  });
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}
