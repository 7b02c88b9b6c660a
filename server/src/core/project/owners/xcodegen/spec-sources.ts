/** The source files of a target of a spec. */
import { basenameUri, extensionUri, isInside, joinUri, relativeUri } from '../../../uri';
import { globMatcher } from '../../glob';
import { isSkippedFolder, isSource, isWrapper } from '../../source-kinds';
import { listSources } from '../../synchronized-folders';
import type { OwnerContext } from '../types';
import { scalarAt, specAt, textAt, textOf, textsAt } from './spec-query';
import { hasSpecVariable, type SpecDict, type SpecScalar, type SpecValue } from './spec-values';

export interface SpecSources {
  /** Sorted, unique. */
  readonly uris: readonly string[];
  /** Property lists that XcodeGen would take where no setting names one. */
  readonly infoPlists: readonly FoundPlist[];
  /** Why there may be more. */
  readonly gaps: readonly string[];
}

export interface FoundPlist {
  readonly uri: string;
  /** The source that it lies in. */
  readonly path: SpecScalar;
}

interface Source {
  readonly path: SpecScalar;
  readonly spec: SpecValue;
}

export async function specSources(target: SpecDict, context: OwnerContext): Promise<SpecSources> {
  const uris = new Set<string>();
  const infoPlists = new Map<string, FoundPlist>();
  const gaps = new Set<string>();
  for (const { path, spec } of sourcesOf(target)) {
    if (hasSpecVariable(textOf(path))) {
      gaps.add('A path of its sources depends on the environment');
      continue;
    }
    const place = joinUri(path.file.base, textOf(path));
    if (!context.files.isReadable(place)) {
      gaps.add('Some of its sources lie outside of the workspace');
      continue;
    }
    for (const uri of context.found.infoPlists) {
      if (isInside(place, uri) && basenameUri(uri) === 'Info.plist') infoPlists.set(uri, { uri, path });
    }
    if (!isCompiled(place, spec)) continue;
    const members = await membersOf(place, spec, context);
    for (const uri of members) uris.add(uri);
    if (members.length === 0 && isSource(place)) gaps.add(`${basenameUri(place)} is missing`);
  }
  if (context.found.isTruncated) gaps.add('The folder is too large to be searched completely');
  return { uris: [...uris].sort(), infoPlists: [...infoPlists.values()], gaps: [...gaps] };
}

function sourcesOf(target: SpecDict): readonly Source[] {
  const value = specAt(target, 'sources');
  const all = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  return all.flatMap((spec) => {
    const path = spec.kind === 'scalar' ? spec : scalarAt(spec, 'path');
    return path === undefined ? [] : [{ path, spec }];
  });
}

/** Folders that are copied as they are, bundles, and what goes to another phase hold no sources. */
function isCompiled(place: string, spec: SpecValue): boolean {
  const phase = specAt(spec, 'buildPhase');
  if (phase !== undefined && textAt(phase) !== 'sources' && textAt(phase) !== 'headers') return false;
  return textAt(spec, 'type') !== 'folder' && !isWrapper(basenameUri(place));
}

async function membersOf(place: string, spec: SpecValue, context: OwnerContext): Promise<readonly string[]> {
  const all = await sourcesBelow(place, context);
  const matchers = (key: string) =>
    textsAt(spec, key).map((pattern) => globMatcher(pattern, { coversFolders: true }));
  const [includes, excludes] = [matchers('includes'), matchers('excludes')];
  return all.filter((uri) => {
    const path = relativeUri(place, uri);
    if (excludes.some((matches) => matches(path))) return false;
    return includes.length === 0 || includes.some((matches) => matches(path));
  });
}

/** The walk through the workspace leaves out folders that are mostly generated, but not those that a spec names. */
async function sourcesBelow(place: string, context: OwnerContext): Promise<readonly string[]> {
  const root = context.roots.find((folder) => isInside(folder, place)) ?? place;
  const isWalked = !relativeUri(root, place).split('/').some(isSkippedFolder);
  if (isWalked || extensionUri(place) !== '') {
    return context.found.sources.filter((uri) => isInside(place, uri));
  }
  return listSources(place, context.files);
}
