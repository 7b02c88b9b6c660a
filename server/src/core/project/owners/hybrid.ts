/**
 * Apps of which a part is written in Dart or JavaScript. Their Xcode projects and property lists are kept by hand, so
 * edits survive; what the other part does is not seen.
 */

import { dictEntry, valueAt } from '../../syntax/plist-query';
import { parseYamlValues } from '../../syntax/yaml-values';
import { dirnameUri } from '../../uri';
import type { Marker } from '../discovery';
import type { ProjectFiles } from '../project-files';
import type { OwnerKind, Target } from '../types';
import { markersAround, markersNamed, withGaps, withOwner } from './owned-targets';
import { dependencyRange, readPackageJson } from './package-json';
import type { OwnerContext, OwnerStep } from './types';

/** A file that tells of other code in the apps below its folder. */
interface Evidence {
  readonly marker: Marker;
  /** Missing: a runtime that has no more to say. */
  readonly kind?: OwnerKind;
  readonly gap: string;
}

/** Packages of npm that bring a runtime for JavaScript into an app; the first that is found counts. */
const runtimes: readonly { readonly name: string; readonly kind?: OwnerKind; readonly gap: string }[] = [
  {
    name: 'react-native',
    kind: 'react-native',
    gap: 'React Native: part of the app is written in JavaScript',
  },
  { name: '@capacitor/ios', kind: 'capacitor', gap: 'Capacitor: part of the app is written in JavaScript' },
  { name: '@nativescript/core', gap: 'NativeScript: part of the app is written in JavaScript' },
  { name: 'nativescript', gap: 'NativeScript: part of the app is written in JavaScript' },
  { name: 'cordova-ios', gap: 'Cordova: part of the app is written in JavaScript' },
];

export const hybridStep: OwnerStep = async (given, context) => {
  if (given.length === 0) return { targets: given, problems: [] };
  const evidence = await allEvidence(given, context);
  return { targets: given.map((target) => withEvidence(target, evidence)), problems: [] };
};

async function allEvidence(targets: readonly Target[], context: OwnerContext): Promise<readonly Evidence[]> {
  const folders = targets.map(homeOf);
  const evidence: Evidence[] = [];
  for (const marker of markersNamed(context.found, /^(pubspec\.yaml|package\.json|capacitor\.config\..*)$/)) {
    if (!folders.some((folder) => markersAround([marker], folder).length > 0)) continue;
    evidence.push(...(await evidenceOf(marker, context.files)));
  }
  return evidence;
}

/** Where the files that belong to a target lie around. */
function homeOf(target: Target): string {
  if (target.projectUri !== undefined) return dirnameUri(dirnameUri(target.projectUri));
  return dirnameUri(target.owners?.[0]?.uri ?? target.id);
}

async function evidenceOf(marker: Marker, files: ProjectFiles): Promise<readonly Evidence[]> {
  if (marker.uri.endsWith('/package.json')) return runtimeOf(marker, files);
  if (!marker.uri.endsWith('/pubspec.yaml')) {
    return [{ marker, kind: 'capacitor', gap: marker.meaning }];
  }
  const { root, problems } = parseYamlValues((await files.text(marker.uri)) ?? '');
  const isFlutter = dictEntry(valueAt(root, 'dependencies'), 'flutter') !== undefined;
  return isFlutter || problems.length > 0 ? [{ marker, kind: 'flutter', gap: marker.meaning }] : [];
}

/** A package.json that cannot be read may name any runtime. */
async function runtimeOf(marker: Marker, files: ProjectFiles): Promise<readonly Evidence[]> {
  const file = await readPackageJson(marker.uri, files);
  const runtime = runtimes.find(({ name }) => dependencyRange(file, name) !== undefined);
  if (runtime !== undefined) {
    const { kind, gap } = runtime;
    return [kind === undefined ? { marker, gap } : { marker, kind, gap }];
  }
  return file === undefined || file.values.problems.length > 0 ? [{ marker, gap: marker.meaning }] : [];
}

/** The nearest file of each tool. Expo is told by its own step. */
function withEvidence(target: Target, evidence: readonly Evidence[]): Target {
  const around = new Set(
    markersAround(
      evidence.map(({ marker }) => marker),
      homeOf(target),
    ),
  );
  const near = [...around].flatMap((marker) => evidence.filter((each) => each.marker === marker));
  let result = target;
  for (const { marker, kind, gap } of near) {
    if (kind === undefined) result = withGaps(result, [gap]);
    else if (!hasOwner(result, kind))
      result = withOwner(result, { kind, uri: marker.uri, generates: [] }, [gap]);
  }
  return result;
}

function hasOwner(target: Target, kind: OwnerKind): boolean {
  const known = target.owners?.map((owner) => owner.kind) ?? [];
  return known.includes(kind) || (kind === 'react-native' && known.includes('expo'));
}
