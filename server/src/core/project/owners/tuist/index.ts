/**
 * Tuist: Project.swift names the targets, and mostly holds their property lists too. It is Swift; what it puts together
 * in code or takes from helpers is not followed.
 */
import { basenameUri, dirnameUri, isInside, joinUri } from '../../../uri';
import type { OwnedValues, Target, TargetConfiguration } from '../../types';
import { markersNamed, withOwner } from '../owned-targets';
import type { OwnerContext, OwnerStep } from '../types';
import { readProject, type TuistTarget } from './manifest';
import {
  type FindTarget,
  ownedValues,
  ownerOf,
  TargetBuilder,
  type TuistManifest,
  targetId,
} from './target-builder';

export const tuistStep: OwnerStep = async (given, context) => {
  const manifests: TuistManifest[] = [];
  let targets = given;
  for (const { uri } of markersNamed(context.found, /^Project\.swift$/)) {
    const manifest = await readManifest(uri, context);
    if (manifest === undefined) targets = targets.map((target) => withUnreadManifest(target, uri));
    else manifests.push(manifest);
  }
  const find = finder(manifests, targets);
  const added: Target[] = [];
  for (const manifest of manifests) {
    const own = manifest.project.targets;
    const known = generatedTargets(manifest, targets);
    targets = targets.map((target) => {
      const source = known.includes(target) ? own.find(({ name }) => name === target.name) : undefined;
      return source === undefined ? target : completed(target, source, manifest);
    });
    const names = new Set(known.map(({ name }) => name));
    const builder = new TargetBuilder(manifest, context, find);
    for (const target of own) if (!names.has(target.name)) added.push(await builder.target(target));
  }
  return { targets: [...targets, ...added], problems: [] };
};

async function readManifest(uri: string, context: OwnerContext): Promise<TuistManifest | undefined> {
  const text = await context.files.text(uri);
  // Other projects have a file of that name among their sources.
  if (text === undefined || !text.includes('ProjectDescription')) return undefined;
  const project = readProject(await context.parseSwift(text), text);
  const folder = dirnameUri(uri);
  return project && { uri, folder, root: await rootOf(folder, context), text, project };
}

/** The nearest folder around that Tuist takes for the root. */
async function rootOf(folder: string, { files }: OwnerContext): Promise<string | undefined> {
  let at = folder;
  while (files.isReadable(at)) {
    const entries = await files.list(at);
    const isRoot = entries?.some(({ name }) => name === 'Tuist' || name === 'Tuist.swift' || name === '.git');
    if (isRoot === true) return at;
    if (dirnameUri(at) === at) return undefined;
    at = dirnameUri(at);
  }
  return undefined;
}

function finder(manifests: readonly TuistManifest[], given: readonly Target[]): FindTarget {
  return (folder, name) => {
    const manifest = manifests.find((each) => each.folder === folder);
    if (manifest === undefined) return undefined;
    const generated = generatedTargets(manifest, given).find((target) => target.name === name);
    if (generated !== undefined) return generated;
    const own = manifest.project.targets.find((target) => target.name === name);
    return own && { id: targetId(manifest, name), product: own.product };
  };
}

/** The targets of the Xcode project that Tuist made of the manifest. */
function generatedTargets({ folder, project }: TuistManifest, given: readonly Target[]): readonly Target[] {
  return given.filter(({ projectUri }) => {
    if (projectUri === undefined) return false;
    const file = dirnameUri(projectUri);
    return (
      dirnameUri(file) === folder &&
      (project.name === undefined || basenameUri(file) === `${project.name}.xcodeproj`)
    );
  });
}

function completed(target: Target, source: TuistTarget, manifest: TuistManifest): Target {
  const info = ownedValues(manifest, source.infoPlist);
  const entitlements = ownedValues(manifest, source.entitlements);
  const configurations = target.configurations.map((each) =>
    withOwned(each, manifest.folder, info, entitlements),
  );
  return withOwner({ ...target, configurations }, ownerOf(manifest, source));
}

/** Beside an unreadable manifest: what lies in Tuist's folder of generated files is written by it, from unknown values. */
function withUnreadManifest(target: Target, uri: string): Target {
  const folder = dirnameUri(uri);
  if (target.projectUri === undefined || dirnameUri(dirnameUri(target.projectUri)) !== folder) return target;
  const unknown: OwnedValues = { effect: 'replaces', parts: [], isComplete: false };
  const configurations = target.configurations.map((each) => withOwned(each, folder, unknown, unknown));
  const isGenerated = configurations.some((each, index) => each !== target.configurations[index]);
  if (!isGenerated) return target;
  return withOwner(
    { ...target, configurations },
    { kind: 'tuist', uri, generates: ['project', 'info-plist', 'entitlements'] },
  );
}

/** Files of other folders are the user's own, whatever the manifest says meanwhile. */
function withOwned(
  configuration: TargetConfiguration,
  folder: string,
  info: OwnedValues | undefined,
  entitlements: OwnedValues | undefined,
): TargetConfiguration {
  const derived = joinUri(folder, 'Derived');
  const isDerived = (uri: string | undefined) => uri !== undefined && isInside(derived, uri);
  const isInfo = info !== undefined && isDerived(configuration.infoPlistUri);
  const areEntitlements = entitlements !== undefined && isDerived(configuration.entitlementsUri);
  if (!isInfo && !areEntitlements) return configuration;
  const { infoPlistMissing, ...rest } = configuration;
  return {
    ...rest,
    ...(isInfo ? { ownedInfoPlist: info } : infoPlistMissing && { infoPlistMissing }),
    ...(areEntitlements ? { ownedEntitlements: entitlements } : {}),
  };
}
