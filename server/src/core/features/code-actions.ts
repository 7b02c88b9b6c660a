/** What can be done about findings, as edits of files. */
import type { Unit } from '../rules/context';
import type { FileEdit, Finding } from '../rules/types';
import type { TextRange } from '../text';
import { suppressionEdit } from './suppression';

export interface FindingAction {
  readonly title: string;
  readonly finding: Finding;
  readonly isPreferred: boolean;
  readonly files: readonly FileEdit[];
}

/**
 * Fixes of the findings of one file that `range` touches, then one suppression for each of them.
 * Without `unit` (an unreadable file) nothing can be suppressed.
 */
export function findingActions(
  findings: readonly Finding[],
  unit: Unit | undefined,
  range: TextRange,
): readonly FindingAction[] {
  const touched = findings.filter((finding) => touches(finding.range, range));
  const fixes = touched.flatMap((finding) =>
    finding.fixes.map(({ title, isPreferred, files }) => ({ title, finding, isPreferred, files })),
  );
  return [...fixes, ...touched.flatMap((finding) => suppression(finding, unit) ?? [])];
}

function suppression(finding: Finding, unit: Unit | undefined): FindingAction | undefined {
  const edit = unit && suppressionEdit(unit, finding);
  if (edit === undefined) return undefined;
  return {
    title: `Ignore this finding of ${finding.rule} here`,
    finding,
    isPreferred: false,
    files: [{ uri: finding.uri, edits: [edit] }],
  };
}

function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
