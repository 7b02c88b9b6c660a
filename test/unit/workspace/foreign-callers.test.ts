/** Values that are handed over in one file and reach the SDK in another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rename } from '../../../server/src/core/features/rename/rename';
import { check, type Files, found, hostOf, opened, plist, refused } from '../../support/handed-values';
import { pbxproj } from '../../support/pbxproj-builder';

const scheduler = `import BackgroundTasks
final class Scheduler {
  static let shared = Scheduler()
  func schedule(id: String) {
    try? BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: id))
  }
}
`;
const caller = (id: string) => `struct Start { func run() { Scheduler.shared.schedule(id: ${id}) } }\n`;

describe('an identifier that another file hands over', () => {
  it.each([
    ['is permitted', '"a.known"', []],
    ['is not permitted', '"a.other"', refused],
    ['is a constant', 'Keys.other', refused],
    ['is a case', 'Tasks.other.rawValue', refused],
    ['is not known', 'compute()', []],
  ])('%s', async (_name, id, expected) => {
    const constants =
      'enum Keys { static let other = "a.other" }\nenum Tasks: String { case other = "a.other" }\n';
    const files = {
      'App/Scheduler.swift': scheduler,
      'App/Keys.swift': constants,
      'App/Start.swift': caller(id),
    };
    expect(await check(files)).toEqual(expected);
  });

  it.each([
    [
      'a static method',
      'func schedule',
      'static func schedule',
      'Scheduler.schedule(id: "a.other")',
      refused,
    ],
    ['a new object', '', '', 'Scheduler().schedule(id: "a.other")', refused],
    ['a local object', '', '', 'let s = Scheduler()\n s.schedule(id: "a.other")', refused],
    ['an object of another type', '', '', 'Other.shared.schedule(id: "a.other")', []],
    ['an object of unknown type', '', '', 'make().schedule(id: "a.other")', []],
    ['a default', 'id: String', 'id: String = "a.other"', 'Scheduler.shared.schedule()', refused],
    [
      'a default that is not used',
      'id: String',
      'id: String = "a.other"',
      'Scheduler.shared.schedule(id: "a.known")',
      [],
    ],
    ['other labels', '', '', 'Scheduler.shared.schedule(named: "a.other")', []],
    [
      'several values',
      '',
      '',
      'Scheduler.shared.schedule(id: "a.other")\nScheduler.shared.schedule(id: "a.third")',
      ["'a.other' or 'a.third'"],
    ],
    [
      'a value and an unknown one',
      '',
      '',
      'Scheduler.shared.schedule(id: "a.other")\nScheduler.shared.schedule(id: x())',
      [],
    ],
    ['a compilation condition', '', '', '#if DEBUG\nScheduler.shared.schedule(id: "a.other")\n#endif', []],
    ['an interpolation', '', '', 'print("\\(Scheduler.shared.schedule(id: "a.other"))")', refused],
    [
      'a reference beside it',
      '',
      '',
      'Scheduler.shared.schedule(id: "a.other")\nlet f = Scheduler.shared.schedule',
      [],
    ],
    [
      'a selector beside it',
      '',
      '',
      'Scheduler.shared.schedule(id: "a.other")\nlet f = #selector(Scheduler.schedule(id:))',
      [],
    ],
    [
      'a case',
      'id: String) {',
      'id task: Tasks) {\n let id = task.rawValue',
      'Scheduler.shared.schedule(id: .other)',
      refused,
    ],
    [
      'a public extension',
      'final class Scheduler {',
      'final class Scheduler {}\npublic extension Scheduler {',
      'Scheduler().schedule(id: "a.other")',
      [],
    ],
    ['an object that is not it', '', '', 'self.schedule(id: "a.other")', []],
    [
      'a public method',
      'func schedule',
      'public func schedule',
      'Scheduler.shared.schedule(id: "a.other")',
      [],
    ],
    [
      'a method that Objective-C sees',
      'func schedule',
      '@objc func schedule',
      'Scheduler.shared.schedule(id: "a.other")',
      [],
    ],
    [
      'an overriding method',
      'func schedule',
      'override func schedule',
      'Scheduler.shared.schedule(id: "a.other")',
      [],
    ],
    [
      'a type with an unknown protocol',
      'class Scheduler',
      'class Scheduler: SomeDelegate',
      'Scheduler.shared.schedule(id: "a.other")',
      [],
    ],
    [
      'an observable type',
      'class Scheduler',
      'class Scheduler: ObservableObject',
      'Scheduler.shared.schedule(id: "a.other")',
      refused,
    ],
  ])('through %s', async (_name, from, to, call, expected) => {
    const files = {
      'App/Scheduler.swift': scheduler.replace(from, to),
      'App/Start.swift': `enum Tasks: String { case other = "a.other" }\nstruct Start { func run() {\n ${call}\n} }\n`,
    };
    expect(await check(files)).toEqual(expected);
  });

  const base = { 'App/Scheduler.swift': scheduler, 'App/Start.swift': caller('"a.other"') };

  it.each([
    ['nothing more', '', refused],
    ['an extension with a protocol', 'extension Scheduler: Scheduling {}\n', []],
    ['another function of that name', 'struct Other { func schedule(id: String) {} }\n', []],
    ['a requirement of that name', 'protocol Scheduling { func schedule(id: String) }\n', []],
    ['a call that cannot be parsed', 'struct Other { func run( { Scheduler.shared.schedule(id: ) ] }\n', []],
    ['a word in a comment', '// schedule nothing\nstruct Other {}\n', refused],
    ['a local variable of that name', 'func other() -> Int { let schedule = 1; return schedule }\n', refused],
    [
      'a method of the type itself',
      'extension Scheduler { func again() { schedule(id: "a.third") } }\n',
      ["'a.third' or 'a.other'"],
    ],
    [
      'a message',
      { 'App/Other.m': '@implementation Other\n- (void)run { [self schedule:@"x"]; }\n@end\n' },
      [],
    ],
  ])('beside %s', async (_name, other, expected) => {
    const others: Files = typeof other === 'string' ? { 'App/Other.swift': other } : other;
    expect(await check({ ...base, ...others })).toEqual(expected);
  });

  it.each([
    ['keeps its members from Objective-C', 'final class Scheduler: NSObject {'],
    ['does not: all of its members are for Objective-C', '@objcMembers final class Scheduler: NSObject {'],
  ])('is followed into an extension only where its type stands beside it and %s', async (_name, head) => {
    const type = `${head}\n  static let shared = Scheduler()\n}\n`;
    const extension = scheduler.replace('final class', 'extension').replace(/ {2}static let.*\n/, '');
    const call = { 'App/Start.swift': caller('"a.other"') };
    const apart = { 'App/Scheduler.swift': extension, 'App/Type.swift': type, ...call };
    expect(await check(apart)).toEqual([]);
    const together = { 'App/Scheduler.swift': type + extension, ...call };
    expect(await check(together)).toEqual(head.startsWith('@') ? [] : refused);
  });

  it('is not judged while a source of the target is unknown', async () => {
    const sources = ['App/Scheduler.swift', 'App/Start.swift', 'App/Missing.swift'];
    const settings = { INFOPLIST_FILE: 'Info.plist' };
    const withGap = pbxproj({ targets: [{ name: 'App', sources, settings }] });
    const whole = pbxproj({ targets: [{ name: 'App', sources: sources.slice(0, 2), settings }] });
    expect(await check({ ...base, 'App.xcodeproj/project.pbxproj': whole })).toEqual(refused);
    expect(await check({ ...base, 'App.xcodeproj/project.pbxproj': withGap })).toEqual([]);
  });
});

const player = `import AVFoundation
import MediaPlayer
func configure(_ category: AVAudioSession.Category) throws {
  try AVAudioSession.sharedInstance().setCategory(category)
  MPNowPlayingInfoCenter.default().nowPlayingInfo = [:]
  AVPlayer().play()
}
`;

describe('a category that another file hands over', () => {
  it.each([
    ['configure(.playback)', ['audio-now-playing']],
    ['configure(AVAudioSession.Category.playback)', ['audio-now-playing']],
    ['configure(.ambient)', []],
  ])('%s', async (call, expected) => {
    expect(
      await check({ 'App/Player.swift': player, 'App/Start.swift': `func run() { try? ${call} }\n` }),
    ).toEqual(expected);
  });
});

it('a finding follows what is typed in the file that calls', async () => {
  const host = hostOf({ 'App/Scheduler.swift': scheduler, 'App/Start.swift': caller('"a.known"') });
  const workspace = await opened(host);
  expect(await found(workspace)).toEqual([]);
  workspace.didOpen(host.uri('App/Start.swift'), 1, caller('"a.other"'));
  expect(await workspace.update()).toContain(host.uri('App/Scheduler.swift'));
  expect(await found(workspace)).toEqual(refused);
  workspace.didChange(host.uri('App/Start.swift'), 2, 'struct Start {}\n', undefined);
  await workspace.update();
  expect(await found(workspace)).toEqual([]);
  workspace.dispose();
});

it('a finding is withdrawn when a file that declares nothing new begins to name the function', async () => {
  const other = (body: string) => `func other() { ${body} }\n`;
  const base = { 'App/Scheduler.swift': scheduler, 'App/Start.swift': caller('"a.other"') };
  const host = hostOf({ ...base, 'App/Other.swift': other('') });
  const workspace = await opened(host);
  expect(await found(workspace)).toEqual(refused);
  workspace.didOpen(host.uri('App/Other.swift'), 1, other('print(Scheduler.shared.schedule)'));
  await workspace.update();
  expect(await found(workspace)).toEqual([]);
  workspace.didChange(host.uri('App/Other.swift'), 2, other('print(Scheduler.shared)'), undefined);
  await workspace.update();
  expect(await found(workspace)).toEqual(refused);
  workspace.dispose();
});

/** Texts that each file may have. */
const contents: Readonly<Record<string, readonly string[]>> = {
  'App/Scheduler.swift': [
    scheduler,
    scheduler.replaceAll('schedule(', 'enqueue('),
    scheduler.replace('id: String', 'id: String = "a.default"'),
    'final class Scheduler {}\n',
  ],
  'App/Start.swift': [
    caller('"a.other"'),
    caller('"a.known"'),
    caller('Keys.other'),
    caller('"a.other"').replace('schedule', 'enqueue'),
    '// schedule\n',
    `import BackgroundTasks\n${caller('"a.third"')}let used = BGTaskScheduler.shared\n`,
  ],
  'App/Again.swift': [
    'struct Again {}\n',
    caller('"a.again"').replace('Start', 'Again'),
    'let schedule = 1\n',
  ],
  'App/Keys.swift': ['enum Keys { static let other = "a.key" }\n', 'extension Scheduler: Scheduling {}\n'],
};

it('any changes, in any order, lead to the findings of a fresh workspace', async () => {
  const change = fc.constantFrom(...Object.keys(contents)).chain((path) =>
    fc.record({
      path: fc.constant(path),
      text: fc.option(fc.constantFrom(...(contents[path] ?? [])), { nil: undefined, freq: 6 }),
      isTyped: fc.boolean(),
      isSettled: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 10 }), async (changes) => {
      const first = Object.entries(contents).map(([path, [text]]) => [path, text ?? ''] as const);
      const host = hostOf(Object.fromEntries(first));
      const workspace = await opened(host);
      for (const { path, text, isTyped, isSettled } of changes) {
        const uri = host.uri(path);
        if (isTyped && text !== undefined) workspace.didOpen(uri, 1, text);
        else if (workspace.isOpen(uri)) workspace.didClose(uri);
        if (text === undefined) host.contents.delete(uri);
        else host.contents.set(uri, text);
        workspace.didChangeFiles([{ uri, type: text === undefined ? 'deleted' : 'created' }]);
        if (isSettled) await workspace.update();
      }
      const fresh = await opened(host);
      expect(await workspace.allFindings()).toEqual(await fresh.allFindings());
      workspace.dispose();
      fresh.dispose();
    }),
    { numRuns: 40 },
  );
});

it('a rename edits the text where it is handed over', async () => {
  const id = 'com.example.app.refresh';
  const list = plist.replace('a.known', id);
  const host = hostOf({
    'Info.plist': list,
    'App/Scheduler.swift': `${scheduler}func own() { Scheduler.shared.schedule(id: "${id}") }\n`,
    'App/Start.swift': caller(`"${id}"`),
  });
  const workspace = await opened(host);
  const answer = await rename(workspace, host.uri('Info.plist'), list.indexOf(id), 'com.example.app.new');
  expect(answer?.files.map(({ uri }) => uri.split('/').at(-1)).sort()).toEqual([
    'Info.plist',
    'Scheduler.swift',
    'Start.swift',
  ]);
  workspace.dispose();
});
