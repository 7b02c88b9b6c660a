/** Where a path that leaves a value open is underlined. */
import type { Arm } from '../../program/cfg';
import type { DutyExit } from '../../program/duties/types';
import type { TextRange } from '../../text';

/** A condition inside of another one without `else`: the outer one says it all. */
export function isInSkipped(exit: DutyExit, places: readonly { readonly exit: DutyExit }[]): boolean {
  return places.some(({ exit: other }) => hides(other, exit));
}

export function hides(outer: DutyExit, inner: DutyExit): boolean {
  if (outer.arm?.part !== 'skip' || inner.arm?.part !== 'skip' || outer.arm === inner.arm) return false;
  const { start } = inner.arm.range;
  return fallsOff(outer) && fallsOff(inner) && outer.arm.range.start < start && start < outer.arm.range.end;
}

/** Whether a path ends where nobody wrote an exit. */
export function fallsOff({ kind }: DutyExit): boolean {
  return kind === 'end' || kind === 'next';
}

/** What to underline: the exit, the branch that leads past the completion, or else the closing brace. */
export function placeOf(exit: DutyExit, text: string): TextRange {
  if (!fallsOff(exit) || exit.arm === undefined)
    return exit.kind === 'next' ? lastOf(exit.range) : exit.range;
  return placeOfArm(exit.arm, text);
}

function lastOf({ end }: TextRange): TextRange {
  return { start: end - 1, end };
}

function placeOfArm({ part, range, stmt }: Arm, text: string): TextRange {
  if (part !== 'else') return part === 'case' || part === 'catch' ? range : stmt.range;
  const keyword = text.lastIndexOf('else', range.start);
  return keyword > stmt.range.start ? { start: keyword, end: range.end } : range;
}
