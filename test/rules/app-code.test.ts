import { describe, expect, test } from 'vitest';
import { appPlist, stringArray } from '../../server/src/core/rules/example-files';
import { applyEdits } from '../../server/src/core/text';
import { checkFiles, type Files } from '../support/check-files';

const plist = { 'Info.plist': appPlist(stringArray('UIBackgroundModes', ['audio'])) };

const engine = `import AVFAudio

final class Synth {
  let engine = AVAudioEngine()
  func begin() throws { try engine.start() }
}
`;

const observer = (name: string): string => `import AVFAudio

final class Watcher: NSObject {
  func watch() {
    NotificationCenter.default.addObserver(self, selector: #selector(changed(_:)), name: ${name}, object: nil)
  }
  @objc func changed(_ note: Notification) {}
}
`;

async function codes(files: Files, rule: string): Promise<readonly string[]> {
  const { findings, errors } = await checkFiles(files);
  expect(errors).toEqual([]);
  return findings.filter((each) => each.rule === rule).map(({ entry }) => entry ?? rule);
}

describe('what an app leaves out', () => {
  const rule = 'audio-notification-not-observed';
  const entry = 'engine-configuration';

  test('is found in a target', async () => {
    expect(await codes({ ...plist, 'Synth.swift': engine }, rule)).toContain(entry);
  });

  test.each([
    '.AVAudioEngineConfigurationChange',
    'NSNotification.Name.AVAudioEngineConfigurationChange',
    'NSNotification.Name("AVAudioEngineConfigurationChangeNotification")',
  ])('is not left out when another file has it as %s', async (name) => {
    const files = { ...plist, 'Synth.swift': engine, 'Watcher.swift': observer(name) };
    expect(await codes(files, rule)).not.toContain(entry);
  });

  test('is not left out when some builds alone have it', async () => {
    const text = `#if SOME_FLAG\n${observer('.AVAudioEngineConfigurationChange')}#endif\n`;
    expect(await codes({ ...plist, 'Synth.swift': engine, 'Watcher.swift': text }, rule)).not.toContain(
      entry,
    );
  });

  test('is left out when a comment alone speaks of it', async () => {
    const text = `// AVAudioEngineConfigurationChange\n${engine}`;
    expect(await codes({ ...plist, 'Synth.swift': text }, rule)).toContain(entry);
  });

  test('is not looked for in an extension or a watch app', async () => {
    const body = '<key>NSExtension</key><dict></dict>';
    expect(await codes({ 'Info.plist': appPlist(body), 'Synth.swift': engine }, rule)).toEqual([]);
  });

  test('is found in a lone file, and not beside others that may have it', async () => {
    expect(await codes({ 'Synth.swift': engine }, rule)).toEqual([entry]);
    const other = 'import CallKit\nlet provider = CXProvider(configuration: c)\n';
    expect(await codes({ 'Synth.swift': engine, 'Calls.swift': other }, rule)).toEqual([]);
  });

  test('is not looked for beside Dart code that may have it', async () => {
    const files = {
      ...plist,
      'Synth.swift': engine,
      'pubspec.yaml': 'name: app\ndependencies:\n  flutter:\n    sdk: flutter\n',
    };
    expect(await codes(files, rule)).toEqual([]);
  });
});

describe('a session that mixes', () => {
  const rule = 'now-playing-with-mixable-session';
  const info = 'import MediaPlayer\nfunc show() { MPNowPlayingInfoCenter.default().nowPlayingInfo = info }\n';
  const session = (setup: string): string =>
    `import AVFAudio\nfunc prepare() throws { try AVAudioSession.sharedInstance().${setup} }\n`;

  test.each([
    'setCategory(.playback, options: .mixWithOthers)',
    'setCategory(.playback, options: isLoud ? [.duckOthers] : [.mixWithOthers])',
    'setCategory(.ambient)',
  ])('is found with %s in another file', async (setup) => {
    expect(await codes({ ...plist, 'A.swift': info, 'B.swift': session(setup) }, rule)).toEqual([rule]);
  });

  test.each([
    'setCategory(.playback, options: isLoud ? [] : [.mixWithOthers])',
    'setCategory(category, options: .mixWithOthers)',
    'setCategory(.record, options: .mixWithOthers)',
    'setCategory(.playback, options: [])',
  ])('is not found with %s', async (setup) => {
    expect(await codes({ ...plist, 'A.swift': info, 'B.swift': session(setup) }, rule)).toEqual([]);
  });
});

describe('a library that nobody can look into', () => {
  const library: Files = {
    'project.yml': `name: App
packages:
  Tunes:
    url: https://example.com/tunes
    from: 1.0.0
targets:
  App:
    type: application
    platform: iOS
    sources: [App]
    info:
      path: App/Info.plist
    dependencies:
      - package: Tunes
`,
  };
  const info = `import MediaPlayer
func show() throws {
  try AVAudioSession.sharedInstance().setCategory(.playback, options: .mixWithOthers)
  MPNowPlayingInfoCenter.default().nowPlayingInfo = info
}
`;
  const player = 'import AVFoundation\nfunc play(_ player: AVPlayer) { player.play() }\n';

  test.each(['now-playing-with-mixable-session', 'now-playing-without-commands'])(
    'may play, and do what %s asks for',
    async (rule) => {
      expect(await codes({ ...library, 'App/Info.swift': info }, rule)).toEqual([]);
      expect(await codes({ ...library, 'App/Info.swift': info, 'App/Player.swift': player }, rule)).toEqual([
        rule,
      ]);
    },
  );
});

test('a resumption is wrapped in the advice of the system', async () => {
  const text = `import AVFoundation

final class Interruptions {
  let player = AVPlayer()

  func handle(_ note: Notification) {
    guard let raw = note.userInfo?[AVAudioSessionInterruptionTypeKey] as? UInt else { return }
    if AVAudioSession.InterruptionType(rawValue: raw) == .ended {
      player.play()
    }
  }
}
`;
  const { findings } = await checkFiles({ 'Interruptions.swift': text });
  const [edit] = findings.flatMap(({ fixes }) => fixes.flatMap(({ files }) => files));
  expect(applyEdits(text, edit?.edits ?? [])).toContain(`== .ended {
      if let rawOptions = note.userInfo?[AVAudioSessionInterruptionOptionKey] as? UInt, AVAudioSession.InterruptionOptions(rawValue: rawOptions).contains(.shouldResume) {
        player.play()
      }
    }`);
});
