/** The preferred fixes of several findings as one. */
import type { FileEdit, Finding, Fix } from '../rules/types';
import type { TextEdit } from '../text';

/**
 * Edits of the preferred fixes, in the order of the findings; a fix that overlaps one taken before is left for the
 * next time, and so is one that creates a file. `undefined` when no fix is left.
 */
export function fixAll(findings: readonly Finding[]): readonly FileEdit[] | undefined {
  const taken = new Map<string, TextEdit[]>();
  for (const finding of findings) {
    const fix = finding.fixes.find(({ isPreferred }) => isPreferred);
    if (fix !== undefined && canJoin(taken, fix)) join(taken, fix);
  }
  return taken.size === 0 ? undefined : [...taken].map(([uri, edits]) => ({ uri, edits }));
}

function canJoin(taken: ReadonlyMap<string, readonly TextEdit[]>, fix: Fix): boolean {
  return fix.files.every(
    ({ uri, edits, create }) =>
      create === undefined &&
      edits.every((edit) => !(taken.get(uri) ?? []).some((other) => collide(edit, other))),
  );
}

/** Touching counts: two insertions at one place would depend on their order. */
function collide(a: TextEdit, b: TextEdit): boolean {
  return a.range.start <= b.range.end && b.range.start <= a.range.end;
}

function join(taken: Map<string, TextEdit[]>, fix: Fix): void {
  for (const { uri, edits } of fix.files) taken.set(uri, [...(taken.get(uri) ?? []), ...edits]);
}
