/** Where the values of a target's property lists are written, so that an edit of them survives. */
import { isSameFile } from '../../../project/owned-values';
import type { OwnedValues, PlistFile, Target, TargetConfiguration } from '../../../project/types';
import { dictEntry, rootDict } from '../../../syntax/plist-query';
import type { PlistKind, TargetEditContext } from './context';

export interface ValuePlace {
  readonly file: PlistFile;
  /** Keys to the dictionary, for one that nobody has written yet. */
  readonly path: readonly string[];
}

/**
 * The places of one configuration, the first choice first. Empty: it has no property list yet. `undefined`: not known, or
 * nothing that can be edited.
 */
export type ConfigurationPlaces = readonly ValuePlace[] | undefined;

/** For each configuration of the target, in their order. */
export function valuePlaces(context: TargetEditContext, kind: PlistKind): readonly ConfigurationPlaces[] {
  return context.target.configurations.map((configuration) => placesOf(context, configuration, kind));
}

function placesOf(
  context: TargetEditContext,
  configuration: TargetConfiguration,
  kind: PlistKind,
): ConfigurationPlaces {
  const { uri, isUnresolved, owned, canBeAbsent } = declared(configuration, kind);
  const parts = (owned?.parts ?? []).flatMap(({ file, path, isImplied }) =>
    isImplied === true ? [] : [{ file, path }],
  );
  if (owned?.effect === 'replaces') return nonEmpty(parts);
  if (isUnresolved) return undefined;
  if (uri === undefined) return parts.length > 0 || canBeAbsent ? parts : undefined;
  if (isWrittenByTool(context.target, kind)) return nonEmpty(parts);
  const file = filesOf(context, kind).find((each) => each.uri === uri);
  return file && [{ file, path: [] }, ...parts];
}

/** Whether an option of a tool stands for values of `key`: nothing else can take them back. */
export function isImplied({ target }: TargetEditContext, kind: PlistKind, key: string): boolean {
  return target.configurations.some((configuration) =>
    declared(configuration, kind).owned?.parts.some((part) => part.isImplied === true && hasKey(part, key)),
  );
}

export function hasKey({ file }: Pick<ValuePlace, 'file'>, key: string): boolean {
  return dictEntry(rootDict(file.document), key) !== undefined;
}

function declared(configuration: TargetConfiguration, kind: PlistKind) {
  return kind === 'info'
    ? {
        uri: configuration.infoPlistUri,
        isUnresolved: configuration.infoPlistUnresolved,
        owned: configuration.ownedInfoPlist,
        canBeAbsent: configuration.generatesInfoPlist,
      }
    : {
        uri: configuration.entitlementsUri,
        isUnresolved: configuration.entitlementsUnresolved,
        owned: configuration.ownedEntitlements,
        canBeAbsent: true,
      };
}

function filesOf({ infoPlist, entitlements }: TargetEditContext, kind: PlistKind): readonly PlistFile[] {
  return kind === 'info' ? infoPlist.files : entitlements;
}

function isWrittenByTool({ owners = [] }: Target, kind: PlistKind): boolean {
  return owners.some(({ generates }) => generates.includes(kind === 'info' ? 'info-plist' : 'entitlements'));
}

function nonEmpty(places: readonly ValuePlace[]): ConfigurationPlaces {
  return places.length === 0 ? undefined : places;
}

/** Names of other targets whose values stand at the same place. */
export function sharers(
  { siblings }: TargetEditContext,
  place: ValuePlace,
  kind: PlistKind,
): readonly string[] {
  const isShared = (owned: OwnedValues | undefined, uri: string | undefined) =>
    uri === place.file.uri || owned?.parts.some(({ file }) => isSameFile(file, place.file)) === true;
  return siblings.flatMap(({ target }) =>
    target.configurations.some((configuration) => {
      const { owned, uri } = declared(configuration, kind);
      return isShared(owned, uri);
    })
      ? [target.name]
      : [],
  );
}
