/** Why a target's property list cannot be edited, in words. */
import { basenameUri } from '../../uri';
import type { PlannedChange } from '../edits/target-changes';
import type { TargetEditContext } from '../edits/target-edits';

export function refusalReason(context: TargetEditContext, { kind, change }: PlannedChange): string {
  const { target, infoPlist, entitlements } = context;
  const what = kind === 'info' ? 'Info.plist' : 'entitlements';
  const owner = (target.owners ?? []).find(({ generates }) =>
    generates.includes(kind === 'info' ? 'info-plist' : 'entitlements'),
  );
  if (owner !== undefined) {
    return `The ${what} of '${target.name}' is written by a tool from ${basenameUri(owner.uri)}, which cannot be edited safely: ${order(change)} there`;
  }
  const setting = kind === 'info' ? 'INFOPLIST_FILE' : 'CODE_SIGN_ENTITLEMENTS';
  const isUnresolved = target.configurations.some((each) =>
    kind === 'info' ? each.infoPlistUnresolved : each.entitlementsUnresolved,
  );
  if (isUnresolved) {
    return `Which ${what} '${target.name}' has is not known, because ${setting} could not be resolved: ${order(change)} in that file`;
  }
  const [file] = kind === 'info' ? infoPlist.files : entitlements;
  if (file !== undefined) {
    return `${basenameUri(file.uri)} cannot be edited safely, or the configurations of '${target.name}' differ: ${order(change)} by hand`;
  }
  return `'${target.name}' has no ${what}, and none can be created safely: create one, name it in ${setting}, and ${order(change)} there`;
}

function order({ kind, key }: PlannedChange['change']): string {
  return `${kind.startsWith('remove') ? 'remove it from' : 'add'} ${key}`;
}
