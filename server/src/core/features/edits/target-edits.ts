/**
 * Changes of a target's Info.plist or entitlements, wherever their truth lives: in the files of all configurations, in
 * the file of a tool that writes them, or in a new file.
 */
import { distinct } from '../../project/owned-values';
import type { FileEdit } from '../../rules/types';
import type { TextEdit } from '../../text';
import { changeAt, isAddition, newValue, type PlistChange } from './target/changes';
import type { PlistKind, TargetEditContext } from './target/context';
import { createPlist } from './target/new-plist';
import { hasKey, isImplied, sharers, type ValuePlace, valuePlaces } from './target/places';

export type { PlistChange } from './target/changes';
export type { PlistKind, TargetEditContext } from './target/context';

export interface TargetChange {
  /** Empty when there is nothing to change. */
  readonly files: readonly FileEdit[];
  /** Files that hold the values; those of projects are not among them. Without repetitions. */
  readonly places: readonly string[];
  /** They are about to be created. */
  readonly isNew: boolean;
  /** The places are files of tools, which hold values of several targets. */
  readonly isInManifest: boolean;
  /** Names of other targets that the change is a change of too. */
  readonly sharedWith: readonly string[];
}

/** `undefined` when the change cannot be made, safely and for all configurations. */
export function changeTarget(
  context: TargetEditContext,
  kind: PlistKind,
  change: PlistChange,
): TargetChange | undefined {
  const configurations = valuePlaces(context, kind);
  const known = configurations.flatMap((places) => (places === undefined ? [] : [places]));
  if (known.length === 0 || known.length < configurations.length) return undefined;
  const isAbsent = known.map((places) => places.length === 0);
  if (isAbsent.every((each) => each)) return isAddition(change) ? created(context, kind, change) : undefined;
  if (isAbsent.includes(true) && isAddition(change)) return undefined;
  return isAddition(change) ? added(context, kind, change, known) : removed(context, kind, change, known);
}

function created(context: TargetEditContext, kind: PlistKind, change: PlistChange): TargetChange | undefined {
  const value = newValue(change);
  const made = value === undefined ? undefined : createPlist(context, kind, { [change.key]: value });
  return made && { files: made.files, places: [made.uri], isNew: true, isInManifest: false, sharedWith: [] };
}

/** In one place of each configuration: the one that has the key, or the first that can be edited. */
function added(
  context: TargetEditContext,
  kind: PlistKind,
  change: PlistChange,
  configurations: readonly (readonly ValuePlace[])[],
): TargetChange | undefined {
  const chosen: Changed[] = [];
  for (const places of configurations) {
    const having = places.find((place) => hasKey(place, change.key));
    const candidates = having === undefined ? places : [having];
    const found = candidates.flatMap((place) => changed(place, change) ?? [])[0];
    if (found === undefined) return undefined;
    chosen.push(found);
  }
  return joined(context, kind, chosen);
}

/** In all places that have it. */
function removed(
  context: TargetEditContext,
  kind: PlistKind,
  change: PlistChange,
  configurations: readonly (readonly ValuePlace[])[],
): TargetChange | undefined {
  if (isImplied(context, kind, change.key)) return undefined;
  const places = configurations.flat().filter((place) => hasKey(place, change.key));
  const all = places.flatMap((place) => changed(place, change) ?? []);
  return all.length < places.length ? undefined : joined(context, kind, all);
}

interface Changed {
  readonly place: ValuePlace;
  readonly edits: readonly TextEdit[];
}

function changed(place: ValuePlace, change: PlistChange): Changed | undefined {
  const edits = changeAt(place, change);
  return edits && { place, edits };
}

/** Configurations mostly share their places. */
function joined(context: TargetEditContext, kind: PlistKind, all: readonly Changed[]): TargetChange {
  const files = distinct(all.map(({ place }) => place.file));
  const each = files.flatMap((file) => all.find(({ place }) => place.file === file) ?? []);
  const effective = each.filter(({ edits }) => edits.length > 0);
  const shown = effective.length > 0 ? effective : each;
  const uris = [...new Set(effective.map(({ place }) => place.file.uri))];
  const editsOf = (uri: string) =>
    effective.flatMap(({ place, edits }) => (place.file.uri === uri ? edits : []));
  return {
    files: uris.map((uri) => ({ uri, edits: editsOf(uri) })),
    places: [...new Set(shown.map(({ place }) => place.file.uri))],
    isNew: false,
    isInManifest: shown.some(({ place }) => place.path.length > 0 || place.file.document.format !== 'xml'),
    sharedWith: [...new Set(shown.flatMap(({ place }) => sharers(context, place, kind)))],
  };
}
