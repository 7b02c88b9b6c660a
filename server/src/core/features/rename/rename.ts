/** Renames an identifier in code, property lists and the files of tools: everywhere, or not at all. */
import { generatedPlists } from '../../project/owned-values';
import type { Unit } from '../../rules/context';
import type { FileEdit } from '../../rules/types';
import type { TextRange } from '../../text';
import { basenameUri } from '../../uri';
import type { TargetModel, Workspace } from '../../workspace-types';
import { usesOf } from '../identifiers/code-places';
import { type FoundIdentifier, type IdentifierCursor, identifierAt } from '../identifiers/cursor';
import { remembered } from '../identifiers/files';
import { groupOf, targetsWith } from '../identifiers/groups';
import { isEntryOf, isWildcard } from '../identifiers/permits';
import type { Files, Identifier, IdentifierGroup } from '../identifiers/types';
import { shownText } from '../identifiers/values';
import { CollectedEdits } from './collected-edits';
import { GroupRename } from './group-rename';
import { checkName, formsOf, symbolicValue } from './new-name';
import { RenameRefused } from './refusal';

export interface RenameSubject {
  readonly range: TextRange;
  /** The identifier as a whole, also where only a part of it is written. */
  readonly name: string;
}

export interface Renaming {
  readonly files: readonly FileEdit[];
  /** What the edits are relative to, by URI. */
  readonly texts: ReadonlyMap<string, string>;
}

type Source = Pick<Workspace, 'unit' | 'read' | 'targets'>;

/** `undefined` where no identifier is written. Throws `RenameRefused` for those that cannot be renamed. */
export async function renameSubject(
  source: Source,
  uri: string,
  offset: number,
): Promise<RenameSubject | undefined> {
  const found = await subjectAt(source, uri, offset);
  const [first] = found?.cursor.found ?? [];
  if (found === undefined || first === undefined) return undefined;
  const name = shownText(first.identifier.value, first.group);
  // What is offered here has to be accepted again, at least as it is.
  if (name.indexOf('$(') > 0)
    throw new RenameRefused(
      'The name has the bundle identifier in it, which is unknown or not the same everywhere',
    );
  return { range: found.cursor.range, name };
}

/** As `renameSubject`; throws too when a place of the identifier cannot be edited, or the name is none. */
export async function rename(
  source: Source,
  uri: string,
  offset: number,
  newName: string,
): Promise<Renaming | undefined> {
  const subject = await subjectAt(source, uri, offset);
  const [first] = subject?.cursor.found ?? [];
  if (subject === undefined || first === undefined) return undefined;
  const name = checkName(newName, first.identifier.role);
  const files = remembered(source);
  const edits = new CollectedEdits();
  const groups: GroupRename[] = [];
  const known = new Set<string | undefined>();
  const bundles = subject.cursor.found.flatMap(({ group }) => group.bundleIdentifiers);
  let next: readonly FoundIdentifier[] = subject.cursor.found;
  // What is edited may be compiled into further targets, which have lists of their own.
  while (next.length > 0) {
    for (const found of next) {
      known.add(found.group.model?.target.id);
      const group = new GroupRename(found, name, formsOf(name, found, bundles), files, edits);
      groups.push(group);
      await group.collect();
    }
    next = targetsOf(edits.uris, subject.models)
      .filter(({ target }) => !known.has(target.id))
      .map((model) => joining(groupOf(model), first.identifier, bundles));
  }
  for (const group of groups) await group.check();
  await refuseStale(edits.texts, source);
  return { files: edits.files(), texts: edits.texts };
}

/** Edits of a text that is no longer there would hit something else: not every change on disk is heard of at once. */
async function refuseStale(texts: ReadonlyMap<string, string>, files: Files): Promise<void> {
  for (const [uri, text] of texts)
    if ((await files.read(uri)) !== text)
      throw new RenameRefused(`${basenameUri(uri)} has just changed: try again`);
}

/** The identifier as another target knows it, which may have a bundle identifier of its own in it. */
function joining(
  group: IdentifierGroup,
  identifier: Identifier,
  bundles: readonly string[],
): FoundIdentifier {
  const value = symbolicValue(identifier.value, bundles);
  const own = value && { ...identifier, value };
  const isKnown =
    own !== undefined &&
    (usesOf(own, group).length > 0 || group.entries.some((entry) => isEntryOf(entry, own.value, group)));
  return { group, identifier: isKnown ? own : identifier };
}

function targetsOf(uris: readonly string[], models: readonly TargetModel[]): readonly TargetModel[] {
  return [...new Set(uris.flatMap((uri) => targetsWith(uri, models)))];
}

interface Subject {
  readonly cursor: IdentifierCursor;
  readonly models: readonly TargetModel[];
}

/** A constant's name is renamed by the language's own server. */
async function subjectAt(source: Source, uri: string, offset: number): Promise<Subject | undefined> {
  const unit = await source.unit(uri);
  if (unit === undefined || unit.kind === 'pbxproj') return undefined;
  const models = await source.targets();
  const cursor = await identifierAt(unit, offset, models, source);
  if (cursor === undefined || cursor.at === 'name') return undefined;
  refuseHere(cursor, unit);
  return { cursor, models };
}

function refuseHere({ found, isGenerated, at, range }: IdentifierCursor, unit: Unit): void {
  if (found.every(({ group }) => group.model === undefined))
    throw new RenameRefused(
      `${basenameUri(unit.uri)} belongs to no known target, so other places of the identifier could not be renamed`,
    );
  if (isGenerated) {
    const owner = found
      .flatMap(({ group }) => group.model ?? [])
      .filter(({ target }) => generatedPlists(target).includes(unit.uri))
      .flatMap(({ target }) => target.owners ?? [])[0];
    const origin = owner === undefined ? 'by a tool' : `from ${basenameUri(owner.uri)}`;
    throw new RenameRefused(
      `${basenameUri(unit.uri)} is written ${origin}: rename the identifier where it comes from`,
    );
  }
  const entry = found
    .flatMap(({ group }) => group.entries)
    .find(({ file, item }) => file.uri === unit.uri && item.inner.start === range.start);
  if (at === 'entry' && entry !== undefined && isWildcard(entry))
    throw new RenameRefused(
      `'${entry.item.value}' stands for several identifiers, which have names of their own`,
    );
}
