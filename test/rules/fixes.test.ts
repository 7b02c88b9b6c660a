import { beforeAll, describe, expect, test } from 'vitest';
import { type Finding, type Fix, findingCode } from '../../server/src/core/rules/types';
import { parsePlist } from '../../server/src/core/syntax/plist';
import { applyEdits } from '../../server/src/core/text';
import { type Checked, checkFolders, type Files } from '../support/check-files';
import { badExamples, withoutMarks } from '../support/examples';

interface FixCase {
  readonly name: string;
  readonly finding: Finding;
  readonly before: Checked;
  readonly files: Files;
  readonly fixed: Files;
}

const plain = badExamples.map(({ example }) => withoutMarks(example.files));
const before = await checkFolders(plain);
const cases = badExamples.flatMap(({ name, rule }, index): FixCase[] => {
  const [files, checked] = [plain[index], before[index]];
  if (files === undefined || checked === undefined) throw new Error('Not checked');
  return checked.findings
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) =>
      finding.fixes.map((fix) => ({
        name: `${name}: ${fix.title}`,
        finding,
        before: checked,
        files,
        fixed: applyFix(files, fix, checked),
      })),
    );
});

function applyFix(files: Files, fix: Fix, { path }: Checked): Files {
  const changed = fix.files.map(({ uri, edits, create }) => [
    path(uri),
    create ?? applyEdits(files[path(uri)] ?? '', edits),
  ]);
  return { ...files, ...Object.fromEntries(changed) };
}

function count({ findings }: Checked, { rule, entry }: Finding): number {
  return findings.filter((finding) => finding.rule === rule && finding.entry === entry).length;
}

/** What a fix asks a person to do next: rewrite a placeholder, give an alarm its date, a permitted task its handler. */
const nextSteps: ReadonlySet<string> = new Set([
  'missing-usage-description/placeholder',
  'alarm-session-start',
  'task-submitted-without-launch-handler',
]);

function isMistake(finding: Finding): boolean {
  if (nextSteps.has(findingCode(finding))) return false;
  return finding.severity === 'error' || finding.severity === 'warning';
}

function mistakes({ findings }: Checked): number {
  return findings.filter(isMistake).length;
}

describe('every fix', () => {
  let after: readonly Checked[] = [];
  beforeAll(async () => {
    after = await checkFolders(cases.map(({ fixed }) => fixed));
  });

  test.each(cases.map((each, index) => ({ ...each, index })))(
    '$name',
    ({ finding, before: old, files, fixed, index }) => {
      const now = after[index];
      if (now === undefined) throw new Error('Not checked');
      expect(fixed).not.toEqual(files);
      expect(count(now, finding)).toBeLessThan(count(old, finding));
      // No other mistake appears in its place; advice about what can only now be seen may.
      expect(mistakes(now)).toBeLessThanOrEqual(mistakes(old) - (isMistake(finding) ? 1 : 0));
      expect(syntaxProblems(fixed)).toEqual([]);
    },
  );
});

test('a finding prefers one fix at most', () => {
  for (const { findings } of before) {
    for (const { fixes } of findings)
      expect(fixes.filter(({ isPreferred }) => isPreferred).length).toBeLessThan(2);
  }
});

function syntaxProblems(files: Files): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) =>
    /\.(plist|entitlements)$/.test(path)
      ? parsePlist(text).problems.map(({ message }) => `${path}: ${message}`)
      : [],
  );
}
