import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json';
import { explain } from '../../server/src/cli/rule-texts';
import { allRules } from '../../server/src/core/rules';
import { runCli } from './process';

describe('the command line', () => {
  it('shows its version', async () => {
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  it('shows help on request, and as an error without a command', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('check [options] [paths...]')]);
    const none = await runCli([]);
    expect([none.code, none.stdout, none.stderr]).toEqual([2, '', stdout]);
  });

  it.each([
    [['chekc'], "unknown command 'chekc'"],
    [['check', '--fromat', 'json'], "unknown option '--fromat'"],
    [['check', '--format', 'xml'], 'Allowed choices are text, json, sarif, github'],
    [['check', '--fail-on', 'never'], 'Allowed choices are error, warning, information, hint'],
    [['check', '.', '--enable', 'no-such-rule'], 'There is no rule no-such-rule'],
    [['explain'], "missing required argument 'rule'"],
    [['explain', 'no-such-rule'], 'There is no rule no-such-rule'],
    [['explain', 'missing-background-mode/nothing'], 'There is no rule missing-background-mode/nothing'],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('rules', () => {
  const ids = allRules.map(({ meta }) => meta.id).sort();

  it('lists every rule', async () => {
    const { code, stdout } = await runCli(['rules']);
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(ids);
  });

  it('lists them as JSON, with metadata', async () => {
    const { stdout } = await runCli(['rules', '--format', 'json']);
    const rules: { id: string; why: string }[] = JSON.parse(stdout);
    expect(rules.map(({ id }) => id)).toEqual(ids);
    expect(rules.every(({ why }) => why.length > 0)).toBe(true);
  });
});

describe('explain', () => {
  function explained(code: string): string {
    let text = '';
    const write = (part: string) => {
      text += part;
    };
    const colors = picocolors.createColors(false);
    const interactive = { isInteractive: false, isErrorInteractive: false };
    explain(code, { write, complain: write, columns: 60, colors, ...interactive });
    return text;
  }

  it.each(allRules.map(({ meta }) => meta))('shows title, why, what to do and links of $id', (meta) => {
    const text = explained(meta.id);
    const unwrapped = text.replace(/\s+/g, ' ');
    for (const part of [meta.title, meta.why, meta.fix ?? '', ...meta.sources]) {
      expect(unwrapped).toContain(part.replace(/\s+/g, ' '));
    }
    const prose = text.split('\n').filter((line) => line.includes(' '));
    expect(prose.filter((line) => line.length > 60)).toEqual([]);
  });

  it('shows one case of a rule', async () => {
    const { code, stdout } = await runCli(['explain', 'invalid-background-mode/unknown-value']);
    expect(code).toBe(0);
    expect(stdout).toContain('invalid-background-mode/unknown-value · error');
    expect(stdout).not.toContain('Cases');
  });
});

describe('explain --ir', () => {
  it('prints the program model of the function at a line', async () => {
    const { code, stdout } = await runCli(['explain', '--ir', 'PodcastPlayer/Library/LibrarySaver.swift:20']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/method save\(\)[\s\S]*beginBackgroundTask[\s\S]*defer/);
    expect(stdout).not.toContain('method end()');
  });

  it('prints a whole file without a line', async () => {
    const { stdout } = await runCli(['explain', '--ir', 'Legacy/ArtworkCache.m']);
    expect(stdout).toContain('ArtworkCache');
    expect(stdout).toContain('endCleanUp');
  });

  it.each([
    ['PodcastPlayer/Info.plist', 'is no Swift or Objective-C file'],
    ['PodcastPlayer/Library/LibrarySaver.swift:1', 'There is no function at'],
    ['Missing.swift:3', 'No such file or folder: Missing.swift'],
  ])('refuses %s with exit code 2', async (place, message) => {
    const { code, stderr } = await runCli(['explain', '--ir', place]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
