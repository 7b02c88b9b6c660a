/** Files that name no known API, but declare what files that do need to know. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../server/src/core/workspace-types';
import { hostOf as appOf, type Files, opened } from '../../support/handed-values';
import type { MemoryHost } from '../../support/memory-fs';
import { infoPlist } from '../../support/plist-text';

const player = `import AVFoundation
final class Player {
  let player = AVPlayer()
  func start() throws {
    try AVAudioSession.sharedInstance().setCategory(Audio.category)
    MPNowPlayingInfoCenter.default().nowPlayingInfo = [:]
    player.play()
  }
}
`;
const audio = (category: string) => `enum Audio { static let category: Category = .${category} }\n`;

function hostOf(files: Files): MemoryHost {
  return appOf({ 'Info.plist': infoPlist([]), ...files });
}

/** `file rule` of all findings about modes and tasks. */
async function found(workspace: Workspace): Promise<readonly string[]> {
  const all = await workspace.allFindings();
  return all
    .filter(({ rule }) => /^(?:missing-background-mode|background-task-not-ended)$/.test(rule))
    .map(({ uri, rule, entry }) => `${uri.slice('file:///ws/'.length)} ${rule}/${entry}`);
}

async function check(files: Files): Promise<readonly string[]> {
  const workspace = await opened(hostOf(files));
  const findings = await found(workspace);
  workspace.dispose();
  return findings;
}

const missingAudio = 'App/Player.swift missing-background-mode/audio-now-playing';

describe('a constant of a file without APIs', () => {
  it.each([
    ['playback', [missingAudio]],
    ['ambient', []],
  ])('with the category %s', async (category, expected) => {
    const files = { 'App/Player.swift': player, 'App/Audio.swift': audio(category) };
    expect(await check(files)).toEqual(expected);
  });

  it('is found through further files', async () => {
    const files = {
      'App/Player.swift': player,
      'App/Audio.swift': 'class Audio: Settings {}\n',
      'App/Settings.swift': 'class Settings { static var category: Category { Values.main } }\n',
      'App/Values.swift': 'struct Values { static let main: Category = .playback }\n',
      'App/Others.swift': 'struct Others { static let main = 1 }\n',
    };
    expect(await check(files)).toEqual([missingAudio]);
  });

  it.each([
    ['nobody assigns', '', [missingAudio]],
    ['another file assigns', 'func quiet() { Audio.category = .ambient }\n', []],
  ])('is a variable that %s', async (_name, other, expected) => {
    const files = {
      'App/Player.swift': player,
      'App/Audio.swift': audio('playback').replace('let', 'var'),
      'App/Other.swift': other,
    };
    expect(await check(files)).toEqual(expected);
  });

  it.each([
    ['YES', ['App/Tracker.m missing-background-mode/location-background-updates']],
    ['NO', []],
  ])('is found in Objective-C: %s', async (value, expected) => {
    const code = `#import <CoreLocation/CoreLocation.h>
@implementation Tracker
- (void)start:(CLLocationManager *)manager { manager.allowsBackgroundLocationUpdates = kBackground; }
@end`;
    const constants = `#define kOther 1\n#define kBackground (kValue)\n#define kValue ${value}\n`;
    expect(await check({ 'App/Tracker.m': code, 'App/Constants.m': constants })).toEqual(expected);
  });

  it('changes findings in the other file within the same update', async () => {
    const host = hostOf({ 'App/Player.swift': player, 'App/Audio.swift': audio('ambient') });
    const workspace = await opened(host);
    await workspace.update();
    workspace.didOpen(host.uri('App/Audio.swift'), 1, audio('ambient'));
    expect(await workspace.update()).not.toContain(host.uri('App/Player.swift'));
    workspace.didChange(host.uri('App/Audio.swift'), 2, audio('playback'), undefined);
    expect(await workspace.update()).toContain(host.uri('App/Player.swift'));
    expect(await found(workspace)).toEqual([missingAudio]);
    workspace.didChange(host.uri('App/Audio.swift'), 3, 'enum Audio {}\n', undefined);
    await workspace.update();
    expect(await found(workspace)).toEqual([]);
    workspace.dispose();
  });

  it('is not read again and again, and no file is read for nothing', async () => {
    const host = hostOf({
      'App/Player.swift': player,
      'App/Audio.swift': audio('playback'),
      'App/Other.swift': 'enum Other { static let name = "x" }\n',
    });
    const workspace = await opened(host);
    const reads = (name: string) => host.reads.filter((uri) => uri.endsWith(name)).length;
    expect([reads('Audio.swift'), reads('Other.swift')]).toEqual([2, 1]);
    workspace.didOpen(host.uri('App/Player.swift'), 1, `${player}// typed\n`);
    await workspace.update();
    expect([reads('Audio.swift'), reads('Other.swift')]).toEqual([2, 1]);
    workspace.dispose();
  });
});

const saver = `import UIKit
final class Saver: Worker {
  var saving: UIBackgroundTaskIdentifier = .invalid
  func save() {
    saving = UIApplication.shared.beginBackgroundTask(withName: "save", expirationHandler: nil)
  }
}
`;
const helper = `import UIKit
enum Tasks { static func stop(_ id: UIBackgroundTaskIdentifier) { UIApplication.shared.endBackgroundTask(id) } }
`;
const neverEnded = 'App/Saver.swift background-task-not-ended/never';

describe('members of a type in a file without APIs', () => {
  const base = { 'App/Saver.swift': saver, 'App/Tasks.swift': helper };

  it.each([
    ['an extension', 'extension Saver {\n  func finish() { Tasks.stop(saving) }\n}\n', []],
    ['a subclass', 'final class Quick: Saver {\n  func finish() { Tasks.stop(saving) }\n}\n', []],
    [
      'an extension that does something else',
      'extension Saver {\n  func finish() { print("x") }\n}\n',
      [neverEnded],
    ],
    ['nothing', '// extension Saver { func finish() { Tasks.stop(saving) } }\n', [neverEnded]],
  ])('%s', async (_name, text, expected) => {
    expect(await check({ ...base, 'App/Saver+Finish.swift': text })).toEqual(expected);
    const begin = 'UIApplication.shared.beginBackgroundTask(withName: "save", expirationHandler: nil)';
    const wrapped = {
      'App/Saver.swift': saver.replace(begin, 'Begins.start()'),
      'App/Begins.swift': `import UIKit
enum Begins { static func start() -> UIBackgroundTaskIdentifier { ${begin} } }
`,
      'App/Tasks.swift': helper,
    };
    expect(await check({ ...wrapped, 'App/Saver+Finish.swift': text })).toEqual(expected);
  });

  it('in a category', async () => {
    const code = `#import <UIKit/UIKit.h>
@implementation Saver { UIBackgroundTaskIdentifier _saving; }
- (void)save { _saving = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"s" expirationHandler:nil]; }
@end
@interface Saver : NSObject
@property (nonatomic) UIBackgroundTaskIdentifier saving;
@end`;
    const category = '@implementation Saver (Finish)\n- (void)finish { [Tasks stop:self.saving]; }\n@end\n';
    const expected = ['App/Saver.m background-task-not-ended/never'];
    expect(await check({ 'App/Saver.m': code })).toEqual(expected);
    expect(await check({ 'App/Saver.m': code, 'App/Saver+Finish.m': category })).toEqual([]);
  });
});

/** Texts that each file may have. */
const contents: Readonly<Record<string, readonly string[]>> = {
  'App/Player.swift': [player, player.replace('Audio.category', 'Sound.category'), ''],
  'App/Audio.swift': [audio('playback'), audio('ambient'), 'typealias Audio = Sound\n', '// nothing\n'],
  'App/Sound.swift': [
    'enum Sound { static let category: Category = .playback }\n',
    'enum Sound { static var category: Category { .ambient } }\n',
    'import AVFoundation\nenum Sound { static let category = AVAudioSession.Category.record }\n',
  ],
  'App/Saver.swift': [
    saver,
    saver.replace('beginBackgroundTask', 'beginSomething'),
    saver.replace(/UIApplication\.shared.*/, 'Tasks.start()'),
  ],
  'App/Saver+Finish.swift': [
    'extension Saver { func finish() { Tasks.stop(saving) } }\n',
    'extension Saver { func finish() {} }\n',
    'extension Other { func finish() { Tasks.stop(saving) } }\n',
  ],
  'App/Tasks.swift': [
    helper,
    `${helper}extension Tasks {
  static func start() -> UIBackgroundTaskIdentifier { UIApplication.shared.beginBackgroundTask(withName: "x") }
}
`,
  ],
};

it('any changes lead to the findings of a fresh workspace', async () => {
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
    { numRuns: 25 },
  );
});
