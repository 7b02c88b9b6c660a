/** What a property list is for, when no target says so. */
import type { PlistRole } from '../rules/context';
import { rootDict } from '../syntax/plist-query';
import type { PlistDocument } from '../syntax/plist-types';
import { basenameUri, extensionUri } from '../uri';

/** Property lists that end in Info.plist and are no Info.plist of a bundle. */
const otherNames: ReadonlySet<string> = new Set(['GoogleService-Info.plist']);

const infoKeys =
  /^(CFBundle|UIBackgroundModes$|UILaunch|UISupportedInterface|UIApplication|WKBackgroundModes$)/;
const infoKeysAlone: ReadonlySet<string> = new Set([
  'LSRequiresIPhoneOS',
  'NSExtension',
  'EXAppExtensionAttributes',
  'BGTaskSchedulerPermittedIdentifiers',
  'WKApplication',
  'WKWatchKitApp',
]);
const entitlementKeys = /^(com\.apple\.(developer|security)\.|aps-environment$|keychain-access-groups$)/;

/** Whether the name is that of an Info.plist: `Info.plist`, `App-Info.plist`, `Info-Debug.plist`. */
export function isInfoPlistName(uri: string): boolean {
  const name = basenameUri(uri);
  return !otherNames.has(name) && /(^|[-_. \w])Info(-[\w ]+)?\.plist$/.test(name);
}

export function isEntitlementsName(uri: string): boolean {
  return extensionUri(uri) === '.entitlements' || /^Entitlements[\w-]*\.plist$/i.test(basenameUri(uri));
}

/** By name first; a file of any other name is known by its keys. */
export function plistRole(uri: string, document: PlistDocument): PlistRole {
  if (isEntitlementsName(uri)) return 'entitlements';
  if (isInfoPlistName(uri)) return 'info';
  const keys = rootDict(document)?.entries.map((entry) => entry.key) ?? [];
  if (otherNames.has(basenameUri(uri))) return 'other';
  if (keys.some((key) => infoKeysAlone.has(key) || infoKeys.test(key))) return 'info';
  return keys.some((key) => entitlementKeys.test(key)) ? 'entitlements' : 'other';
}
