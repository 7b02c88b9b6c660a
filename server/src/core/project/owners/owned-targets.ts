/** What the steps of all tools need: targets with one more owner, and targets that no Xcode project names. */
import { dirnameUri, isInside } from '../../uri';
import type { Discovery, Marker } from '../discovery';
import { expandSettings } from '../setting-expression';
import type { Platform, ProductKind, Target, TargetConfiguration, TargetOwner } from '../types';

/** The target with the owner, which takes the place of one of its kind. A gap makes it incomplete. */
export function withOwner(target: Target, owner: TargetOwner, gaps: readonly string[] = []): Target {
  const others = (target.owners ?? []).filter(({ kind }) => kind !== owner.kind);
  return withGaps({ ...target, owners: [...others, owner] }, gaps);
}

export function withGaps(target: Target, more: readonly string[]): Target {
  const gaps = [...new Set([...target.gaps, ...more])];
  return gaps.length === target.gaps.length ? target : { ...target, isComplete: false, gaps };
}

/** The folder that holds the Xcode project of the target; `undefined` without a project. */
export function projectFolder(target: Target): string | undefined {
  return target.projectUri === undefined ? undefined : dirnameUri(dirnameUri(target.projectUri));
}

/** Files of the name that the walk came by. */
export function markersNamed(found: Discovery, name: RegExp): readonly Marker[] {
  return found.markers.filter(({ uri }) => name.test(uri.slice(uri.lastIndexOf('/') + 1)));
}

/** The markers in folders around `folder`, the nearest first. */
export function markersAround(markers: readonly Marker[], folder: string): readonly Marker[] {
  const around = markers.filter((marker) => isInside(marker.folder, folder));
  return around.sort((a, b) => b.folder.length - a.folder.length);
}

/** A configuration that is not one of Xcode's: what `known` does not give is absent, not unresolved. */
export function configurationOf(
  known: Partial<TargetConfiguration>,
  variables: Readonly<Record<string, string>> = {},
): TargetConfiguration {
  const values = new Map(Object.entries(variables));
  return {
    name: 'Default',
    infoPlistUri: undefined,
    infoPlistUnresolved: false,
    generatesInfoPlist: false,
    entitlementsUri: undefined,
    entitlementsUnresolved: false,
    bundleIdentifier: undefined,
    deploymentTargets: {},
    setting: () => undefined,
    expand: (text) => expandSettings(text, (name) => values.get(name)),
    ...known,
  };
}

export interface OtherTarget {
  readonly id: string;
  readonly name: string;
  readonly product: ProductKind;
  readonly platforms: readonly Platform[];
  readonly owner: TargetOwner;
  readonly configurations: readonly TargetConfiguration[];
  readonly sources?: readonly string[];
  readonly gaps: readonly string[];
}

/** A target that no Xcode project names. */
export function targetOf({ owner, gaps, sources = [], ...target }: OtherTarget): Target {
  return {
    ...target,
    projectUri: undefined,
    sources: [...new Set(sources)].sort(),
    owners: [owner],
    dependencies: [],
    isComplete: gaps.length === 0,
    gaps,
  };
}
