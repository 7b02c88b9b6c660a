import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newPlist } from '../../server/src/core/features/edits/plist-writer';
import { runCli, SAMPLE_APP, startCli, temporaryFolder } from './process';
import { validSarif } from './sarif-validator';

const BAD_MODE = 'invalid-background-mode/unknown-value';
const BAD_APP = {
  'App/Info.plist': newPlist({ CFBundleIdentifier: 'a.b', UIBackgroundModes: ['picture-in-picture'] }),
};
const GOOD_APP = { 'App/Info.plist': newPlist({ CFBundleIdentifier: 'a.b', UIBackgroundModes: ['audio'] }) };
const isRoot = process.getuid?.() === 0;

describe('check', () => {
  it('finds the mistakes of the sample app, with paths relative to the working directory', async () => {
    const { code, stdout, stderr } = await runCli(['check']);
    expect(stdout).toMatch(/^PodcastPlayer\/Info\.plist\n {2}18:11 {2}error/m);
    expect(stdout).toContain(BAD_MODE);
    expect(stdout).toMatch(/^PodcastPlayer\/Playback\/\w+\.swift\n/m);
    expect(stdout).toMatch(/missing-background-mode\/audio/);
    expect(stdout).toMatch(/^✖ \d+ problems \(/m);
    expect([code, stderr]).toEqual([1, '']);
  });

  it('shows paths from wherever it is started', async () => {
    const { stdout } = await runCli(['check', '.'], path.join(SAMPLE_APP, 'PodcastPlayer'));
    expect(stdout).toMatch(/^Info\.plist$/m);
    const { stdout: above } = await runCli(['check', path.basename(SAMPLE_APP)], path.dirname(SAMPLE_APP));
    expect(above).toMatch(/^podcast-player\/PodcastPlayer\/Info\.plist$/m);
  });

  it('checks one file with what its target knows, and shows nothing of others', async () => {
    const file = 'PodcastPlayer/Playback/NowPlayingInfo.swift';
    const { code, stdout } = await runCli(['check', file, '--format', 'json']);
    const { findings } = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(findings.map((finding: { file: string }) => finding.file)).toEqual([file]);
    expect(findings[0].related[0].file).toBe('PodcastPlayer/Info.plist');
  });

  it('runs rules that are off by default when asked to', async () => {
    const folder = await temporaryFolder({
      ...GOOD_APP,
      'App/Refresh.swift': `import BackgroundTasks
        func schedule() throws {
          let request = BGAppRefreshTaskRequest(identifier: "a.b.refresh")
          request.earliestBeginDate = Date(timeIntervalSinceNow: 30)
          try BGTaskScheduler.shared.submit(request)
        }`,
    });
    const rule = 'short-earliest-begin-date';
    expect((await runCli(['check', folder])).stdout).not.toContain(rule);
    expect((await runCli(['check', folder, '--enable', rule])).stdout).toContain(rule);
  });

  it('is silent about a clean app', async () => {
    const folder = await temporaryFolder(GOOD_APP);
    expect(await runCli(['check', folder])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('accepts several paths, each once', async () => {
    const folder = await temporaryFolder({ ...BAD_APP, 'Other/Info.plist': BAD_APP['App/Info.plist'] });
    const { stdout } = await runCli(['check', 'App', '.', 'Other/Info.plist', '--format', 'json'], folder);
    expect(JSON.parse(stdout).findings.map(({ file }: { file: string }) => file)).toEqual([
      'App/Info.plist',
      'Other/Info.plist',
    ]);
  });

  it('leaves no colour and no progress in a pipe, unless colour is asked for', async () => {
    const { stdout, stderr } = await runCli(['check'], SAMPLE_APP, { CI: '1' });
    expect(stdout + stderr).not.toContain('\u001b');
    const { stdout: colored } = await runCli(['check'], SAMPLE_APP, { FORCE_COLOR: '1' });
    expect(colored).toContain('\u001b[31merror');
  });
});

describe('check --severity and --fail-on', () => {
  it('fails from the given severity on', async () => {
    const folder = await temporaryFolder(BAD_APP);
    const { code } = await runCli(['check', folder, '--fail-on', 'error']);
    expect(code).toBe(1);
    const { code: warnings } = await runCli([
      'check',
      'PodcastPlayer/Playback/NowPlayingInfo.swift',
      '--fail-on',
      'error',
    ]);
    expect(warnings).toBe(0);
  });

  it('leaves out what is less severe', async () => {
    const { stdout } = await runCli(['check', '--severity', 'error', '--format', 'json']);
    const { findings, summary } = JSON.parse(stdout);
    expect(new Set(findings.map(({ severity }: { severity: string }) => severity))).toEqual(
      new Set(['error']),
    );
    expect(summary.warning).toBe(0);
  });
});

describe('check --format', () => {
  it('writes SARIF with the same findings as JSON', async () => {
    const sarif = await runCli(['check', '--format', 'sarif']);
    const json = await runCli(['check', '--format', 'json']);
    const [run] = validSarif(sarif.stdout).runs;
    const { findings } = JSON.parse(json.stdout);
    expect(run?.results?.map(({ ruleId }) => ruleId)).toEqual(
      findings.map(({ code }: { code: string }) => code),
    );
    expect(run?.originalUriBaseIds?.['%SRCROOT%']?.uri).toBe(`${pathToFileURL(SAMPLE_APP).href}/`);
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(ruleId?.split('/')[0]).toBe(run?.tool.driver.rules?.[ruleIndex ?? -1]?.id);
    }
    expect([sarif.code, json.code, sarif.stderr]).toEqual([1, 1, '']);
  });

  it('writes GitHub annotations', async () => {
    const { stdout } = await runCli(['check', '--format', 'github']);
    expect(stdout).toMatch(/^::error file=PodcastPlayer\/Info\.plist,line=18,endLine=18,col=11,/m);
  });

  it('writes whole documents when there is nothing to report', async () => {
    const folder = await temporaryFolder(GOOD_APP);
    const { code, stdout } = await runCli(['check', folder, '--format', 'sarif']);
    expect(validSarif(stdout).runs[0]?.results).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('check, bad input', () => {
  it('names a path that does not exist', async () => {
    expect(await runCli(['check', 'Nowhere/App'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'background-modes: No such file or folder: Nowhere/App\n',
    });
  });

  it.skipIf(isRoot)('names a path that it may not read (skipped for root, who may read all)', async () => {
    const folder = await temporaryFolder(BAD_APP);
    await chmod(path.join(folder, 'App/Info.plist'), 0);
    const { code, stderr } = await runCli(['check', 'App/Info.plist'], folder);
    expect([code, stderr]).toEqual([2, 'background-modes: No permission to read App/Info.plist\n']);
  });

  it('says when there is nothing to check, and is content', async () => {
    const folder = await temporaryFolder({ 'README.md': '# Hello', 'src/main.rs': 'fn main() {}' });
    const { code, stdout, stderr } = await runCli(['check', '.'], folder);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe(
      'Nothing to check in .: no Xcode project, Info.plist, Swift or Objective-C source found\n',
    );
  });

  it('survives broken, binary, empty and half-typed files and still finds the rest', async () => {
    const folder = await temporaryFolder({
      ...BAD_APP,
      'Broken/Info.plist': '<plist><dict><key>UIBackgroundModes</key><array><string>audio',
      'Binary/Info.plist': 'bplist00\u0000\u0001',
      'Empty/Info.plist': '',
      'Bad.xcodeproj/project.pbxproj': '{ objects = { 1 = { isa = PBXNativeTarget; ',
      'Half.swift': 'UIApplication.shared.beginBackgroundTask {',
      'Half.m': '[[UIApplication sharedApplication beginBackgroundTask',
    });
    const { code, stdout } = await runCli(['check', folder, '--format', 'json']);
    const codes = JSON.parse(stdout).findings.map((finding: { code: string }) => finding.code);
    expect([code, codes]).toEqual([1, [BAD_MODE, 'malformed-plist']]);
  });

  it('is silent when its reader goes away', async () => {
    const child = await startCli(['check', '--format', 'sarif'], SAMPLE_APP);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect([0, 1]).toContain(code);
  });

  it('does what background-modes.json says, and complains about what it cannot read', async () => {
    const config = '{ "rules": { "invalid-background-mode": "hint", "no-such-rule": "off" } }';
    const folder = await temporaryFolder({ ...BAD_APP, 'background-modes.json': config });
    const { code, stdout, stderr } = await runCli(['check'], folder);
    expect(stdout).toMatch(/hint .* invalid-background-mode/);
    expect([code, stderr]).toEqual([0, "background-modes.json: There is no rule 'no-such-rule'\n"]);
  });
});
