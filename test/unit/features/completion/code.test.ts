import { describe, expect, it } from 'vitest';
import { complete } from './support';

const files = {
  '/ws/App/Info.plist': `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
	<key>CFBundlePackageType</key>
	<string>APPL</string>
	<key>CFBundleIdentifier</key>
	<string>org.example.app</string>
	<key>BGTaskSchedulerPermittedIdentifiers</key>
	<array>
		<string>org.example.refresh</string>
		<string>org.example.clean</string>
		<string>org.example.export.*</string>
	</array>
</dict>
</plist>
`,
  '/ws/App/Other.swift': `import BackgroundTasks
func other() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "org.example.clean", using: nil) { _ in }
    try? BGTaskScheduler.shared.submit(BGProcessingTaskRequest(identifier: "org.example.night"))
    let session = URLSession(configuration: .background(withIdentifier: "org.example.transfers"))
}
`,
};
const swift = '/ws/App/Tasks.swift';
const objc = '/ws/App/Tasks.m';

function inSwift(line: string): string {
  return `import BackgroundTasks\nimport SwiftUI\nfunc start() {\n    ${line}\n}\nfunc next() {}\n`;
}

function inObjc(...lines: readonly string[]): string {
  return [
    '#import <AVFoundation/AVFoundation.h>',
    '@implementation A',
    '- (void)f {',
    ...lines,
    '}',
    '@end',
    '',
  ].join('\n');
}

async function labels(file: string, text: string): Promise<readonly string[]> {
  return (await complete(file, text, files)).labels;
}

describe('completion of identifiers in code', () => {
  it('offers to a registration what is permitted and not registered first', async () => {
    const done = await complete(
      swift,
      inSwift('BGTaskScheduler.shared.register(forTaskWithIdentifier: "‸", using: nil) { _ in }'),
      files,
    );
    expect(done.labels).toEqual(['org.example.refresh', 'org.example.night', 'org.example.clean']);
    expect(done.offer('org.example.clean').detail).toBe('permitted, registered');
    expect(done.taking('org.example.refresh')).toContain(
      'forTaskWithIdentifier: "org.example.refresh", using',
    );
  });

  it('offers to a request what is registered first', async () => {
    const text = inSwift('let request = BGAppRefreshTaskRequest(identifier: "‸")');
    expect(await labels(swift, text)).toEqual([
      'org.example.clean',
      'org.example.refresh',
      'org.example.night',
    ]);
  });

  it('does not offer what stands at the cursor already', async () => {
    const text = inSwift('let request = BGAppRefreshTaskRequest(identifier: "org.exa‸mple.new")');
    const done = await complete(swift, text, files);
    expect(done.labels).not.toContain('org.example.new');
    expect(done.taking('org.example.clean')).toContain('(identifier: "org.example.clean")');
  });

  it('knows the modifier of SwiftUI, and cancellations', async () => {
    expect(await labels(swift, inSwift('scene.backgroundTask(.appRefresh("‸")) { }'))).toContain(
      'org.example.refresh',
    );
    expect(await labels(swift, inSwift('scene.backgroundTask(.appRefresh("‸"))'))).toContain(
      'org.example.refresh',
    );
    expect(
      await labels(swift, inSwift('BGTaskScheduler.shared.cancel(taskRequestWithIdentifier: "‸")')),
    ).toContain('org.example.night');
  });

  it('works in calls that are not finished, and ends a string that is not', async () => {
    for (const line of [
      'BGTaskScheduler.shared.register(forTaskWithIdentifier: "‸")',
      'BGTaskScheduler.shared.register(forTaskWithIdentifier: "‸',
      'BGTaskScheduler.shared.register(forTaskWithIdentifier: "org‸',
    ]) {
      const done = await complete(swift, inSwift(line), files);
      expect(done.taking('org.example.refresh'), line).toContain(
        'forTaskWithIdentifier: "org.example.refresh"',
      );
    }
  });

  it('knows the identifiers of sessions', async () => {
    const text = inSwift('let c = URLSessionConfiguration.background(withIdentifier: "‸")');
    expect(await labels(swift, text)).toEqual(['org.example.transfers']);
  });

  it('knows Objective-C, with the end of the selector missing too', async () => {
    for (const line of [
      '[[BGTaskScheduler sharedScheduler] registerForTaskWithIdentifier:@"‸" usingQueue:nil launchHandler:^(BGTask *t) {}];',
      '[[BGTaskScheduler sharedScheduler] registerForTaskWithIdentifier:@"‸"]',
      '[[BGAppRefreshTaskRequest alloc] initWithIdentifier:@"‸"];',
    ]) {
      const done = await complete(objc, inObjc(line), files);
      expect(done.taking('org.example.refresh'), line).toContain('dentifier:@"org.example.refresh"');
    }
    const session = inObjc('[NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"‸"];');
    expect(await labels(objc, session)).toEqual(['org.example.transfers']);
  });

  it('keeps quiet in every other string', async () => {
    for (const line of [
      'print("‸")',
      'store.register(forKey: "‸")',
      'let name = "org.‸"',
      'BGAppRefreshTaskRequest(identifier: prefix + "‸")',
      'BGAppRefreshTaskRequest(identifier: "a\\(b)‸")',
      'BGAppRefreshTaskRequest(identifier: "a\\n‸")',
      'let x = BGAppRefreshTask‸',
      '// BGAppRefreshTaskRequest(identifier: "‸")',
    ])
      expect(await labels(swift, inSwift(line)), line).toEqual([]);
    expect(await labels(objc, inObjc('[store registerForName:@"‸"];'))).toEqual([]);
    expect(await labels(objc, inObjc('[[Box alloc] initWithIdentifier:@"‸"];'))).toEqual([]);
  });
});

describe('completion of the audio session', () => {
  it('offers categories in Objective-C', async () => {
    const done = await complete(objc, inObjc('[session setCategory:AV‸ error:nil];'));
    expect(done.labels).toContain('AVAudioSessionCategoryPlayback');
    expect(done.labels).not.toContain('AVAudioSessionCategoryAudioProcessing');
    expect(done.offer('AVAudioSessionCategoryAmbient').detail).toBe('foreground only');
    expect(done.taking('AVAudioSessionCategoryPlayback')).toContain(
      'setCategory:AVAudioSessionCategoryPlayback error:nil',
    );
  });

  it('puts modes first that go with the category', async () => {
    const done = await complete(
      objc,
      inObjc('[session setCategory:AVAudioSessionCategoryPlayback mode:AVAudio‸ options:0 error:nil];'),
    );
    const at = (name: string) => done.labels.indexOf(name);
    expect(at('AVAudioSessionModeMoviePlayback')).toBeLessThan(at('AVAudioSessionModeVoiceChat'));
    expect(done.offer('AVAudioSessionModeVoiceChat').detail).toBe('only with playAndRecord');
    expect(done.labels.at(-1)).toMatch(/^AVAudioSessionMode/);
  });

  it('puts options first that go with category and mode, also in a mask', async () => {
    const done = await complete(
      objc,
      inObjc(
        '[session setCategory:AVAudioSessionCategoryPlayback withOptions:AVAudioSessionCategoryOptionMixWithOthers | AV‸ error:nil];',
      ),
    );
    expect(done.labels.slice(0, 3)).toContain('AVAudioSessionCategoryOptionDuckOthers');
    expect(done.offer('AVAudioSessionCategoryOptionDefaultToSpeaker').detail).toBe('not with playback');
  });

  it('offers policies and the argument of setMode', async () => {
    const policy = inObjc(
      '[session setCategory:AVAudioSessionCategoryPlayback mode:AVAudioSessionModeDefault routeSharingPolicy:AV‸ options:0 error:nil];',
    );
    expect(await labels(objc, policy)).toContain('AVAudioSessionRouteSharingPolicyLongFormAudio');
    expect(await labels(objc, inObjc('[session setMode:AVAudio‸ error:&error];'))).toContain(
      'AVAudioSessionModeDefault',
    );
  });

  it('offers raw values in Swift', async () => {
    const done = await complete(swift, inSwift('let c = AVAudioSession.Category(rawValue: "‸")'));
    expect(done.taking('AVAudioSessionCategoryPlayback')).toContain(
      '(rawValue: "AVAudioSessionCategoryPlayback")',
    );
    expect(await labels(swift, inSwift('let m = AVAudioSession.Mode(rawValue: "‸")'))).toContain(
      'AVAudioSessionModeDefault',
    );
    expect(await labels(swift, inSwift('let c = Shop.Category(rawValue: "‸")'))).toEqual([]);
  });

  it('keeps quiet in messages to others, and where sourcekit knows more', async () => {
    expect(await labels(objc, inObjc('[store setCategory:new‸ forBook:book];'))).toEqual([]);
    expect(await labels(objc, inObjc('NSString *name = AVAudio‸;'))).toEqual([]);
    expect(await labels(objc, inObjc('[session setCategory:[self cat‸] error:nil];'))).toEqual([]);
    expect(await labels(swift, inSwift('try session.setCategory(pla‸)'))).toEqual([]);
  });
});
