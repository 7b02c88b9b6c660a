/** How a target stands to what a mode asks for beside its value. */
import { asksOf, type ModeAsk } from '../../catalog/mode-asks';
import { entitlementsState } from '../../project/entitlements-state';
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
    const item = { kind: ask.kind, name: ask.anyOf[0], when: ask.when ?? '' };
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

function inInfoPlist({ anyOf }: ModeAsk, { infoPlist }: TargetModel): Found | undefined {
  for (const name of anyOf) {
    const value = infoPlist.value(name);
    if (value !== undefined) return { file: value.file, range: value.node.range };
  }
  return undefined;
}

function inEntitlements({ anyOf }: ModeAsk, { entitlements }: TargetModel): Found | undefined {
  for (const file of entitlements) {
    for (const name of anyOf) {
      const entry = dictEntry(rootDict(file.document), name);
      if (entry !== undefined) return { file, range: entry.keyElement };
    }
  }
  return undefined;
}

function isGenerated({ kind, anyOf }: ModeAsk, { infoPlist }: TargetModel): boolean {
  return kind === 'plist-key' && anyOf.some((name) => infoPlist.generated(name) !== undefined);
}

function isKnown({ kind }: ModeAsk, { target, infoPlist, entitlements }: TargetModel): boolean {
  if (kind === 'plist-key') return infoPlist.isResolved && !infoPlist.modes('UIBackgroundModes').isUnknown;
  return entitlementsState(target, entitlements) !== 'unknown';
}

function fileName({ kind }: ModeAsk): string {
  return kind === 'plist-key' ? 'Info.plist' : 'entitlements';
}
