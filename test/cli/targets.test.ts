import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './process';

describe('targets', () => {
  it('says which property lists a target ends up with, and because of which settings', async () => {
    const { code, stdout, stderr } = await runCli(['targets']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(0, 11)).toEqual([
      'PodcastPlayer (app, iOS 17.0) in PodcastPlayer.xcodeproj',
      '  Info.plist    PodcastPlayer/Info.plist, and keys from build settings',
      expect.stringMatching(
        /^ {18}because of INFOPLIST_FILE = PodcastPlayer\/Info\.plist {2}PodcastPlayer\.xcodeproj\/project\.pbxproj:\d+, /,
      ),
      '  Entitlements  PodcastPlayer/PodcastPlayer.entitlements',
      expect.stringContaining('because of CODE_SIGN_ENTITLEMENTS = '),
      '  Bundle id     com.example.podcastplayer',
      '  UIBackgroundModes',
      '                fetch  PodcastPlayer/Info.plist:17',
      '                picture-in-picture  PodcastPlayer/Info.plist:18',
      expect.stringMatching(/^ {2}Sources {7}\d+ files$/),
      '',
    ]);
  });

  it('says the same as JSON', async () => {
    const { stdout } = await runCli(['targets', '--format', 'json']);
    const { targets, problems } = JSON.parse(stdout);
    expect(problems).toEqual([]);
    expect(targets[0]).toMatchObject({
      name: 'PodcastPlayer',
      product: 'app',
      platforms: [{ platform: 'iOS', deploymentTarget: '17.0' }],
      project: 'PodcastPlayer.xcodeproj',
      configurations: [
        {
          name: 'Debug',
          infoPlist: {
            state: 'file-and-generated',
            place: { path: 'PodcastPlayer/Info.plist' },
            because: { setting: 'INFOPLIST_FILE', value: 'PodcastPlayer/Info.plist' },
          },
        },
        { name: 'Release' },
      ],
      modes: [
        {
          key: 'UIBackgroundModes',
          values: [{ value: 'fetch', place: { path: 'PodcastPlayer/Info.plist', line: 17 } }, {}],
          isComplete: true,
        },
        { key: 'WKBackgroundModes', values: [] },
      ],
      isComplete: true,
    });
  });

  it('says why nothing can be told, and what is broken', async () => {
    const folder = await temporaryFolder({
      'One/App/Info.plist': '<plist><dict><key>CFBundleIdentifier</key><string>x</string></dict></plist>',
      'Two/Broken.xcodeproj/project.pbxproj': '// !$*UTF8*$!\n{ objects = { <<<<<<< HEAD',
    });
    const { code, stdout, stderr } = await runCli(['targets'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('found without a project');
    expect(stderr).toContain('Two/Broken.xcodeproj/project.pbxproj: ');
  });

  it('says when there is no target, and refuses paths that do not exist', async () => {
    const folder = await temporaryFolder({ 'README.md': '' });
    expect(await runCli(['targets', '.'], folder)).toEqual({
      code: 0,
      stdout: '',
      stderr: 'No target found in .\n',
    });
    expect((await runCli(['targets', 'nowhere'], folder)).code).toBe(2);
  });
});
