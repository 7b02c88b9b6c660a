/** What a mechanism asks of a target, joined from the tables of modes and requirements. */
import { modeDoc } from '../../catalog/docs';
import type { Mechanism } from '../../catalog/mechanisms';
import { asksOf } from '../../catalog/mode-asks';
import { backgroundModes } from '../../catalog/modes';
import type { KeyRequirement, ModeKey } from '../../catalog/requirement-types';
import { entitlementRequirements } from '../../catalog/requirements-entitlements';
import { purposeRequirements } from '../../catalog/requirements-purposes';

export interface NeededMode {
  readonly key: ModeKey;
  readonly value: string;
  readonly label: string;
}

/**
 * - `fixed`: `value` is what to write.
 * - `text`: a sentence for people, such as a purpose string; `value` is what to write until somebody has one.
 * - `list`: texts that only the author of the app knows.
 */
export interface NeededKey {
  readonly kind: 'plist-key' | 'entitlement';
  readonly key: string;
  readonly input: 'fixed' | 'text' | 'list';
  readonly value: true | string;
  /** Apple has to grant it first. */
  readonly isManaged: boolean;
}

export interface NeededCapability {
  readonly modes: readonly NeededMode[];
  /** One of these. */
  readonly oneOfModes: readonly NeededMode[];
  readonly keys: readonly NeededKey[];
  /** With `exampleBundle` in front, as the code has it. */
  readonly identifiers: readonly string[];
}

/** Stands in code for the bundle identifier. */
export const exampleBundle = 'com.example.app';

export function capabilityOf({ needs }: Mechanism): NeededCapability {
  const { modes = [], oneOfModes = [], apis = [], identifier, others = [] } = needs;
  return {
    modes: modes.flatMap(neededMode),
    oneOfModes: oneOfModes.flatMap(neededMode),
    keys: distinct([
      ...neededKeys(modes, apis),
      ...others.map(({ kind, key, value, isManaged = false }): NeededKey => {
        const input = value === 'text' || value === 'list' ? value : 'fixed';
        const written = value === 'text' || value === 'list' ? `TODO: ${key}` : value;
        return { kind, key, input, value: written, isManaged };
      }),
    ]),
    identifiers: identifier === undefined ? [] : [`${exampleBundle}.${identifier}`],
  };
}

/** Keys that the modes always ask for. */
export function keysOfModes(modes: readonly string[]): readonly NeededKey[] {
  return neededKeys(modes, []);
}

function neededMode(value: string): readonly NeededMode[] {
  const mode = backgroundModes.find((each) => each.value === value);
  return mode === undefined ? [] : [{ key: mode.key, value, label: modeDoc(value)?.label ?? value }];
}

function neededKeys(modes: readonly string[], apis: readonly string[]): readonly NeededKey[] {
  const asked = new Set(
    modes.flatMap((mode) =>
      asksOf(mode).flatMap(({ anyOf, when }) => (when === undefined ? [anyOf[0]] : [])),
    ),
  );
  const isNeeded = (requirement: KeyRequirement) =>
    requirement.apis.some((api) => apis.includes(api)) ||
    (requirement.mode !== undefined && modes.includes(requirement.mode)) ||
    asked.has(requirement.anyOf[0]);
  const direct = entitlementRequirements.filter(isNeeded);
  const granted = new Set(direct.map(({ anyOf }) => anyOf[0]));
  const entitlements = entitlementRequirements.filter(
    (each) => direct.includes(each) || (each.entitlement !== undefined && granted.has(each.entitlement)),
  );
  return distinct([
    ...entitlements.map(
      ({ anyOf, value, isManaged = false }): NeededKey => ({
        kind: 'entitlement',
        key: anyOf[0],
        input: 'fixed',
        value,
        isManaged,
      }),
    ),
    ...purposeRequirements.filter(isNeeded).map(
      ({ anyOf, placeholder }): NeededKey => ({
        kind: 'plist-key',
        key: anyOf[0],
        input: 'text',
        value: placeholder,
        isManaged: false,
      }),
    ),
  ]);
}

function distinct(keys: readonly NeededKey[]): readonly NeededKey[] {
  return keys.filter((key, index) => keys.findIndex((other) => other.key === key.key) === index);
}
