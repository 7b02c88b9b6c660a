/** Smallest edits of the build settings that a target's configurations have in the project file. */
import { type PbxObject, type PbxObjects, pbxObjects } from '../../../project/pbx-objects';
import type { ProjectFile } from '../../../project/types';
import { openStepDict, openStepEntry, openStepString } from '../../../syntax/openstep-query';
import type { OpenStepDict } from '../../../syntax/openstep-types';
import type { TextEdit } from '../../../text';
import { insertEntry, openStepText } from './insertions';
import { removeEntry } from './removals';

type Project = Pick<ProjectFile, 'text' | 'document'>;

/**
 * Gives `name` the value in all configurations of the target with that object id, or in those named. `undefined` when
 * one of them cannot be edited safely, or sets the name under a condition that would be stronger.
 */
export function setBuildSetting(
  project: Project,
  targetId: string,
  name: string,
  value: string,
  configurations?: readonly string[],
): TextEdit[] | undefined {
  const dicts = settingsOf(project, targetId, configurations);
  if (dicts?.some(({ entries }) => entries.some(({ key }) => key.startsWith(`${name}[`)))) return undefined;
  return dicts?.flatMap((dict) => {
    const entry = openStepEntry(dict, name);
    if (entry === undefined) return insertEntry(project.text, dict, name, () => openStepText(value));
    if (openStepString(entry.value) === value) return [];
    return { range: entry.value.range, newText: openStepText(value) };
  });
}

/** Takes `name` out of all configurations of the target, or of those named; conditional forms of it as well. */
export function removeBuildSetting(
  project: Project,
  targetId: string,
  name: string,
  configurations?: readonly string[],
): TextEdit[] | undefined {
  return settingsOf(project, targetId, configurations)?.flatMap(({ entries }) =>
    entries
      .filter(({ key }) => key === name || key.startsWith(`${name}[`))
      .map((entry) => removeEntry(project.text, entry)),
  );
}

function settingsOf(
  { document }: Project,
  targetId: string,
  names: readonly string[] | undefined,
): readonly OpenStepDict[] | undefined {
  const objects = soundObjects({ document });
  const list = objects?.get(objects.get(targetId)?.string('buildConfigurationList'));
  const all = objects?.list(list, 'buildConfigurations') ?? [];
  const wanted = all.filter((each) => names === undefined || names.includes(each.string('name') ?? ''));
  const dicts = wanted.flatMap((each: PbxObject) => openStepDict(each.node('buildSettings')) ?? []);
  return dicts.length === 0 || dicts.length < wanted.length ? undefined : dicts;
}

/** The objects of a project file without syntax errors and ids that stand twice. */
export function soundObjects({ document }: Pick<ProjectFile, 'document'>): PbxObjects | undefined {
  if (document.problems.length > 0) return undefined;
  const objects = pbxObjects(document);
  return objects.problems.length > 0 ? undefined : objects;
}
