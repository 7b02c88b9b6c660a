/** While somebody types in one file of a target, what all its files and its property list say together stays right. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../server/src/core/workspace-types';
import { hostOf, opened, plist } from '../support/handed-values';
import { infoPlist } from '../support/plist-text';

const files: Readonly<Record<string, string>> = {
  'Info.plist': plist,
  'App/Scheduler.swift': `import BackgroundTasks
final class Scheduler {
  static let shared = Scheduler()
  func schedule(id: String) {
    try? BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: id))
  }
  func register() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: Keys.known, using: nil) { task in
      task.expirationHandler = { self.stop(task) }
      self.run { task.setTaskCompleted(success: true) }
    }
  }
}
`,
  'App/Keys.swift': `enum Keys {
  static let known = "a.known"
  static let other = "a.other"
  static var changing = "a.third"
}
typealias Output = AVAudioSession
`,
  'App/Start.swift': `import UIKit
struct Start {
  func run() { Scheduler.shared.schedule(id: Keys.known) }
  func change() { Keys.changing = "a.fourth" }
}
extension Scheduler {
  func stop(_ task: BGTask) { task.setTaskCompleted(success: false) }
  func run(_ done: @escaping () -> Void) { DispatchQueue.main.async { done() } }
}
func start() -> UIBackgroundTaskIdentifier {
  let id = UIApplication.shared.beginBackgroundTask(withName: "x") { print("over") }
  return id
}
`,
  'App/Sound.swift': `import AVFoundation
import MediaPlayer
final class Sound {
  let session = Output.sharedInstance()
  var task: UIBackgroundTaskIdentifier = .invalid
  func play() {
    try? session.setCategory(category(), options: [.duckOthers])
    MPNowPlayingInfoCenter.default().nowPlayingInfo = [:]
  }
  func category() -> AVAudioSession.Category { .playback }
  func save() { task = UIApplication.shared.beginBackgroundTask { Saver.end(&self.task) } }
  func load(_ isNew: Bool) {
    let id = start()
    if isNew { return }
    UIApplication.shared.endBackgroundTask(id)
  }
}
`,
  'App/Saver.m': `#import <UIKit/UIKit.h>
@implementation Saver
- (void)save {
    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{ [self finish]; }];
}
- (void)finish {
    [[UIApplication sharedApplication] endBackgroundTask:self.task];
    self.task = UIBackgroundTaskInvalid;
}
@end
`,
};

const typed = Object.keys(files).filter((path) => path !== 'Info.plist');
const plists = [plist, infoPlist([]), infoPlist(['audio', 'fetch'], {})];
const pieces = [
  '',
  ' ',
  '\n',
  'x',
  '}',
  '{',
  'Keys.other',
  'Keys.changing',
  '"a.other"',
  '.record',
  '.ambient',
  'return\n',
  'Scheduler.shared.schedule(id: Keys.other)\n',
  'let f = Scheduler.shared.schedule\n',
  'private ',
  '\n#if DEBUG\n',
  '\n#endif\n',
  '// ',
];

interface Edit {
  readonly path: string;
  readonly at: number;
  readonly length: number;
  readonly piece: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  path: fc.constantFrom(...typed, ...typed, 'Info.plist'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.constantFrom(0, 0, 0, 1, 4, 12, 40),
  piece: fc.constantFrom(...pieces),
});

function after(text: string, { path, at, length, piece }: Edit): string {
  if (path === 'Info.plist') return plists[Math.floor(at * plists.length)] ?? plist;
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + piece + text.slice(start + length);
}

const uriOf = (path: string): string => `file:///ws/${path}`;

async function openAll(texts: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = await opened(hostOf(texts));
  for (const [path, text] of Object.entries(texts)) workspace.didOpen(uriOf(path), 1, text);
  return workspace;
}

describe('findings of a target whose files are edited', () => {
  it('are those of the texts alone', async () => {
    const property = fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 7 }), async (edits) => {
      const texts: Record<string, string> = { ...files };
      const workspace = await openAll(texts);
      for (const [i, each] of edits.entries()) {
        const text = after(texts[each.path] ?? '', each);
        texts[each.path] = text;
        workspace.didChange(uriOf(each.path), i + 2, text, undefined);
        // Answers on the way must not be kept for longer than they hold.
        await workspace.findings(uriOf(each.path));
        const fresh = await openAll(texts);
        expect(await workspace.allFindings()).toEqual(await fresh.allFindings());
        const [models, others] = [await workspace.targets(), await fresh.targets()];
        expect(models.map(({ uses }) => uses)).toEqual(others.map(({ uses }) => uses));
        fresh.dispose();
      }
      workspace.dispose();
    });
    await fc.assert(property, { numRuns: 25 });
  }, 120_000);

  it('begin with some to lose', async () => {
    const workspace = await openAll({ ...files, 'Info.plist': infoPlist([]) });
    const rules = new Set((await workspace.allFindings()).map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(
      expect.arrayContaining(['background-task-not-ended', 'missing-background-mode']),
    );
    workspace.dispose();
  });
});
