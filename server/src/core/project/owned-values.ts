/** What a configuration's property lists are made of: the file itself, or what tools have instead of it or over it. */
import { rootDict } from '../syntax/plist-query';
import type { OwnedValues, PlistFile, Target, TargetConfiguration, ValuePart } from './types';

type ReadPlist = (uri: string) => PlistFile | undefined;

export interface PlistLayers {
  /** In the order in which an edit looks for its place. */
  readonly editable: readonly PlistFile[];
  /** Options of tools that stand for values. */
  readonly implied: readonly PlistFile[];
  /** The configuration has a property list, and it could be read or is generated. */
  readonly isResolved: boolean;
  /** Nothing adds values that are not seen. */
  readonly isComplete: boolean;
}

export function infoPlistLayers(configuration: TargetConfiguration, read: ReadPlist): PlistLayers {
  const { infoPlistUri, infoPlistUnresolved, generatesInfoPlist, ownedInfoPlist } = configuration;
  const isAbsent = infoPlistUri === undefined && generatesInfoPlist;
  return layers(infoPlistUri, infoPlistUnresolved, ownedInfoPlist, read, isAbsent);
}

export function entitlementsLayers(configuration: TargetConfiguration, read: ReadPlist): PlistLayers {
  const { entitlementsUri, entitlementsUnresolved, ownedEntitlements } = configuration;
  return layers(
    entitlementsUri,
    entitlementsUnresolved,
    ownedEntitlements,
    read,
    entitlementsUri === undefined,
  );
}

function layers(
  uri: string | undefined,
  isUnresolved: boolean,
  owned: OwnedValues | undefined,
  read: ReadPlist,
  isAbsent: boolean,
): PlistLayers {
  const parts = owned?.parts ?? [];
  const written = parts.filter(({ isImplied }) => isImplied === undefined).map(({ file }) => file);
  const implied = parts.filter(({ isImplied }) => isImplied === true).map(({ file }) => file);
  const isComplete = owned?.isComplete !== false;
  if (owned?.effect === 'replaces') return { editable: written, implied, isResolved: true, isComplete };
  const file = uri === undefined ? undefined : read(uri);
  const isReadable = file !== undefined && rootDict(file.document) !== undefined;
  return {
    editable: isReadable ? [file, ...written] : written,
    implied,
    isResolved: !isUnresolved && (isReadable || isAbsent),
    isComplete,
  };
}

/** Whether values of `file` are expanded with the settings of the configuration. */
export function usesFile(configuration: TargetConfiguration, file: PlistFile): boolean {
  const parts = [configuration.ownedInfoPlist, configuration.ownedEntitlements].flatMap(
    (owned) => owned?.parts ?? [],
  );
  if (parts.some((part) => isSameFile(part.file, file))) return true;
  return configuration.infoPlistUri === file.uri || configuration.entitlementsUri === file.uri;
}

/** Without repetitions: configurations mostly share their files. */
export function distinct(files: readonly PlistFile[]): readonly PlistFile[] {
  return files.filter((file, index) => files.findIndex((other) => isSameFile(other, file)) === index);
}

/** Several dictionaries may stand in one file; one that is not written yet is its own place. */
export function isSameFile(one: PlistFile, other: PlistFile): boolean {
  if (one === other) return true;
  const start = one.document.root?.range.start;
  return one.uri === other.uri && start !== undefined && start === other.document.root?.range.start;
}

export interface RoledPart {
  readonly role: 'info' | 'entitlements';
  readonly part: ValuePart;
}

/** The parts that a target's property lists are made of, without repetitions. */
export function partsOf(target: Pick<Target, 'configurations'>): readonly RoledPart[] {
  const all = target.configurations.flatMap(({ ownedInfoPlist, ownedEntitlements }) => [
    ...(ownedInfoPlist?.parts ?? []).map((part) => ({ role: 'info' as const, part })),
    ...(ownedEntitlements?.parts ?? []).map((part) => ({ role: 'entitlements' as const, part })),
  ]);
  return all.filter(
    ({ part }, index) => all.findIndex((other) => isSameFile(other.part.file, part.file)) === index,
  );
}

/** Property lists that a tool writes from its parts: an edit there is lost. */
export function generatedPlists(target: Pick<Target, 'configurations'>): readonly string[] {
  return target.configurations.flatMap((configuration) => {
    const { infoPlistUri, entitlementsUri, ownedInfoPlist, ownedEntitlements } = configuration;
    const isGenerated = (owned: OwnedValues | undefined) => owned?.effect === 'replaces';
    return [
      ...(infoPlistUri !== undefined && isGenerated(ownedInfoPlist) ? [infoPlistUri] : []),
      ...(entitlementsUri !== undefined && isGenerated(ownedEntitlements) ? [entitlementsUri] : []),
    ];
  });
}
