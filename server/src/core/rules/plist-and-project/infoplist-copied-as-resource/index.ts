/** infoplist-copied-as-resource: the Info.plist of a target is a resource of the same target. */
import { addMembershipException } from '../../../features/edits/pbxproj/membership';
import { removeBuildFile } from '../../../features/edits/pbxproj/remove-build-file';
import { type PbxObjects, pbxObjects } from '../../../project/pbx-objects';
import { pbxPaths } from '../../../project/pbx-paths';
import { openStepEntry } from '../../../syntax/openstep-query';
import { basenameUri } from '../../../uri';
import type { ProjectContext, ProjectUnit, Rule } from '../../context';
import { fileFix } from '../plist-fix';
import { effectiveSetting, isGeneratedProject, nativeTarget, writtenSettings } from '../project-settings';
import { shownPath } from '../shown-path';
import { copyingFolder } from './copying-folder';
import { meta } from './meta';

const clash = 'it clashes with the one that Xcode processes, and the build warns or fails';
const copy = 'Xcode warns about it, and the app ships a copy that nobody reads';

export const infoPlistCopiedAsResource: Rule = {
  meta,
  run: 'project',
  check(context) {
    const { target, project } = context;
    if (project === undefined || project.document.problems.length > 0) return;
    const uris = new Set(target.configurations.flatMap(({ infoPlistUri }) => infoPlistUri ?? []));
    if (uris.size === 0) return;
    checkPhases(context, project, uris);
    checkFolders(context, project, uris);
  },
};

function checkPhases(
  { target, report }: ProjectContext,
  project: ProjectUnit,
  uris: ReadonlySet<string>,
): void {
  const objects = pbxObjects(project.document);
  const native = nativeTarget(project, target);
  for (const phase of objects.list(native, 'buildPhases')) {
    if (phase.isa !== 'PBXResourcesBuildPhase') continue;
    for (const buildFile of objects.list(phase, 'files')) {
      const uri = fileOf(objects, project.uri, buildFile.string('fileRef'));
      const entry = openStepEntry(openStepEntry(project.document.root, 'objects')?.value, buildFile.id);
      if (uri === undefined || !uris.has(uri) || entry === undefined) continue;
      const edits = isGeneratedProject(target)
        ? undefined
        : removeBuildFile(project.text, project.document, objects, buildFile.id);
      report({
        entry: 'resources-phase',
        uri: project.uri,
        range: entry.keyRange,
        message: `${shownPath(uri, target)} is also copied into the bundle as a resource: ${isBundleName(uri) ? clash : copy}`,
        fixes: fileFix(project.uri, 'Take it out of Copy Bundle Resources', edits, true),
      });
    }
  }
}

/** Whether a copy would lie where the processed one does. */
function isBundleName(uri: string): boolean {
  return basenameUri(uri).toLowerCase() === 'info.plist';
}

function fileOf(objects: PbxObjects, projectUri: string, id: string | undefined): string | undefined {
  const reference = objects.get(id);
  return reference?.isa === 'PBXFileReference' ? pbxPaths(objects, projectUri).uriOf(reference) : undefined;
}

function checkFolders(
  { target, report }: ProjectContext,
  project: ProjectUnit,
  uris: ReadonlySet<string>,
): void {
  const settings = writtenSettings(project, target);
  const reported = new Set<string>();
  for (const configuration of target.configurations) {
    const uri = configuration.infoPlistUri;
    if (uri === undefined || !uris.has(uri) || reported.has(uri)) continue;
    if (configuration.infoPlistMissing === true || !isBundleName(uri)) continue;
    const folder = copyingFolder(project, target, uri);
    const native = nativeTarget(project, target);
    const setting = effectiveSetting(settings, configuration, 'INFOPLIST_FILE', project.uri);
    if (folder === undefined || setting === undefined || native === undefined) continue;
    reported.add(uri);
    report({
      entry: 'synchronized-folder',
      uri: project.uri,
      range: setting.entry.keyRange,
      message: `${shownPath(uri, target)} lies in the synchronized folder ${shownPath(folder.uri, target)} without a membership exception: ${clash}`,
      fixes: fileFix(
        project.uri,
        `Leave ${folder.path} out of '${target.name}'`,
        isGeneratedProject(target)
          ? undefined
          : addMembershipException(project, folder.groupId, native.id, folder.path),
        true,
      ),
    });
  }
}
