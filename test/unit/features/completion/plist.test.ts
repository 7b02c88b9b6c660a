import { describe, expect, it } from 'vitest';
import { complete } from './support';

const file = '/ws/App/Info.plist';

function plist(...lines: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<plist version="1.0">',
    '<dict>',
    '\t<key>CFBundlePackageType</key>',
    '\t<string>APPL</string>',
    ...lines,
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
}

function modes(...lines: readonly string[]): string {
  return plist('\t<key>UIBackgroundModes</key>', '\t<array>', ...lines, '\t</array>');
}

describe('completion of modes', () => {
  it('fills an empty string', async () => {
    const { taking, offer } = await complete(file, modes('\t\t<string>‸</string>'));
    expect(taking('audio')).toBe(modes('\t\t<string>audio</string>'));
    expect(offer('audio').detail).toBe('Audio, AirPlay, and Picture in Picture');
    expect(offer('audio').topic).toEqual({ kind: 'mode', key: 'UIBackgroundModes', value: 'audio' });
  });

  it('replaces all of a string that has begun, on both sides of the cursor', async () => {
    const { taking } = await complete(file, modes('\t\t<string>rem‸xyz</string>'));
    expect(taking('remote-notification')).toBe(modes('\t\t<string>remote-notification</string>'));
  });

  it('leaves out what the list holds already, and what is obsolete', async () => {
    const { labels } = await complete(
      file,
      modes('\t\t<string>audio</string>', '\t\t<string>‸</string>', '\t\t<string>fetch</string>'),
    );
    expect(labels).toContain('voip');
    expect(labels).not.toContain('audio');
    expect(labels).not.toContain('fetch');
    expect(labels).not.toContain('newsstand-content');
    expect(labels).not.toContain('workout-processing');
  });

  it('writes whole elements between others', async () => {
    const { taking, offer } = await complete(file, modes('\t\t<string>audio</string>', '\t\t‸'));
    expect(taking('fetch')).toBe(modes('\t\t<string>audio</string>', '\t\t<string>fetch</string>'));
    expect(offer('fetch').filterText).toBe('fetch');
  });

  it('takes the place of a word or a tag that has begun', async () => {
    for (const begun of ['fe‸', '<‸', '<str‸', '<string‸', '<‸>']) {
      const { taking, offer } = await complete(file, modes(`\t\t${begun}`));
      expect(taking('fetch'), begun).toBe(modes('\t\t<string>fetch</string>'));
      expect(offer('fetch').filterText?.startsWith(begun.charAt(0)), begun).toBe(true);
    }
  });

  it('closes a string that is not closed', async () => {
    const { taking } = await complete(file, modes('\t\t<string>fe‸'));
    expect(taking('fetch')).toBe(modes('\t\t<string>fetch</string>'));
  });

  it('works where the array or the file is not closed', async () => {
    const begun = modes('\t\t<string>audio</string>', '\t\t<string>‸</string>');
    for (const broken of [begun.replace('\t</array>\n', ''), begun.slice(0, begun.indexOf('‸') + 1)]) {
      const { labels } = await complete(file, broken);
      expect(labels[0]).toBe('location');
    }
  });

  it('reads an array that another key ends', async () => {
    const { labels } = await complete(
      file,
      plist('\t<key>UIBackgroundModes</key>', '\t<array>', '\t<key>Other</key>', '\t<string>‸</string>'),
    );
    expect(labels).toEqual([]);
  });

  it('puts first what the code of the target uses', async () => {
    const { labels, offer } = await complete(file, modes('\t\t<string>‸</string>'), {
      '/ws/App/Calls.swift': 'import CallKit\nlet provider = CXProvider(configuration: configuration)\n',
    });
    expect(labels[0]).toBe('voip');
    expect(offer('voip').detail).toBe('Voice over IP (used by the code)');
  });

  it('offers sessions of the watch for their own key, one kind at most', async () => {
    const watch = (...items: readonly string[]) =>
      plist('\t<key>WKBackgroundModes</key>', '\t<array>', ...items, '\t</array>');
    const first = await complete('/ws/Watch/Info.plist', watch('\t\t<string>‸</string>'));
    expect(first.labels).toContain('self-care');
    const second = await complete(
      '/ws/Watch/Info.plist',
      watch('\t\t<string>self-care</string>', '\t\t<string>‸</string>'),
    );
    expect(second.labels).toEqual(['workout-processing', 'underwater-depth']);
  });

  it('keeps quiet in other arrays, in nested dictionaries and in other files', async () => {
    const other = plist('\t<key>Names</key>', '\t<array>', '\t\t<string>‸</string>', '\t</array>');
    const nested = plist(
      '\t<key>Inner</key>',
      '\t<dict>',
      '\t\t<key>UIBackgroundModes</key>',
      '\t\t<array><string>‸</string></array>',
      '\t</dict>',
    );
    expect((await complete(file, other)).labels).toEqual([]);
    expect((await complete(file, nested)).labels).toEqual([]);
    expect(
      (await complete('/ws/App/Colors.plist', '<plist><dict><key>a</key><array>‸</array></dict></plist>'))
        .labels,
    ).toEqual([]);
  });

  it('keeps quiet inside of tags and beside other text', async () => {
    for (const place of [
      '<str‸ing></string>',
      '<string></str‸ing>',
      '<string>a <!-- ‸ --></string>',
      '<integer>‸</integer>',
    ])
      expect((await complete(file, modes(place))).labels, place).toEqual([]);
  });
});

describe('completion of keys', () => {
  it('writes a key with what stands at it', async () => {
    const { taking, offer } = await complete(file, plist('\t‸'));
    expect(taking('UIBackgroundModes')).toBe(
      plist('\t<key>UIBackgroundModes</key>', '\t<array>', '\t\t<string></string>', '\t</array>'),
    );
    expect(offer('UIBackgroundModes').snippet).toContain('<string>${1|audio,location,');
    expect(offer('BGTaskSchedulerPermittedIdentifiers').snippet).toContain('<string>$1</string>');
    expect(taking('NSMicrophoneUsageDescription')).toBe(
      plist('\t<key>NSMicrophoneUsageDescription</key>', '\t<string></string>'),
    );
  });

  it('offers neither what is there nor what nobody should write', async () => {
    const { labels } = await complete(file, plist('\t<key>UIBackgroundModes</key>', '\t<array/>', '\t<‸'));
    expect(labels).not.toContain('UIBackgroundModes');
    expect(labels).not.toContain('UIApplicationExitsOnSuspend');
    expect(labels).not.toContain('aps-environment');
    expect(labels).toContain('BGTaskSchedulerPermittedIdentifiers');
  });

  it('completes the name of a key, and adds a value where there is none', async () => {
    const named = await complete(file, plist('\t<key>UIBack‸</key>', '\t<array/>'));
    expect(named.taking('UIBackgroundModes')).toBe(plist('\t<key>UIBackgroundModes</key>', '\t<array/>'));
    const alone = await complete(file, plist('\t<key>NSMic‸</key>'));
    expect(alone.taking('NSMicrophoneUsageDescription')).toBe(
      plist('\t<key>NSMicrophoneUsageDescription</key>', '\t<string></string>'),
    );
    const open = await complete(file, plist('\t<key>NSMic‸'));
    expect(open.taking('NSMicrophoneUsageDescription')).toBe(
      plist('\t<key>NSMicrophoneUsageDescription</key>', '\t<string></string>'),
    );
  });

  it('writes the value of a key that has none', async () => {
    const { taking } = await complete(file, plist('\t<key>UIBackgroundModes</key>', '\t‸'));
    expect(taking('<array>')).toBe(
      plist('\t<key>UIBackgroundModes</key>', '\t<array>', '\t\t<string></string>', '\t</array>'),
    );
    expect((await complete(file, plist('\t<key>Other</key>', '\t‸'))).labels).toEqual([]);
  });

  it('keeps line ends and indentation', async () => {
    const begun = '<plist version="1.0">\r\n  <dict>\r\n    ‸\r\n  </dict>\r\n</plist>\r\n';
    const { taking } = await complete(file, begun);
    expect(taking('UIBackgroundModes')).toContain(
      '    <key>UIBackgroundModes</key>\r\n    <array>\r\n      <string></string>\r\n    </array>\r\n',
    );
  });

  it('knows entitlements and their values', async () => {
    const rights = '/ws/App/App.entitlements';
    const { labels, taking } = await complete(
      rights,
      '<plist version="1.0">\n<dict>\n\t‸\n</dict>\n</plist>',
    );
    expect(labels).toContain('com.apple.developer.push-to-talk');
    expect(labels).not.toContain('UIBackgroundModes');
    expect(labels).not.toContain('com.apple.developer.background-modes');
    expect(taking('com.apple.developer.healthkit')).toContain(
      '\t<key>com.apple.developer.healthkit</key>\n\t<true/>\n',
    );
    const value = await complete(
      rights,
      '<plist><dict><key>aps-environment</key><string>‸</string></dict></plist>',
    );
    expect(value.labels).toEqual(['development', 'production']);
  });
});

describe('completion of permitted identifiers', () => {
  const source = {
    '/ws/App/Tasks.swift': `import BackgroundTasks
let id = Bundle.main.bundleIdentifier!
func start() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "org.example.known", using: nil) { _ in }
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "org.example.a&b", using: nil) { _ in }
    try? BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: "org.example.a&b"))
    BGTaskScheduler.shared.cancel(taskRequestWithIdentifier: "org.example.old")
}
`,
  };
  const list = (...lines: readonly string[]) =>
    plist('\t<key>BGTaskSchedulerPermittedIdentifiers</key>', '\t<array>', ...lines, '\t</array>');

  it('takes them from the code, escaped', async () => {
    const { labels, offer, taking } = await complete(
      file,
      list('\t\t<string>org.example.known</string>', '\t\t<string>‸</string>'),
      source,
    );
    expect(labels).toEqual(['org.example.a&b']);
    expect(offer('org.example.a&b').detail).toBe('registered and requested by the code, not permitted yet');
    expect(taking('org.example.a&b')).toContain('<string>org.example.a&amp;b</string>');
  });
});
