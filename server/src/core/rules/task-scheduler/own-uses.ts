/** Task identifiers in one file, and those that meet them in the rest of its targets. */
import { evaluateConditions } from '../../program/conditions';
import type { CallExpr } from '../../program/ir';
import { membersAt } from '../../program/members';
import { parentsOf } from '../../program/parents';
import { type TaskIdentifierUse, taskIdentifierUses } from '../../program/task-identifiers';
import { codeOf } from '../../project/target-code';
import type { Platform, Target } from '../../project/types';
import { taskContext } from '../background-task/context';
import type { CodeContext } from '../context';
import { schedulingPlatforms } from './scheduling-platforms';

/**
 * The uses of the file and of the files around it, by file and place, as far as they are compiled for a platform with
 * the scheduler. `call.when` tells what stays open. Tests have tasks of their own.
 */
export function usesAround(code: CodeContext): readonly TaskIdentifierUse[] {
  const targets = code.targets.filter(({ product }) => product !== 'tests');
  if (code.targets.length > 0 && targets.length === 0) return [];
  const platforms = platformsOf(targets);
  const all = taskIdentifierUses(code.index.constants).flatMap((use) => compiledFor(platforms, use) ?? []);
  if (targets.length === 0) return all;
  const uris = new Set(targets.flatMap(codeOf));
  return all.filter(({ uri }) => uris.has(uri));
}

function platformsOf(targets: readonly Target[]): readonly Platform[] {
  const known = targets.flatMap(({ platforms }) => platforms ?? []);
  const isKnown = targets.some(({ platforms }) => platforms !== undefined);
  return isKnown ? schedulingPlatforms.filter((platform) => known.includes(platform)) : ['iOS'];
}

function compiledFor(platforms: readonly Platform[], use: TaskIdentifierUse): TaskIdentifierUse | undefined {
  const { when = [], ...call } = use.call;
  const verdicts = platforms.map((platform) => evaluateConditions(when, { platform }));
  if (verdicts.every((verdict) => verdict === false)) return undefined;
  return verdicts.includes(true) ? { ...use, call } : use;
}

export function isOwn({ uri }: TaskIdentifierUse, { unit }: CodeContext): boolean {
  return uri === unit.uri;
}

/** Whether some target compiles both. */
export function meet(one: TaskIdentifierUse, other: TaskIdentifierUse, { targets }: CodeContext): boolean {
  if (one.uri === other.uri || targets.length === 0) return true;
  return targets.some((target) => {
    const uris = codeOf(target);
    return uris.includes(one.uri) && uris.includes(other.uri);
  });
}

/** The same for the sources of the target itself: nobody knows which parts of a library an app makes use of. */
export function compiledTogether(
  one: TaskIdentifierUse,
  other: TaskIdentifierUse,
  { targets }: CodeContext,
): boolean {
  if (one.uri === other.uri || targets.length === 0) return true;
  return targets.some(({ sources }) => sources.includes(one.uri) && sources.includes(other.uri));
}

/** The call of a use of the file. */
export function callOf({ call: { range } }: TaskIdentifierUse, code: CodeContext): CallExpr | undefined {
  const { program, resolver } = taskContext(code).analysis;
  const calls = parentsOf(resolver).callsIn(membersAt(program, range.start));
  return calls.find(({ nameRange }) => nameRange.start === range.start && nameRange.end === range.end);
}
