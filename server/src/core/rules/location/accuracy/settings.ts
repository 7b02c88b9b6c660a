/** What a type, or a function outside of types, sets on location managers. */
import type { Expr } from '../../../program/ir';
import { type Member, walkMember } from '../../../program/members';
import { unwrap } from '../../../program/resolve';
import { type MemberSet, memberSet } from '../../../program/setters';

const members = new Set([
  'allowsBackgroundLocationUpdates',
  'desiredAccuracy',
  'distanceFilter',
  'showsBackgroundLocationIndicator',
]);

/** By the name of the member, in source order. */
export type Settings = ReadonlyMap<string, readonly MemberSet[]>;

/** One for each type, all of its parts together, and for each function outside of types. */
export function settingsIn(all: readonly Member[]): readonly Settings[] {
  const groups = new Map<unknown, Map<string, MemberSet[]>>();
  for (const member of all) {
    const key = member.type?.name ?? member.node;
    const found = groups.get(key) ?? new Map<string, MemberSet[]>();
    groups.set(key, found);
    walkMember(member, {
      expr: (expr) => {
        const set = memberSet(expr);
        if (set !== undefined && members.has(set.member))
          found.set(set.member, [...(found.get(set.member) ?? []), set]);
        return true;
      },
    });
  }
  return [...groups.values()];
}

/** Whether a switch is turned on by a literal. */
export function isSwitchedOn(settings: Settings, member: string): boolean {
  return (settings.get(member) ?? []).some(({ value }) => {
    const literal = unwrap(value);
    return literal.kind === 'literal' && literal.type === 'bool' && literal.value === 'true';
  });
}

/** The name of a constant; `undefined` for other values. */
export function constantName(expr: Expr): string | undefined {
  const value = unwrap(expr);
  return value.kind === 'name' ? value.name : undefined;
}

export function numberOf(expr: Expr): number | undefined {
  const value = unwrap(expr);
  return value.kind === 'literal' && value.type === 'number'
    ? Number(value.value.replaceAll('_', ''))
    : undefined;
}
