import { describe, expect, test } from 'vitest';
import type { FindingDraft, Rule, Unit } from '../../../server/src/core/rules/context';
import { runUnitRules, sortFindings } from '../../../server/src/core/rules/engine';
import type { RuleMeta } from '../../../server/src/core/rules/types';
import { parsePlist } from '../../../server/src/core/syntax/plist';

const uri = 'file:///Info.plist';
const unit: Unit = { kind: 'plist', uri, text: '', role: 'info', document: parsePlist('') };
const at = (start: number): Pick<FindingDraft, 'uri' | 'range' | 'message'> => ({
  uri,
  range: { start, end: start + 1 },
  message: `at ${start}`,
});

function rule(id: string, check: (report: (draft: FindingDraft) => void) => void): Rule {
  const meta: RuleMeta = {
    id,
    family: 'test',
    title: id,
    why: '',
    consequence: 'crash',
    severity: 'error',
    confidence: 'high',
    tier: 1,
    languages: ['plist'],
    scope: 'file',
    needs: [],
    sources: [],
    entries: [{ key: 'mild', title: 'Mild', severity: 'hint' }],
    examples: [],
  };
  return { meta, run: 'unit', check: ({ report }) => check(report) };
}

function run(...rules: readonly Rule[]) {
  const logs: string[] = [];
  const logger = { log: (level: string, message: string) => logs.push(`${level} ${message}`) };
  return { findings: runUnitRules(rules, { unit, targets: [] }, logger), logs };
}

describe('a severity', () => {
  test('is the one that the finding states, else its case states, else its rule states', () => {
    const { findings } = run(
      rule('a', (report) => {
        report(at(1));
        report({ ...at(2), entry: 'mild' });
        report({ ...at(3), entry: 'mild', severity: 'warning' });
      }),
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'hint', 'warning']);
  });
});

test('findings come in order of place, equal ones once', () => {
  const { findings } = run(
    rule('b', (report) => {
      for (const start of [5, 1, 5]) report(at(start));
    }),
    rule('a', (report) => report(at(5))),
  );
  expect(findings.map(({ rule: id, range }) => `${id} ${range.start}`)).toEqual(['b 1', 'a 5', 'b 5']);
  expect(sortFindings([...findings, ...findings])).toEqual(findings);
});

test('a rule that throws is logged and says nothing; the others go on', () => {
  const { findings, logs } = run(
    rule('broken', (report) => {
      report(at(1));
      throw new Error('out of luck');
    }),
    rule('whole', (report) => report(at(2))),
  );
  expect(findings.map(({ rule: id }) => id)).toEqual(['whole']);
  expect(logs).toHaveLength(1);
  expect(logs[0]).toMatch(/^error Rule broken failed on file:\/\/\/Info\.plist: Error: out of luck/);
});
