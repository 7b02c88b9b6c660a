/** Places of an identifier in its files. */

import type { ProgramUnit } from '../../rules/context';
import type { TextRange } from '../../text';
import {
  comparedPlaces,
  equalLiterals,
  exprAt,
  programAt,
  spellingsOf,
  usesOf,
} from '../identifiers/code-places';
import { constantsWorth, mayName, namesOf } from '../identifiers/constant-names';
import { type FoundIdentifier, hasUnknownUses } from '../identifiers/cursor';
import { filesWith } from '../identifiers/files';
import { permitsIdentifier } from '../identifiers/permits';
import { shownPart, shownRange } from '../identifiers/pieces';
import type { Spelling } from '../identifiers/trace';
import type { FilePlace, Files, IdentifierUse } from '../identifiers/types';
import { isDistinctive } from '../identifiers/values';

/** `isDeclaration`: where the text of the identifier is written down for others to use. */
export interface IdentifierPlace extends FilePlace {
  readonly isDeclaration: boolean;
}

/** Entries of property lists that permit the identifier. */
export function permittedPlaces({ group, identifier }: FoundIdentifier): readonly IdentifierPlace[] {
  if (identifier.role !== 'task-identifier') return [];
  return group.entries
    .filter((entry) => !entry.isImplied && permitsIdentifier(entry, identifier.value, group))
    .map(({ file, item }) => ({ uri: file.uri, text: file.text, range: item.inner, isDeclaration: true }));
}

/** Literals at the other end of constants, as far as they are the whole identifier or a part of it. */
export async function literalPlaces(
  { group, identifier }: FoundIdentifier,
  uses: readonly IdentifierUse[],
  files: Files,
): Promise<readonly IdentifierPlace[]> {
  const places: IdentifierPlace[] = [];
  for (const use of uses)
    places.push(...literalsIn(await spellingsOf(use, identifier.value, group, files), use));
  return distinct(places);
}

/** The last literal of each spelling: what stands before it mostly serves others too. */
function literalsIn(
  spellings: readonly Spelling[],
  use?: { readonly uri: string; readonly range: TextRange },
): readonly IdentifierPlace[] {
  return spellings.flatMap((spelling) => {
    const piece = spelling.findLast((each) => each.kind === 'text' && each.value !== '');
    if (piece?.kind !== 'text') return [];
    const { unit, literal } = piece;
    const isArgument =
      unit.uri === use?.uri && use.range.start <= literal.start && literal.end <= use.range.end;
    return [{ ...placeIn(unit, shownRange(piece)), isDeclaration: !isArgument }];
  });
}

/** The argument of a use: what is between its quotes, or the name of a constant. */
export async function argumentPlace(use: IdentifierUse, files: Files): Promise<IdentifierPlace | undefined> {
  const unit = await programAt(files, use.uri);
  const expr = unit && exprAt(unit, use.range);
  return unit && expr && { ...placeIn(unit, shownPart(unit, expr)), isDeclaration: false };
}

/** Everything: entries, literals, arguments, comparisons, and names of constants. `only`: code in these files. */
export async function allPlaces(
  found: FoundIdentifier,
  files: Files,
  only?: readonly string[],
): Promise<readonly IdentifierPlace[]> {
  const { group, identifier } = found;
  const uses = usesOf(identifier, group);
  const places = [...permittedPlaces(found), ...(await literalPlaces(found, uses, files))];
  for (const use of uses) {
    const place = await argumentPlace(use, files);
    if (place !== undefined) places.push(place);
  }
  const code = only ?? group.code;
  for (const { unit, expr, spellings } of await comparedPlaces(identifier.value, group, files, code)) {
    places.push({ ...placeIn(unit, shownPart(unit, expr)), isDeclaration: false });
    places.push(...literalsIn(spellings, { uri: unit.uri, range: expr.range }));
  }
  if (hasUnknownUses(identifier.role, group) && isDistinctive(identifier.value))
    for (const { unit, literal } of await equalLiterals(identifier.value, group, files, code))
      places.push({ ...placeIn(unit, shownPart(unit, literal)), isDeclaration: false });
  places.push(...(await namePlaces(found, files, code)));
  return distinct(places);
}

async function namePlaces(
  { group, identifier }: FoundIdentifier,
  files: Files,
  code: readonly string[],
): Promise<readonly IdentifierPlace[]> {
  const constants = constantsWorth(identifier.value, group);
  const places: IdentifierPlace[] = [];
  const isWanted = (text: string) => mayName(text, constants);
  for (const uri of constants.length === 0 ? [] : await filesWith(files, code, isWanted)) {
    const unit = await programAt(files, uri);
    for (const range of unit === undefined ? [] : namesOf(constants, unit, group))
      if (unit !== undefined) places.push({ ...placeIn(unit, range), isDeclaration: false });
  }
  return places;
}

function placeIn({ uri, text }: ProgramUnit, range: TextRange): FilePlace {
  return { uri, text, range };
}

/** By file and place, each once; a declaration stays one. */
export function distinct(places: readonly IdentifierPlace[]): readonly IdentifierPlace[] {
  const byPlace = new Map<string, IdentifierPlace>();
  for (const place of places) {
    const key = `${place.uri} ${place.range.start} ${place.range.end}`;
    const known = byPlace.get(key);
    if (known === undefined || place.isDeclaration) byPlace.set(key, place);
  }
  return [...byPlace.values()].sort((a, b) =>
    a.uri === b.uri ? a.range.start - b.range.start : a.uri < b.uri ? -1 : 1,
  );
}
