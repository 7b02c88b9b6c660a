/** Property lists and projects as they are after an edit, so that a further one can follow. */
import { effectiveInfoPlist } from '../../../project/effective-info-plist';
import type { PlistFile, TargetConfiguration, ValuePart } from '../../../project/types';
import { jsonDocument, parseJsonValues } from '../../../syntax/json-values';
import { parseOpenStep } from '../../../syntax/openstep';
import { parsePlist } from '../../../syntax/plist';
import { valueAt } from '../../../syntax/plist-query';
import type { PlistDocument } from '../../../syntax/plist-types';
import { parseYamlValues } from '../../../syntax/yaml-values';
import type { PlistKind, TargetEditContext } from './context';

/** Texts by URI, of files that were edited or created. */
export type Texts = ReadonlyMap<string, string>;

/**
 * The context with these texts. Dictionaries that cannot be found again in another text stay as they are: `canReread`
 * tells which.
 */
export function withTexts(context: TargetEditContext, texts: Texts): TargetEditContext {
  const { target, infoPlist, entitlements, project, exists } = context;
  // Configurations share their dictionaries, and are known by that to be at the same place.
  const again = new Map<PlistFile, PlistFile>();
  const rereadPart = (part: ValuePart): ValuePart => {
    const file = again.get(part.file) ?? reread(part.file, part.path, texts);
    again.set(part.file, file);
    return { ...part, file };
  };
  const configurations = target.configurations.map((each) => withParts(each, rereadPart));
  const moved = { ...target, configurations };
  const known = [
    ...[...infoPlist.files, ...entitlements].map((file) => reread(file, [], texts)),
    ...created(context, texts),
  ];
  const text = project && texts.get(project.uri);
  return {
    ...context,
    target: moved,
    infoPlist: effectiveInfoPlist(moved, (uri) => known.find((file) => file.uri === uri)),
    entitlements: known.filter((file) => isEntitlements(file, context, texts)),
    ...(project && text !== undefined && { project: { ...project, text, document: parseOpenStep(text) } }),
    ...(exists && { exists: (uri) => (texts.has(uri) ? true : exists(uri)) }),
  };
}

/** The context of a target that has just been given a property list. */
export function withPlist(context: TargetEditContext, kind: PlistKind, uri: string): TargetEditContext {
  const own = kind === 'info' ? { infoPlistUri: uri } : { entitlementsUri: uri };
  const configurations = context.target.configurations.map(
    (each): TargetConfiguration => ({ ...each, ...own }),
  );
  return { ...context, target: { ...context.target, configurations } };
}

/** Whether the dictionary is found again where it is now. */
export function canReread({ text, document }: PlistFile, path: readonly string[]): boolean {
  const again = parsed(text, document.format, path);
  if (again === undefined) return false;
  const [before, after] = [document.root?.range, again.root?.range];
  return before?.start === after?.start && before?.end === after?.end;
}

function withParts(
  configuration: TargetConfiguration,
  change: (part: ValuePart) => ValuePart,
): TargetConfiguration {
  const { ownedInfoPlist: info, ownedEntitlements: entitlements } = configuration;
  return {
    ...configuration,
    ...(info && { ownedInfoPlist: { ...info, parts: info.parts.map(change) } }),
    ...(entitlements && { ownedEntitlements: { ...entitlements, parts: entitlements.parts.map(change) } }),
  };
}

function reread(file: PlistFile, path: readonly string[], texts: Texts): PlistFile {
  const text = texts.get(file.uri);
  if (text === undefined || text === file.text || !canReread(file, path)) return file;
  const document = parsed(text, file.document.format, path);
  return document === undefined ? file : { ...file, text, document };
}

function parsed(
  text: string,
  format: PlistDocument['format'],
  path: readonly string[],
): PlistDocument | undefined {
  if (format === 'xml') return path.length === 0 ? parsePlist(text) : undefined;
  if (format === 'json') return jsonDocument(parseJsonValues(text), path);
  if (format !== 'yaml') return undefined;
  const { root, problems } = parseYamlValues(text);
  return { format, root: valueAt(root, ...path), problems };
}

/** Property lists that the context names and that did not exist before. */
function created({ target, infoPlist, entitlements }: TargetEditContext, texts: Texts): readonly PlistFile[] {
  const uris = target.configurations.flatMap(({ infoPlistUri, entitlementsUri }) => [
    infoPlistUri,
    entitlementsUri,
  ]);
  const known = new Set([...infoPlist.files, ...entitlements].map(({ uri }) => uri));
  return [...new Set(uris)].flatMap((uri) => {
    const text = uri === undefined || known.has(uri) ? undefined : texts.get(uri);
    return uri === undefined || text === undefined ? [] : [{ uri, text, document: parsePlist(text) }];
  });
}

function isEntitlements({ uri }: PlistFile, context: TargetEditContext, texts: Texts): boolean {
  if (context.entitlements.some((file) => file.uri === uri)) return true;
  return (
    texts.has(uri) && context.target.configurations.some(({ entitlementsUri }) => entitlementsUri === uri)
  );
}
