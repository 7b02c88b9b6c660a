import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../server/src/cli/report';
import { githubReport } from '../../server/src/cli/reporters/github';
import { jsonReport } from '../../server/src/cli/reporters/json';
import { textReport } from '../../server/src/cli/reporters/text';
import { xcodeReport } from '../../server/src/cli/reporters/xcode';
import { reportOf, uriOf } from './report-builder';

const PLAIN = picocolors.createColors(false);
const FILES = {
  'App/Info.plist': '<dict>\r\n\t<string>fetch</string>\r\n\t<string>sound</string>\r\n</dict>',
  'App/Player 🎧.swift': 'let 🎧 = 1\nstart()\nsession.setCategory(.playback)\n',
};
const EMPTY: Report = { baseUri: uriOf(''), findings: [], problems: [] };

const REPORT = reportOf(FILES, [
  {
    path: 'App/Info.plist',
    at: 'sound',
    rule: 'invalid-background-mode',
    severity: 'error',
    message: 'No such mode',
  },
  {
    path: 'App/Player 🎧.swift',
    at: 'setCategory',
    entry: 'audio',
    related: [{ path: 'App/Info.plist', at: 'fetch', message: 'Declared modes' }],
  },
  { path: 'App/Player 🎧.swift', at: 'start', severity: 'information', rule: 'hm', message: 'Look' },
]);

describe('the text report', () => {
  it('groups by file, aligns columns, shows related places and sums up', () => {
    expect(textReport(REPORT, PLAIN)).toBe(`
App/Info.plist
  3:10  error  No such mode  invalid-background-mode

App/Player 🎧.swift
  3:9  warning      The mode is missing; playback stops in the background  missing-background-mode/audio
                    App/Info.plist:2:10: Declared modes
  2:1  information  Look                                                   hm

✖ 3 problems (1 error, 1 warning, 1 information)
`);
  });

  it('breaks long messages on a narrow terminal', () => {
    const [, finding] = REPORT.findings;
    const report = { ...REPORT, findings: finding === undefined ? [] : [finding] };
    expect(textReport(report, PLAIN, 51)).toBe(`
App/Player 🎧.swift
  3:9  warning  The mode is missing; playback stops
                in the background
                missing-background-mode/audio
                App/Info.plist:2:10: Declared modes

✖ 1 problem (1 warning)
`);
  });

  it('is empty without findings', () => {
    expect(textReport(EMPTY, PLAIN)).toBe('');
  });

  it('says the same in colour', () => {
    const colored = textReport(REPORT, picocolors.createColors(true));
    expect(colored).toContain('\u001b[31merror');
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    expect(colored.replace(escapes, '')).toBe(textReport(REPORT, PLAIN));
  });
});

describe('the JSON report', () => {
  it('has positions from 1, relative paths and counts', () => {
    const report = JSON.parse(jsonReport(REPORT));
    expect(report.summary).toEqual({ error: 1, warning: 1, information: 1, hint: 0 });
    expect(report.findings[1]).toEqual({
      code: 'missing-background-mode/audio',
      rule: 'missing-background-mode',
      entry: 'audio',
      severity: 'warning',
      message: 'The mode is missing; playback stops in the background',
      file: 'App/Player 🎧.swift',
      start: { line: 3, column: 9 },
      end: { line: 3, column: 20 },
      target: null,
      related: [
        {
          message: 'Declared modes',
          file: 'App/Info.plist',
          start: { line: 2, column: 10 },
          end: { line: 2, column: 15 },
        },
      ],
      fixes: [],
    });
  });

  it('shows what fixes replace, and files that they create', () => {
    const [text = ''] = Object.values(FILES);
    const start = text.indexOf('sound');
    const [finding] = JSON.parse(
      jsonReport(
        reportOf(FILES, [
          {
            path: 'App/Info.plist',
            at: 'sound',
            fixes: [
              {
                title: 'Write audio',
                isPreferred: true,
                files: [
                  {
                    uri: uriOf('App/Info.plist'),
                    edits: [{ range: { start, end: start + 5 }, newText: 'audio' }],
                  },
                  { uri: uriOf('App/New.plist'), edits: [], create: '<plist/>' },
                ],
              },
            ],
          },
        ]),
      ),
    ).findings;
    const top = { line: 1, column: 1 };
    expect(finding.fixes).toEqual([
      {
        title: 'Write audio',
        isPreferred: true,
        files: [
          {
            file: 'App/Info.plist',
            isNew: false,
            replacements: [
              { start: { line: 3, column: 10 }, end: { line: 3, column: 15 }, newText: 'audio' },
            ],
          },
          {
            file: 'App/New.plist',
            isNew: true,
            replacements: [{ start: top, end: top, newText: '<plist/>' }],
          },
        ],
      },
    ]);
  });

  it('is a whole document without findings', () => {
    expect(JSON.parse(jsonReport(EMPTY)).findings).toEqual([]);
  });
});

describe('the GitHub report', () => {
  it('is one workflow command a finding', () => {
    expect(githubReport(REPORT).split('\n')).toEqual([
      '::error file=App/Info.plist,line=3,endLine=3,col=10,endColumn=14,title=invalid-background-mode::No such mode',
      '::warning file=App/Player 🎧.swift,line=3,endLine=3,col=9,endColumn=19,' +
        'title=missing-background-mode/audio::The mode is missing; playback stops in the background',
      '::notice file=App/Player 🎧.swift,line=2,endLine=2,col=1,endColumn=5,title=hm::Look',
      '',
    ]);
  });

  it('escapes what would end a property or the command', () => {
    const report = reportOf({ 'a,b:c%.m': 'x\ny' }, [
      { path: 'a,b:c%.m', at: 'x\ny', message: '50 %\nor so: a, b' },
    ]);
    expect(githubReport(report)).toBe(
      '::warning file=a%2Cb%3Ac%25.m,line=1,endLine=2,title=missing-background-mode::50 %25%0Aor so: a, b\n',
    );
  });
});

describe('the report for Xcode', () => {
  it('has absolute paths, the words that Xcode knows, and related places as notes', () => {
    expect(xcodeReport(REPORT)).toBe(`\
/work space/app/App/Info.plist:3:10: error: No such mode [invalid-background-mode]
/work space/app/App/Player 🎧.swift:3:9: warning: The mode is missing; playback stops in the background [missing-background-mode/audio]
/work space/app/App/Info.plist:2:10: note: Declared modes
/work space/app/App/Player 🎧.swift:2:1: note: Look [hm]
`);
  });

  it('keeps each message on its line', () => {
    const report = reportOf({ 'a.swift': 'x' }, [{ path: 'a.swift', at: 'x', message: 'one\n  two' }]);
    expect(xcodeReport(report).split('\n')).toHaveLength(2);
  });

  it('is empty without findings', () => {
    expect(xcodeReport(EMPTY)).toBe('');
  });
});
