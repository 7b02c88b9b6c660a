/** Build settings of a target as they are written in its project file. */

import { parseSettingName } from '../../project/build-settings';
import { type PbxObject, type PbxObjects, pbxObjects } from '../../project/pbx-objects';
import type { ProductKind, Target, TargetConfiguration } from '../../project/types';
import type { OpenStepEntry } from '../../syntax/openstep-types';
import type { ProjectUnit } from '../context';

export interface WrittenSetting {
  readonly configuration: string;
  /** The project's settings hold for all of its targets. */
  readonly level: 'target' | 'project';
  /** Without conditions. */
  readonly name: string;
  readonly entry: OpenStepEntry;
}

/** Products whose Info.plist can declare background modes. */
export const appProducts: ReadonlySet<ProductKind> = new Set([
  'app',
  'watch-app',
  'watch-extension',
  'app-clip',
]);

/** The object of a target; `undefined` for a target of another file. */
export function nativeTarget(project: ProjectUnit, { id }: Target): PbxObject | undefined {
  const prefix = `${project.uri}#`;
  return id.startsWith(prefix) ? pbxObjects(project.document).get(id.slice(prefix.length)) : undefined;
}

/** In the order of the project file, those of the target first. xcconfig files are not among them. */
export function writtenSettings(project: ProjectUnit, target: Target): readonly WrittenSetting[] {
  const objects = pbxObjects(project.document);
  return [
    ...settingsOf(objects, nativeTarget(project, target), 'target'),
    ...settingsOf(objects, objects.project, 'project'),
  ];
}

function settingsOf(
  objects: PbxObjects,
  owner: PbxObject | undefined,
  level: WrittenSetting['level'],
): readonly WrittenSetting[] {
  const list = objects.get(owner?.string('buildConfigurationList'));
  return objects.list(list, 'buildConfigurations').flatMap((configuration) => {
    const settings = configuration.node('buildSettings');
    const name = configuration.string('name') ?? '';
    return (settings?.kind === 'dict' ? settings.entries : []).map((entry) => ({
      configuration: name,
      level,
      name: parseSettingName(entry.key).name,
      entry,
    }));
  });
}

/** Where the value of a setting that counts in a configuration is written; `undefined` for one of an xcconfig file. */
export function effectiveSetting(
  settings: readonly WrittenSetting[],
  configuration: TargetConfiguration,
  name: string,
  projectUri: string,
): WrittenSetting | undefined {
  const from = configuration.setting(name)?.from;
  if (from?.uri !== projectUri) return undefined;
  return settings.find(
    (setting) => setting.name === name && setting.entry.value.range.start === from.range.start,
  );
}

/** Whether a tool writes the project again: edits there are lost. */
export function isGeneratedProject({ owners = [] }: Target): boolean {
  return owners.some(({ generates }) => generates.includes('project'));
}
