/** Compilation conditions (`#if`): how they combine, and whether they hold on a platform. */
import type { Platform } from '../project/types';
import type { Condition } from './ir';

/** What is known about a build. A flag that is not listed is unknown, not undefined. */
export interface BuildConditions {
  readonly platform: Platform;
  readonly flags?: Readonly<Record<string, boolean>>;
}

/** Platforms on which `os(name)` holds. Mac Catalyst code is compiled for iOS. */
const OS_PLATFORMS: Readonly<Record<string, readonly Platform[]>> = {
  iOS: ['iOS', 'macCatalyst'],
  macOS: ['macOS'],
  OSX: ['macOS'],
  tvOS: ['tvOS'],
  watchOS: ['watchOS'],
  visionOS: ['visionOS'],
  xrOS: ['visionOS'],
  Linux: [],
  Windows: [],
  Android: [],
  FreeBSD: [],
  WASI: [],
};

/** Frameworks that tell platforms apart. Where one is left out of both lists nothing is concluded. */
const MODULE_PLATFORMS: Readonly<
  Record<string, { readonly on: readonly Platform[]; readonly off: readonly Platform[] }>
> = {
  UIKit: { on: ['iOS', 'macCatalyst', 'tvOS', 'watchOS', 'visionOS'], off: ['macOS'] },
  AppKit: { on: ['macOS'], off: ['iOS', 'tvOS', 'watchOS', 'visionOS'] },
  Cocoa: { on: ['macOS'], off: ['iOS', 'tvOS', 'watchOS', 'visionOS'] },
  CarPlay: { on: ['iOS'], off: ['macOS', 'tvOS', 'watchOS'] },
  WatchKit: { on: ['watchOS'], off: ['macOS', 'tvOS'] },
};

/** The condition of a branch: what it says itself (nothing for `#else`), and that no branch before it holds. */
export function branchCondition(previous: readonly Condition[], own: Condition | undefined): Condition {
  const operands = previous.map((operand): Condition => ({ kind: 'not', operand }));
  if (own !== undefined) operands.push(own);
  return allOf(operands);
}

export function allOf(operands: readonly Condition[]): Condition {
  const [only] = operands;
  if (only === undefined) return { kind: 'bool', value: true };
  return operands.length === 1 ? only : { kind: 'and', operands };
}

/** Whether the code under `condition` is compiled; `undefined` when that depends on something unknown. */
export function evaluateCondition(condition: Condition, build: BuildConditions): boolean | undefined {
  switch (condition.kind) {
    case 'bool':
      return condition.value;
    case 'os':
      return platformOf(condition.name)?.includes(build.platform);
    case 'environment':
      return inEnvironment(condition.name, build.platform);
    case 'canImport':
      return canImport(condition.module, build.platform);
    case 'flag':
      return own(build.flags ?? {}, condition.name);
    case 'not': {
      const value = evaluateCondition(condition.operand, build);
      return value === undefined ? undefined : !value;
    }
    case 'and':
      return combine(condition.operands, build, false);
    case 'or':
      return combine(condition.operands, build, true);
    case 'unknown':
      return undefined;
  }
}

/** What an app does is what it does on a device. */
function inEnvironment(name: string, platform: Platform): boolean | undefined {
  if (name === 'macCatalyst') return platform === 'macCatalyst';
  return name === 'simulator' ? false : undefined;
}

/** Whether code that stands under all of `conditions` is compiled. */
export function evaluateConditions(
  conditions: readonly Condition[],
  build: BuildConditions,
): boolean | undefined {
  return combine(conditions, build, false);
}

/** Kleene logic: one operand with the value `decisive` settles it, whatever the unknown ones are. */
function combine(
  operands: readonly Condition[],
  build: BuildConditions,
  decisive: boolean,
): boolean | undefined {
  let result: boolean | undefined = !decisive;
  for (const operand of operands) {
    const value = evaluateCondition(operand, build);
    if (value === decisive) return decisive;
    if (value === undefined) result = undefined;
  }
  return result;
}

function canImport(module: string, platform: Platform): boolean | undefined {
  const known = own(MODULE_PLATFORMS, module);
  if (known?.on.includes(platform)) return true;
  return known?.off.includes(platform) ? false : undefined;
}

function platformOf(os: string): readonly Platform[] | undefined {
  return own(OS_PLATFORMS, os);
}

/** Names come from users' code: `constructor` must not find Object.prototype's. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
