/** Background modes that stand only in a file which a tool writes again whenever it runs. */
import { backgroundKeys } from '../../../catalog/background-keys';
import { stringsOf } from '../../../features/edits/plist-entry-edits';
import type { OwnedValues, PlistFile, TargetConfiguration } from '../../../project/types';
import { dictEntry, hasVariable, isSound, rootDict, stringItems } from '../../../syntax/plist-query';
import { basenameUri } from '../../../uri';
import type { ProjectContext } from '../../context';
import { targetFix } from '../target-fix';

export function checkGeneratedFiles(context: ProjectContext): void {
  const seen = new Set<string>();
  for (const configuration of context.target.configurations) {
    const file = generatedFile(context, configuration);
    const owned = configuration.ownedInfoPlist;
    if (file === undefined || owned === undefined || seen.has(file.uri)) continue;
    seen.add(file.uri);
    for (const key of backgroundKeys) checkKey(context, file, owned, key);
  }
}

/** The file, where all that its tool writes is known. */
function generatedFile({ plist }: ProjectContext, configuration: TargetConfiguration): PlistFile | undefined {
  const { infoPlistUri, ownedInfoPlist } = configuration;
  if (ownedInfoPlist?.effect !== 'replaces' || !ownedInfoPlist.isComplete) return undefined;
  const file = infoPlistUri === undefined ? undefined : plist?.(infoPlistUri);
  return file !== undefined && isSound(file.document) ? file : undefined;
}

function checkKey(context: ProjectContext, file: PlistFile, { parts }: OwnedValues, key: string): void {
  const entry = dictEntry(rootDict(file.document), key);
  const kept = keptValues(parts, key);
  const [source] = parts;
  if (entry === undefined || kept === undefined || source === undefined) return;
  const lost = stringItems(entry.value).flatMap(({ value }) => (kept.includes(value) ? [] : [value]));
  if (lost.length === 0) return;
  const values = lost.map((value) => `'${value}'`).join(', ');
  context.report({
    entry: 'generator',
    uri: file.uri,
    range: entry.keyRange,
    message: `This file is written again from ${basenameUri(source.file.uri)}, which does not have ${values}: the next run takes ${lost.length > 1 ? 'them' : 'it'} away`,
    fixes: targetFix(
      context,
      'info',
      { kind: 'add-strings', key, values: lost },
      `Add ${values} to ${key}`,
      true,
    ),
  });
}

/** What the tool writes; `undefined` when a part does not tell. */
function keptValues(parts: OwnedValues['parts'], key: string): readonly string[] | undefined {
  const kept: string[] = [];
  for (const { file } of parts) {
    const value = dictEntry(rootDict(file.document), key)?.value;
    const strings = value === undefined ? [] : stringsOf(value);
    if (strings === undefined || strings.some(hasVariable)) return undefined;
    kept.push(...strings);
  }
  return kept;
}
