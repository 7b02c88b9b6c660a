/** How a target stands to what a mode asks for beside its value. */
import { asksOf, type ModeAsk } from '../../catalog/mode-asks';
import type { PlistFile } from '../../project/types';
import { dictEntry, rootDict } from '../../syntax/plist-query';
import type { TextRange } from '../../text';
import type { TargetModel } from '../../workspace-types';
import { placeText } from '../places';
import type { RequirementItem } from './types';

interface Found {
  readonly file: PlistFile;
  readonly range: TextRange;
}

export function requirementItems(
  mode: string,
  model: TargetModel,
  folders: readonly string[],
): readonly RequirementItem[] {
  return asksOf(mode).map((ask) => {
    const item = { kind: ask.kind, name: ask.name, when: ask.when ?? '' };
    const found = ask.kind === 'plist-key' ? inInfoPlist(ask, model) : inEntitlements(ask, model);
    if (found !== undefined) {
      const { file, range } = found;
      const detail = `present in ${placeText(file.uri, file.text, range, folders)}`;
      return { ...item, state: 'met', detail, place: { uri: file.uri, range } };
    }
    if (isGenerated(ask, model)) {
      return { ...item, state: 'met', detail: 'generated from the build settings', place: undefined };
    }
    if (!isKnown(ask, model)) {
      const detail = `not known: the ${fileName(ask)} could not be resolved completely`;
      return { ...item, state: 'unknown', detail, place: undefined };
    }
    const state = ask.when === undefined ? 'unmet' : 'unknown';
    return { ...item, state, detail: `not in the ${fileName(ask)}`, place: undefined };
  });
}

function inInfoPlist({ name }: ModeAsk, { infoPlist }: TargetModel): Found | undefined {
  const value = infoPlist.value(name);
  return value && { file: value.file, range: value.node.range };
}

function inEntitlements({ name }: ModeAsk, { entitlements }: TargetModel): Found | undefined {
  for (const file of entitlements) {
    const entry = dictEntry(rootDict(file.document), name);
    if (entry !== undefined) return { file, range: entry.keyElement };
  }
  return undefined;
}

function isGenerated({ kind, name }: ModeAsk, { infoPlist }: TargetModel): boolean {
  return kind === 'plist-key' && infoPlist.generated(name) !== undefined;
}

function isKnown({ kind }: ModeAsk, { target, infoPlist, entitlements }: TargetModel): boolean {
  if (kind === 'plist-key') return infoPlist.isResolved && !infoPlist.modes('UIBackgroundModes').isUnknown;
  // Without a project file nobody says which entitlements the target is signed with.
  if (target.projectUri === undefined) return false;
  const named = target.configurations.filter(({ entitlementsUri }) => entitlementsUri !== undefined);
  const isRead = named.every(({ entitlementsUri }) =>
    entitlements.some(({ uri, document }) => uri === entitlementsUri && rootDict(document) !== undefined),
  );
  return isRead && target.configurations.every(({ entitlementsUnresolved }) => !entitlementsUnresolved);
}

function fileName({ kind }: ModeAsk): string {
  return kind === 'plist-key' ? 'Info.plist' : 'entitlements';
}
