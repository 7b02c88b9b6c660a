/** Purpose strings as settings of a target whose Info.plist is not generated. */
import { removeEntry } from '../../../features/edits/pbxproj/removals';
import { addEntry } from '../../../features/edits/plist-edits';
import { generatedKeys } from '../../../project/generated-keys';
import type { PlistFile, TargetConfiguration } from '../../../project/types';
import { dictEntry, rootDict } from '../../../syntax/plist-query';
import type { ProjectContext, ProjectUnit } from '../../context';
import type { Fix } from '../../types';
import {
  appProducts,
  effectiveSetting,
  isGeneratedProject,
  type WrittenSetting,
  writtenSettings,
} from '../project-settings';
import { shownPath } from '../shown-path';

const prefix = 'INFOPLIST_KEY_';

interface UnusedText {
  readonly key: string;
  readonly text: string;
  readonly setting: WrittenSetting;
  readonly file: PlistFile;
}

export function checkNotGenerated(context: ProjectContext, project: ProjectUnit): void {
  const { target } = context;
  if (!appProducts.has(target.product) && target.product !== 'app-extension') return;
  const settings = writtenSettings(project, target);
  const unused = target.configurations.flatMap((configuration) =>
    unusedTexts(context, project, settings, configuration),
  );
  for (const one of unused) {
    context.report({
      entry: 'not-generated',
      uri: project.uri,
      range: one.setting.entry.keyRange,
      message: `${prefix}${one.key} has no effect without GENERATE_INFOPLIST_FILE = YES: ${one.key} is missing from the app`,
      fixes: fixesOf(context, project, one, unused),
    });
  }
}

function unusedTexts(
  { infoPlist }: ProjectContext,
  project: ProjectUnit,
  settings: readonly WrittenSetting[],
  configuration: TargetConfiguration,
): readonly UnusedText[] {
  const file = infoPlist.files.find(({ uri }) => uri === configuration.infoPlistUri);
  const root = file && rootDict(file.document);
  if (file === undefined || root === undefined || !isHandWritten(configuration)) return [];
  const names = new Set(settings.filter(({ level }) => level === 'target').map(({ name }) => name));
  return [...names].flatMap((name) => {
    const key = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (!key.endsWith('UsageDescription') || !generatedKeys.has(key) || dictEntry(root, key) !== undefined)
      return [];
    const setting = effectiveSetting(settings, configuration, name, project.uri);
    const value = setting?.entry.value;
    if (setting?.level !== 'target' || value?.kind !== 'string' || value.value.trim() === '') return [];
    return [{ key, text: value.value, setting, file }];
  });
}

/** Whether the property list is the file, as it is. */
function isHandWritten(configuration: TargetConfiguration): boolean {
  const generates = configuration.setting('GENERATE_INFOPLIST_FILE');
  const isKnown = generates === undefined || generates.value !== undefined;
  return (
    isKnown &&
    !configuration.generatesInfoPlist &&
    !configuration.infoPlistUnresolved &&
    configuration.ownedInfoPlist === undefined
  );
}

/** Moves the text into every Info.plist that lacks it, and takes the setting out of these configurations. */
function fixesOf(
  { target }: ProjectContext,
  project: ProjectUnit,
  { key, file: first }: UnusedText,
  unused: readonly UnusedText[],
): readonly Fix[] {
  if (isGeneratedProject(target)) return [];
  const same = unused.filter((other) => other.key === key);
  const byFile = new Map(same.map((one) => [one.file.uri, one]));
  const removals = same.map(({ setting }) => removeEntry(project.text, setting.entry));
  const files = [...byFile.values()].flatMap(({ file, text }) => {
    const edits = addEntry(file.text, file.document, key, text);
    return edits === undefined ? [] : [{ uri: file.uri, edits }];
  });
  if (files.length < byFile.size) return [];
  const names = [...byFile.keys()].map((uri) => shownPath(uri, target)).join(' and ');
  return [
    {
      title: `Move ${key} to ${names}`,
      files: [{ uri: project.uri, edits: removals }, ...files],
      isPreferred: first.document.problems.length === 0,
    },
  ];
}
