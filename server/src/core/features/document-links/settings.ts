/** Paths in build settings, wherever those are written. */

import { pbxObjects } from '../../project/pbx-objects';
import { pbxPaths } from '../../project/pbx-paths';
import type { Provenance, Target, TargetConfiguration } from '../../project/types';
import { openStepEntry } from '../../syntax/openstep-query';
import type { OpenStepDocument } from '../../syntax/openstep-types';
import { parseXcconfig } from '../../syntax/xcconfig';
import { dirnameUri, joinUri } from '../../uri';
import { fileLink, type Link } from './types';

const pathSettings: Readonly<Record<string, (configuration: TargetConfiguration) => string | undefined>> = {
  INFOPLIST_FILE: ({ infoPlistUri }) => infoPlistUri,
  CODE_SIGN_ENTITLEMENTS: ({ entitlementsUri }) => entitlementsUri,
};

/** Values of settings that targets use. One that means different files to different targets is left out. */
export function settingLinks(uri: string, targets: readonly Target[]): readonly Link[] {
  const found = new Map<number, { readonly from: Provenance; readonly files: Set<string> }>();
  for (const configuration of targets.flatMap(({ configurations }) => configurations)) {
    for (const [name, fileOf] of Object.entries(pathSettings)) {
      const from = configuration.setting(name)?.from;
      const file = fileOf(configuration);
      if (from?.uri !== uri || file === undefined) continue;
      const known = found.get(from.range.start) ?? { from, files: new Set() };
      known.files.add(file);
      found.set(from.range.start, known);
    }
  }
  return [...found.values()].flatMap(({ from, files }) =>
    files.size === 1 ? [fileLink(from.range, ...files)] : [],
  );
}

/** File references of a project. */
export function projectLinks(uri: string, document: OpenStepDocument): readonly Link[] {
  const objects = pbxObjects(document);
  const paths = pbxPaths(objects, uri);
  return objects.all('PBXFileReference').flatMap((object) => {
    const path = openStepEntry(object.dict, 'path')?.value;
    const file = path?.kind === 'string' ? paths.uriOf(object) : undefined;
    return path === undefined || file === undefined ? [] : [fileLink(path.range, file)];
  });
}

/** Includes are looked for beside the file, then in the folders of the projects. */
export function includeLinks(uri: string, text: string, targets: readonly Target[]): readonly Link[] {
  const projects = targets.flatMap(({ projectUri }) => projectUri ?? []);
  const folders = new Set(projects.map((project) => dirnameUri(dirnameUri(project))));
  return parseXcconfig(text)
    .includes.filter(({ path }) => path !== '' && !path.includes('$'))
    .map(({ path, pathRange }) =>
      fileLink(
        pathRange,
        joinUri(dirnameUri(uri), path),
        ...[...folders].map((folder) => joinUri(folder, path)),
      ),
    );
}
