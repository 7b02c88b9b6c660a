/** The API table, looked up by what an expression or a declaration is called. */

import { apiRows } from '../catalog/apis';
import type { ApiRow, UsePattern } from '../catalog/requirement-types';
import { firstPiece } from '../catalog/selectors';

export type PatternOf<Kind extends UsePattern['kind']> = Extract<UsePattern, { kind: Kind }>;

export interface Candidate<Use extends UsePattern = UsePattern> {
  readonly row: ApiRow;
  readonly use: Use;
}

function indexBy<Kind extends UsePattern['kind']>(
  kind: Kind,
  names: (use: PatternOf<Kind>) => readonly (string | undefined)[],
): (name: string) => readonly Candidate<PatternOf<Kind>>[] {
  const index = new Map<string, Candidate<PatternOf<Kind>>[]>();
  for (const row of apiRows) {
    for (const use of row.uses) {
      if (!isKind(use, kind)) continue;
      for (const name of new Set(names(use))) {
        if (name !== undefined) index.set(name, [...(index.get(name) ?? []), { row, use }]);
      }
    }
  }
  return (name) => index.get(name) ?? [];
}

function isKind<Kind extends UsePattern['kind']>(use: UsePattern, kind: Kind): use is PatternOf<Kind> {
  return use.kind === kind;
}

/** `setMember`: how Objective-C spells an assignment as a message. */
export function setterName(member: string): string {
  return `set${member.charAt(0).toUpperCase()}${member.slice(1)}`;
}

/** By the constructed type. */
export const constructions = indexBy('construct', (use) => [use.type]);
/** By the base name or the first piece of the selector. */
export const calls = indexBy('call', (use) => [use.swift?.name, use.objc && firstPiece(use.objc)]);
/** By the member. */
export const assignments = indexBy('assign', (use) => [use.member]);
/** By the first piece of the setter's selector. */
export const setters = indexBy('assign', (use) => [setterName(use.member)]);
/** By the full name in either language. */
export const implementations = indexBy('implement', (use) => [use.swift, use.objc]);
/** By the name of the constant. */
export const constants = indexBy('name', (use) => [use.name]);
/** By each of the names. */
export const mentions = indexBy('mention', (use) => use.names);
