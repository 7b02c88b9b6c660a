/** What in a target needs a capability: code that is compiled for a platform, declared modes, other entitlements. */
import type { KeyRequirement } from '../../catalog/requirement-types';
import { codeOf } from '../../project/target-code';
import type { Platform, ProductKind } from '../../project/types';
import { booleanValue, dictEntry, rootDict } from '../../syntax/plist-query';
import type { TextRange } from '../../text';
import type { TargetContext } from '../context';
import { declarationsOf } from './declared-modes';
import { isCompiled, platformsOf } from './target-platforms';

/** Only these have capabilities; code of a framework is a matter of the apps that link it. */
export const capableProducts: ReadonlySet<ProductKind> = new Set(['app', 'watch-app', 'watch-extension']);

/** Something in a target that needs a capability. */
export interface Need {
  readonly uri: string;
  readonly range: TextRange;
  /** Of the use; see `ApiUse`. */
  readonly detail: string | undefined;
}

/** Details of uses that look at run time whether they may, or that a superclass is asked to see to. */
const needless: ReadonlySet<string | undefined> = new Set(['checked', 'forwarded']);

/** Uses of rows of the API table. */
export function codeNeeds(
  { uses, target }: Pick<TargetContext, 'uses' | 'target'>,
  apis: readonly string[],
  platform: Platform,
): readonly Need[] {
  return uses
    .filter(({ use }) => apis.includes(use.row) && !needless.has(use.detail))
    .filter(({ use }) => isCompiled(use.when, platform, target))
    .map(({ uri, use }) => ({ uri, range: use.range, detail: use.detail }));
}

/** Places where an entitlement is set to true. */
export function entitlementNeeds(
  { entitlements }: Pick<TargetContext, 'entitlements'>,
  key: string | undefined,
): readonly Need[] {
  if (key === undefined) return [];
  return entitlements.flatMap(({ uri, document }) => {
    const entry = dictEntry(rootDict(document), key);
    if (entry === undefined || booleanValue(entry.value) !== true) return [];
    return [{ uri, range: entry.keyRange, detail: undefined }];
  });
}

/** The first thing that needs a key, on a platform of the target; `undefined` also when the platforms are not known. */
export function firstKeyNeed(context: TargetContext, requirement: KeyRequirement): Need | undefined {
  const platforms = (platformsOf(context.target, context.infoPlist) ?? []).filter((each) =>
    requirement.platforms.includes(each),
  );
  if (platforms.length === 0) return undefined;
  const isOwn = ({ uri }: Need) => !isForOthers(context, uri);
  const needs = [
    ...entitlementNeeds(context, requirement.entitlement),
    ...modeNeeds(context, requirement.mode),
    ...platforms.flatMap((platform) => codeNeeds(context, requirement.apis, platform)).filter(isOwn),
  ];
  return needs[0];
}

/** Whether code of a framework is in other apps as well: what one of them asks for, the next may never call. */
function isForOthers({ target, siblings, linkersOf }: TargetContext, uri: string): boolean {
  if (target.linkedSources?.includes(uri) !== true) return false;
  const linkers = linkersOf?.(uri) ?? [];
  return [...siblings.map((sibling) => sibling.target), ...linkers].some(
    (other) => other.id !== target.id && capableProducts.has(other.product) && codeOf(other).includes(uri),
  );
}

function modeNeeds({ infoPlist }: TargetContext, mode: string | undefined): readonly Need[] {
  if (mode === undefined) return [];
  return declarationsOf(infoPlist, infoPlist.modes('UIBackgroundModes'), mode).map((place) => ({
    ...place,
    detail: undefined,
  }));
}
