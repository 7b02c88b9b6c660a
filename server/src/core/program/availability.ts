/** Which versions of iOS reach a place of a file: by `#available`, `@available` and what leaves early. */
import type { Block, Clause, ProgramFile, Stmt } from './ir';
import { type Member, membersAt, walkMember } from './members';
import { allTypes } from './walk';

export interface Availability {
  /** The highest version that is sure here, by the code alone; `undefined`: none is. */
  readonly atLeast: string | undefined;
  /** The code is for systems before some version, or is itself marked as outdated. */
  readonly isForOlder: boolean;
}

interface Region {
  readonly start: number;
  readonly end: number;
  readonly atLeast?: string;
  readonly isForOlder?: true;
}

/** `iOS 16.4` → 16.4; names of other platforms give nothing. */
const iosVersion = /^(?:iOS|iOSApplicationExtension)\s+(\d+(?:\.\d+)*)$/;
const outdated = /\b(?:deprecated|obsoleted|unavailable)\b/;

export function availabilityAt(program: ProgramFile, offset: number): Availability {
  const regions = [...declaredRegions(program, offset), ...membersAt(program, offset).flatMap(regionsIn)];
  let atLeast: string | undefined;
  let isForOlder = false;
  for (const region of regions) {
    if (offset < region.start || offset >= region.end) continue;
    isForOlder ||= region.isForOlder === true;
    if (region.atLeast !== undefined && (atLeast === undefined || isLater(region.atLeast, atLeast)))
      atLeast = region.atLeast;
  }
  return { atLeast, isForOlder };
}

/** Whether `version` is after `other`; both are dotted numbers. */
function isLater(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) > 0;
}

function declaredRegions(program: ProgramFile, offset: number): readonly Region[] {
  const members = membersAt(program, offset).flatMap((member) =>
    member.kind === 'block' ? [] : [member.node],
  );
  return [...allTypes(program), ...members].flatMap(({ range, attributes }) =>
    attributes.filter((text) => text.startsWith('@available')).map((text) => declared(range, text)),
  );
}

function declared({ start, end }: Stmt['range'], attribute: string): Region {
  if (outdated.test(attribute)) return { start, end, isForOlder: true };
  const inside = attribute.slice(attribute.indexOf('(') + 1, attribute.lastIndexOf(')'));
  const introduced = inside.replace(/^\s*iOS\s*,\s*introduced:\s*/, 'iOS ');
  return { start, end, ...minimum(introduced.split(',')) };
}

function minimum(versions: readonly string[]): Pick<Region, 'atLeast'> {
  for (const version of versions) {
    const found = iosVersion.exec(version.trim())?.[1];
    if (found !== undefined) return { atLeast: found };
  }
  return {};
}

function regionsIn(member: Member): readonly Region[] {
  const found: Region[] = [];
  walkMember(member, {
    block: (block) => {
      for (const stmt of block.statements) found.push(...regionsOf(stmt, block));
    },
  });
  return found;
}

function regionsOf(stmt: Stmt, block: Block): readonly Region[] {
  if (stmt.kind !== 'if' && stmt.kind !== 'guard') return [];
  const checks = stmt.clauses.filter((clause) => clause.kind === 'available');
  const rest = { start: stmt.range.end, end: block.range.end };
  return checks.flatMap((check) => {
    if (stmt.kind === 'guard') return [branch(rest, check, true), branch(stmt.otherwise.range, check, false)];
    const leaves = endsIn(stmt.then) ? [branch(rest, check, false)] : [];
    const otherwise = stmt.otherwise === undefined ? [] : [branch(stmt.otherwise.range, check, false)];
    return [branch(stmt.then.range, check, true), ...otherwise, ...leaves];
  });
}

function branch(
  { start, end }: Stmt['range'],
  check: Extract<Clause, { kind: 'available' }>,
  holds: boolean,
): Region {
  return holds !== check.unavailable
    ? { start, end, ...minimum(check.versions) }
    : { start, end, isForOlder: true };
}

/** Whether the last statement leaves the block: what follows is then for the other case. */
function endsIn({ statements }: Block): boolean {
  const last = statements.at(-1)?.kind;
  return last === 'return' || last === 'throw' || last === 'jump';
}
