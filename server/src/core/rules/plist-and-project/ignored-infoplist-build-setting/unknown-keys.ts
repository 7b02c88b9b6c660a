/** Background keys as INFOPLIST_KEY_ settings: there are no such settings. */
import { type BackgroundKey, backgroundKeys, permittedIdentifiers } from '../../../catalog/background-keys';
import { withRemovals } from '../../../features/edits/join-files';
import { removeEntry } from '../../../features/edits/pbxproj/removals';
import { addStringsToArray } from '../../../features/edits/plist-edits';
import { changeTarget } from '../../../features/edits/target-edits';
import type { TargetConfiguration } from '../../../project/types';
import { openStepStrings } from '../../../syntax/openstep-query';
import type { OpenStepNode } from '../../../syntax/openstep-types';
import { dictEntry, hasVariable, rootDict, stringItems } from '../../../syntax/plist-query';
import type { TextEdit } from '../../../text';
import type { ProjectContext, ProjectUnit } from '../../context';
import type { FileEdit, Fix } from '../../types';
import { appProducts, isGeneratedProject, type WrittenSetting, writtenSettings } from '../project-settings';
import { shownPath } from '../shown-path';

interface IgnoredKey {
  readonly key: BackgroundKey;
  readonly setting: string;
  /** Of all configurations, the target's first. */
  readonly written: readonly WrittenSetting[];
}

export function checkUnknownKeys(context: ProjectContext, project: ProjectUnit): void {
  if (!appProducts.has(context.target.product)) return;
  const settings = writtenSettings(project, context.target);
  for (const key of backgroundKeys) {
    const setting = `INFOPLIST_KEY_${key}`;
    const written = settings.filter(({ name }) => name === setting);
    for (const one of written) report(context, project, { key, setting, written }, one);
  }
}

function report(
  context: ProjectContext,
  project: ProjectUnit,
  ignored: IgnoredKey,
  one: WrittenSetting,
): void {
  const { key, setting } = ignored;
  const values = valuesOf(one.entry.value);
  const missing = values.filter((value) => !isDeclared(context, key, value, one.configuration));
  const what = key === permittedIdentifiers ? 'not permitted' : 'not declared';
  const effect =
    missing.length > 0
      ? `it is ignored, and ${missing.map((value) => `'${value}'`).join(', ')} ${missing.length > 1 ? 'are' : 'is'} ${what}`
      : 'it is ignored';
  context.report({
    entry: 'unknown-key',
    ...(missing.length > 0 ? {} : { severity: 'information' }),
    uri: project.uri,
    range: one.entry.keyRange,
    message: `There is no build setting ${setting}: ${effect}`,
    fixes: fixesOf(context, project, ignored),
  });
}

/** A list, or the words of a string. */
function valuesOf(node: OpenStepNode): readonly string[] {
  const texts = node.kind === 'string' ? [node] : openStepStrings(node);
  return texts.flatMap(({ value }) => value.split(/[\s,;]+/)).filter((word) => word !== '');
}

function isDeclared(
  { target, infoPlist }: ProjectContext,
  key: BackgroundKey,
  value: string,
  configuration: string,
): boolean {
  const uri = target.configurations.find(({ name }) => name === configuration)?.infoPlistUri;
  return infoPlist.files.some(
    (file) =>
      (file.uri === uri || file.document.format !== 'xml') &&
      stringItems(dictEntry(rootDict(file.document), key)?.value).some((item) => item.value === value),
  );
}

/** Moves the values into the Info.plists of the configurations, and takes the setting out of all of them. */
function fixesOf(
  context: ProjectContext,
  project: ProjectUnit,
  { key, setting, written }: IgnoredKey,
): readonly Fix[] {
  const { target } = context;
  // What the project sets is meant for several targets.
  if (isGeneratedProject(target) || written.some(({ level }) => level === 'project')) return [];
  const edits = written.map(({ entry }) => removeEntry(project.text, entry));
  const additions = additionsTo(context, key, written);
  if (additions === undefined) return creationFixes(context, project, key, edits, written);
  const files = additions.filter((file) => file.edits.length > 0);
  const names = files.map(({ uri }) => shownPath(uri, target)).join(' and ');
  const title = files.length === 0 ? `Remove ${setting}` : `Move the values to ${key} in ${names}`;
  return [{ title, files: [{ uri: project.uri, edits }, ...files], isPreferred: true }];
}

/** For a target without a file that could hold them: all values for all configurations. */
function creationFixes(
  context: ProjectContext,
  project: ProjectUnit,
  key: BackgroundKey,
  removals: readonly TextEdit[],
  written: readonly WrittenSetting[],
): readonly Fix[] {
  const values = written.flatMap(({ entry }) => valuesOf(entry.value));
  const isDecided = values.length > 0 && (key === permittedIdentifiers || !values.some(hasVariable));
  const made = isDecided ? changeTarget(context, 'info', { kind: 'add-strings', key, values }) : undefined;
  const files = made?.isNew === true ? withRemovals(made.files, project, removals) : undefined;
  if (made === undefined || files === undefined) return [];
  const names = made.places.map((uri) => shownPath(uri, context.target)).join(' and ');
  return [{ title: `Move the values to ${key} in a new ${names}`, files, isPreferred: true }];
}

/** `undefined` when a configuration has no Info.plist that can be edited. */
function additionsTo(
  { target, infoPlist }: ProjectContext,
  key: BackgroundKey,
  written: readonly WrittenSetting[],
): readonly FileEdit[] | undefined {
  const wanted = new Map<string, string[]>();
  for (const { configuration, entry } of written) {
    const uri = plistOf(target.configurations.find(({ name }) => name === configuration));
    const values = valuesOf(entry.value);
    // Which list it becomes, only the build knows.
    if (uri === undefined || values.some((value) => key !== permittedIdentifiers && hasVariable(value)))
      return undefined;
    wanted.set(uri, [...(wanted.get(uri) ?? []), ...values]);
  }
  const changes: FileEdit[] = [];
  for (const [uri, values] of wanted) {
    const file = infoPlist.files.find((other) => other.uri === uri);
    const edits = values.length === 0 ? [] : file && addStringsToArray(file.text, file.document, key, values);
    if (edits === undefined) return undefined;
    changes.push({ uri, edits });
  }
  return changes;
}

function plistOf(configuration: TargetConfiguration | undefined): string | undefined {
  if (configuration === undefined || configuration.infoPlistUnresolved) return undefined;
  return configuration.ownedInfoPlist === undefined ? configuration.infoPlistUri : undefined;
}
