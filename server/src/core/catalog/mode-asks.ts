/** What background modes ask for beside their value: for the checklist. */
import type { KeyRequirement } from './requirement-types';
import { entitlementRequirements } from './requirements-entitlements';
import { purposeRequirements } from './requirements-purposes';

export interface ModeAsk {
  readonly kind: 'entitlement' | 'plist-key';
  /** One of these will do; the first is the usual one. */
  readonly anyOf: readonly [string, ...string[]];
  /** The circumstances under which it applies; missing for always. */
  readonly when?: string;
  /** Code of the rule that finds it missing; without one nothing does. */
  readonly code?: string;
}

const identifiers: ModeAsk['anyOf'] = ['BGTaskSchedulerPermittedIdentifiers'];

/** What no rule about entitlements or purpose strings asks for. Sources: the pages of the modes in modes.ts. */
const others: Readonly<Record<string, readonly ModeAsk[]>> = {
  fetch: [{ kind: 'plist-key', anyOf: identifiers, when: 'BGTaskScheduler is used' }],
  processing: [{ kind: 'plist-key', anyOf: identifiers }],
  'external-accessory': [{ kind: 'plist-key', anyOf: ['UISupportedExternalAccessoryProtocols'] }],
};

export function asksOf(mode: string): readonly ModeAsk[] {
  return [
    ...asked(entitlementRequirements, 'entitlement', 'missing-entitlement', mode),
    ...asked(purposeRequirements, 'plist-key', 'missing-usage-description', mode),
    ...((Object.hasOwn(others, mode) ? others[mode] : undefined) ?? []),
  ];
}

function asked(
  requirements: readonly KeyRequirement[],
  kind: ModeAsk['kind'],
  rule: string,
  mode: string,
): readonly ModeAsk[] {
  return requirements.flatMap(({ entry, asks, anyOf }) => {
    const when = asks !== undefined && Object.hasOwn(asks, mode) ? asks[mode] : undefined;
    if (when === undefined) return [];
    return [{ kind, anyOf, code: `${rule}/${entry}`, ...(when === '' ? {} : { when }) }];
  });
}
