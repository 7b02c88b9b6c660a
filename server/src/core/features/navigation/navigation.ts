/** Definition, references and highlights of identifiers, modes and keys. All answers are empty for everything else. */

import { possibleValues } from '../../program/constants/values';
import type { TextRange } from '../../text';
import type { Workspace } from '../../workspace-types';
import { usesOf } from '../identifiers/code-places';
import { type FoundIdentifier, type IdentifierCursor, identifierAt } from '../identifiers/cursor';
import { remembered } from '../identifiers/files';
import { targetsWith } from '../identifiers/groups';
import { isWildcard, permitsIdentifier } from '../identifiers/permits';
import type { Files, IdentifierUse } from '../identifiers/types';
import {
  allPlaces,
  argumentPlace,
  distinct,
  type IdentifierPlace,
  literalPlaces,
  permittedPlaces,
} from './places';
import { needsOfRequirement, requirementAt, usesOfRequirement } from './requirement-uses';

/** A place, with the text of its file where that was read for the answer. */
export interface NavigationPlace {
  readonly uri: string;
  readonly range: TextRange;
  readonly text?: string;
}

export interface Definition {
  /** What was asked about. */
  readonly origin: TextRange;
  readonly places: readonly NavigationPlace[];
}

export interface Highlight {
  readonly range: TextRange;
  readonly isDeclaration: boolean;
}

type Source = Pick<Workspace, 'unit' | 'read' | 'targets'>;

/**
 * Of a use: where the identifier is permitted and where its text is written. Of an entry of an Info.plist: where its
 * launch handler is registered. Of a mode or a key: the code that needs exactly this one.
 */
export async function definitionAt(
  source: Source,
  uri: string,
  offset: number,
): Promise<Definition | undefined> {
  const unit = await source.unit(uri);
  if (unit === undefined || unit.kind === 'pbxproj') return undefined;
  const models = await source.targets();
  const cursor = await identifierAt(unit, offset, models, source);
  if (cursor !== undefined) {
    const places = await definitionsOf(cursor, source);
    const others = places.filter((place) => !isAt(place, unit.uri, cursor.range));
    return others.length === 0 ? undefined : { origin: cursor.range, places: others };
  }
  const targets = targetsWith(unit.uri, models);
  const declared = requirementAt(unit, offset, targets);
  if (declared === undefined) return undefined;
  const places = needsOfRequirement(declared.requirement, targets);
  return places.length === 0 ? undefined : { origin: declared.range, places: once(places) };
}

async function definitionsOf(
  { at, found }: IdentifierCursor,
  files: Files,
): Promise<readonly IdentifierPlace[]> {
  const places: IdentifierPlace[] = [];
  for (const each of found)
    places.push(...(at === 'entry' ? await handlersOf(each, files) : await sourcesOf(each, files)));
  return distinct(places);
}

async function sourcesOf(found: FoundIdentifier, files: Files): Promise<readonly IdentifierPlace[]> {
  const literals = await literalPlaces(found, usesOf(found.identifier, found.group), files);
  return [...permittedPlaces(found), ...literals.filter(({ isDeclaration }) => isDeclaration)];
}

/** Where an entry is registered; where nobody does, where it is asked for. */
async function handlersOf(found: FoundIdentifier, files: Files): Promise<readonly IdentifierPlace[]> {
  const uses = permittedUses(found);
  const registered = uses.filter(({ call }) => call?.api === 'register' || call?.api === 'modifier');
  const places: IdentifierPlace[] = [];
  for (const use of registered.length > 0 ? registered : uses) {
    const place = await argumentPlace(use, files);
    if (place !== undefined) places.push(place);
  }
  return places;
}

/** A wildcard permits several identifiers. */
function permittedUses({ group, identifier }: FoundIdentifier): readonly IdentifierUse[] {
  const entries = group.entries.filter((entry) => entry.values.includes(identifier.value));
  if (!entries.some(isWildcard)) return usesOf(identifier, group);
  return group.uses.filter(
    ({ role, value }) =>
      role === identifier.role &&
      possibleValues(value).some(
        (each) => each.kind === 'text' && entries.some((entry) => permitsIdentifier(entry, each, group)),
      ),
  );
}

/** `undefined` where nothing of ours stands. */
export async function referencesAt(
  source: Source,
  uri: string,
  offset: number,
  includeDeclaration: boolean,
): Promise<readonly NavigationPlace[] | undefined> {
  const unit = await source.unit(uri);
  if (unit === undefined || unit.kind === 'pbxproj') return undefined;
  const models = await source.targets();
  const cursor = await identifierAt(unit, offset, models, source);
  if (cursor !== undefined) {
    const files = remembered(source);
    const places: IdentifierPlace[] = [];
    for (const found of cursor.found) places.push(...(await allPlaces(found, files)));
    return distinct(places).filter(({ isDeclaration }) => includeDeclaration || !isDeclaration);
  }
  const targets = targetsWith(unit.uri, models);
  const declared = requirementAt(unit, offset, targets);
  return declared && once(usesOfRequirement(declared.requirement, targets));
}

/** In the file itself. Names of constants are left to the language's own server. */
export async function highlightsAt(
  source: Source,
  uri: string,
  offset: number,
): Promise<readonly Highlight[] | undefined> {
  const unit = await source.unit(uri);
  if (unit === undefined || unit.kind === 'pbxproj') return undefined;
  const cursor = await identifierAt(unit, offset, await source.targets(), source);
  if (cursor === undefined || cursor.at === 'name') return undefined;
  const places: IdentifierPlace[] = [];
  for (const found of cursor.found) places.push(...(await allPlaces(found, source, [unit.uri])));
  return distinct(places).filter((place) => place.uri === unit.uri);
}

function isAt({ uri, range }: NavigationPlace, other: string, { start, end }: TextRange): boolean {
  return uri === other && range.start === start && range.end === end;
}

/** Several targets may share a file. */
function once(places: readonly NavigationPlace[]): readonly NavigationPlace[] {
  const byPlace = new Map(places.map((place) => [`${place.uri} ${place.range.start}`, place]));
  return [...byPlace.values()];
}
