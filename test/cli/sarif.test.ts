import { describe, expect, it } from 'vitest';
import { sarifReport } from '../../server/src/cli/reporters/sarif';
import type { RuleMeta } from '../../server/src/core/rules/types';
import { type FindingSeed, rangeOf, reportOf, uriOf } from './report-builder';
import { validSarif } from './sarif-validator';

const RULE: RuleMeta = {
  id: 'missing-background-mode',
  family: 'plist-and-project',
  title: 'A background mode is missing',
  why: 'The system suspends the app and playback stops.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift'],
  scope: 'target',
  needs: [],
  fix: 'Add the mode to UIBackgroundModes.',
  sources: [
    'https://developer.apple.com/documentation/bundleresources/information-property-list/uibackgroundmodes',
  ],
  entries: [{ key: 'audio', title: 'audio' }],
  examples: [],
};
const OTHER: RuleMeta = { ...RULE, id: 'a-first-rule', severity: 'hint', sources: [], entries: [] };
const RULES = [RULE, OTHER];

const SWIFT = 'let 🎧 = 1; session.setCategory(.playback)\n';
const PLIST = '<dict>\n</dict>\n';
const FILES = { 'App/Player.swift': SWIFT, 'App/My Info.plist': PLIST };

function runOf(seeds: readonly FindingSeed[], files: Readonly<Record<string, string>> = FILES) {
  const [run] = validSarif(sarifReport(reportOf(files, seeds), RULES)).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

function print(files: Readonly<Record<string, string>>, seeds: readonly FindingSeed[]) {
  return runOf(seeds, files).results?.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
}

describe('the SARIF report', () => {
  const seed: FindingSeed = {
    path: 'App/Player.swift',
    at: 'setCategory',
    entry: 'audio',
    related: [{ path: 'App/My Info.plist', at: '<dict>', message: 'The Info.plist of the target' }],
    fixes: [
      {
        title: 'Add audio',
        isPreferred: true,
        files: [
          {
            uri: uriOf('App/My Info.plist'),
            edits: [{ range: { start: rangeOf(PLIST, '\n</dict>').start, end: 6 }, newText: '<true/>' }],
          },
        ],
      },
      {
        title: 'Create',
        isPreferred: false,
        files: [{ uri: uriOf('New.plist'), edits: [], create: '<plist/>' }],
      },
      { title: 'Nothing', isPreferred: false, files: [{ uri: uriOf('App/Player.swift'), edits: [] }] },
    ],
  };

  it('is checked by a validator that refuses mistakes', () => {
    const text = sarifReport(reportOf(FILES, [seed]), RULES);
    expect(() => validSarif(text.replace('"startLine": 1', '"startLine": 0'))).toThrow('startLine');
    expect(() => validSarif(text.replace('"level"', '"levle"'))).toThrow('additional properties');
    expect(() => validSarif(text.replace('App/Player.swift', '/App/Player.swift'))).toThrow('uri');
  });

  it('is valid without findings and rules', () => {
    expect(validSarif(sarifReport(reportOf({}, []), [])).runs[0]?.results).toEqual([]);
  });

  it('names the rule hierarchically and points to its descriptor', () => {
    const { tool, results, columnKind } = runOf([seed]);
    const [result] = results ?? [];
    expect(result?.ruleId).toBe('missing-background-mode/audio');
    expect(tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe('missing-background-mode');
    expect(columnKind).toBe('utf16CodeUnits');
  });

  it('describes rules with help in text and Markdown', () => {
    const [first, second] = runOf([]).tool.driver.rules ?? [];
    expect(first?.id).toBe('a-first-rule');
    expect(first?.defaultConfiguration?.level).toBe('note');
    expect(second).toMatchObject({
      name: 'MissingBackgroundMode',
      shortDescription: { text: RULE.title },
      fullDescription: { text: RULE.why },
      help: {
        text: expect.stringContaining('Add the mode'),
        markdown: expect.stringContaining('## What to do'),
      },
      properties: { tags: ['ios', 'plist-and-project', 'silent-failure'], precision: 'high' },
    });
  });

  it('gives places below %SRCROOT% in UTF-16 columns, percent-encoded', () => {
    const { results, originalUriBaseIds } = runOf([seed]);
    expect(originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: uriOf('') } });
    expect(results?.[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'App/Player.swift', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 21, endLine: 1, endColumn: 32 },
    });
    expect(results?.[0]?.relatedLocations).toEqual([
      {
        id: 0,
        message: { text: 'The Info.plist of the target' },
        physicalLocation: {
          artifactLocation: { uri: 'App/My%20Info.plist', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 7 },
        },
      },
    ]);
  });

  it('keeps the whole URI of a file outside of the working directory', () => {
    const log = sarifReport({ ...reportOf(FILES, [seed]), baseUri: uriOf('Elsewhere') }, RULES);
    const location =
      validSarif(log).runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    expect(location).toEqual({ uri: uriOf('App/Player.swift') });
  });

  it('has fixes that change and create files, and none that do nothing', () => {
    const [result] = runOf([seed]).results ?? [];
    expect(result?.fixes).toEqual([
      {
        description: { text: 'Add audio' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'App/My%20Info.plist', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 7 },
                insertedContent: { text: '<true/>' },
              },
            ],
          },
        ],
      },
      {
        description: { text: 'Create' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'New.plist', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
                insertedContent: { text: '<plist/>' },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('reports what could not be read as notifications', () => {
    const problem = { uri: uriOf('Bad.plist'), path: 'Bad.plist', message: 'This file cannot be read' };
    const log = validSarif(sarifReport({ ...reportOf({}, []), problems: [problem] }, RULES));
    expect(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications).toEqual([
      {
        level: 'warning',
        message: { text: 'This file cannot be read' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'Bad.plist', uriBaseId: '%SRCROOT%' } } }],
      },
    ]);
  });

  it('writes the same bytes for the same findings', () => {
    expect(sarifReport(reportOf(FILES, [seed]), RULES)).toBe(
      sarifReport(reportOf(FILES, [seed]), [OTHER, RULE]),
    );
  });
});

describe('fingerprints', () => {
  const seeds: FindingSeed[] = [{ path: 'a.swift', at: 'begin()' }];

  it('survive moved lines, other indentation and another message', () => {
    const before = print({ 'a.swift': 'x()\nbegin()\n' }, seeds);
    expect(print({ 'a.swift': '// new\n\n\tx()\r\n\t\tbegin()\r\n' }, seeds)).toEqual(before);
    expect(
      print({ 'a.swift': 'x()\nbegin()\n' }, [{ path: 'a.swift', at: 'begin()', message: 'New words' }]),
    ).toEqual(before);
  });

  it('differ by rule, file, line text and occurrence', () => {
    const files = { 'a.swift': 'begin(); begin()', 'b.swift': 'begin(); begin()', 'c.swift': 'begin(1)' };
    const prints = print(files, [
      { path: 'a.swift', at: 'begin()' },
      { path: 'a.swift', at: '; begin()' },
      { path: 'a.swift', at: 'begin()', rule: 'a-first-rule' },
      { path: 'b.swift', at: 'begin()' },
      { path: 'c.swift', at: 'begin' },
    ]);
    expect(new Set(prints).size).toBe(5);
  });
});
