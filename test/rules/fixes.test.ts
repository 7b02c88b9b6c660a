import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding, Fix } from '../../server/src/core/rules/types';
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

function isReminder({ rule, entry }: Finding): boolean {
  return rule === 'missing-usage-description' && entry === 'placeholder';
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
      // Nothing else appears in its place, but that a placeholder wants to be rewritten.
      const appeared = now.findings.filter((each) => !isReminder(each));
      expect(appeared.length).toBeLessThan(old.findings.length);
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
