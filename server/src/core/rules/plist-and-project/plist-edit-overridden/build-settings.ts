/** INFOPLIST_KEY_ settings win over the file: lists are united, single values replaced. */
import { removeEntry as removeSetting } from '../../../features/edits/pbxproj/removals';
import { removeEntry } from '../../../features/edits/plist-entry-edits';
import { generatedKeys } from '../../../project/generated-keys';
import type { PlistFile, TargetConfiguration } from '../../../project/types';
import { isSound, rootDict } from '../../../syntax/plist-query';
import type { PlistEntry, PlistNode } from '../../../syntax/plist-types';
import type { ProjectContext, ProjectUnit } from '../../context';
import type { Fix } from '../../types';
import { fileFix } from '../plist-fix';
import { isGeneratedProject, writtenSettings } from '../project-settings';
import { shownPath } from '../shown-path';

export function checkBuildSettings(context: ProjectContext, project: ProjectUnit): void {
  const { target, infoPlist, report } = context;
  const reported = new Set<PlistEntry>();
  for (const configuration of target.configurations) {
    const file = infoPlist.files.find(({ uri }) => uri === configuration.infoPlistUri);
    if (file === undefined || !isSound(file.document) || !isMerged(configuration)) continue;
    for (const entry of rootDict(file.document)?.entries ?? []) {
      const winner = replacement(configuration, entry);
      if (winner === undefined || reported.has(entry)) continue;
      reported.add(entry);
      report({
        entry: 'build-setting',
        uri: file.uri,
        range: entry.keyRange,
        message: `The build setting INFOPLIST_KEY_${entry.key} replaces this value by '${winner}': editing it here changes nothing`,
        fixes: fixesOf(context, project, file, entry),
      });
    }
  }
}

function isMerged({ generatesInfoPlist, infoPlistUnresolved, ownedInfoPlist }: TargetConfiguration): boolean {
  return generatesInfoPlist && !infoPlistUnresolved && ownedInfoPlist === undefined;
}

/** The value of the setting when it is known to be another one than that of the file. */
function replacement(configuration: TargetConfiguration, { key, value }: PlistEntry): string | undefined {
  if (!generatedKeys.has(key) || value === undefined) return undefined;
  const setting = configuration.setting(`INFOPLIST_KEY_${key}`)?.value;
  const written = scalarText(value);
  const before = written === undefined ? undefined : configuration.expand(written);
  // An empty setting generates nothing.
  if (setting === undefined || setting === '' || before === undefined) return undefined;
  return before.trim() === setting ? undefined : setting;
}

/** As it would stand in a setting. Lists and dictionaries are not replaced as a whole. */
function scalarText(node: PlistNode): string | undefined {
  if (node.kind === 'boolean') return node.value ? 'YES' : 'NO';
  return node.kind === 'string' ? node.value : undefined;
}

function fixesOf(
  { target }: ProjectContext,
  project: ProjectUnit,
  file: PlistFile,
  entry: PlistEntry,
): readonly Fix[] {
  const name = `INFOPLIST_KEY_${entry.key}`;
  const own = writtenSettings(project, target).filter(
    (setting) => setting.name === name && setting.level === 'target',
  );
  const isOurs = !isGeneratedProject(target) && project.document.problems.length === 0;
  const settings = isOurs ? own.map((setting) => removeSetting(project.text, setting.entry)) : undefined;
  return [
    ...fileFix(
      file.uri,
      `Remove ${entry.key} from ${shownPath(file.uri, target)}`,
      removeEntry(file.text, file.document, entry),
      false,
    ),
    ...fileFix(project.uri, `Remove the build setting ${name}`, settings, false),
  ];
}
