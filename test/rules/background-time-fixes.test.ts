/** Fixes of the smaller rules about background time: the exact text, and that the finding is gone afterwards. */
import { beforeAll, describe, expect, it } from 'vitest';
import { backgroundTaskRules } from '../../server/src/core/rules/background-task';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';

beforeAll(loadGrammars);

/** The text after the first fix of the only finding of `rule`; `undefined` when it has none. */
function apply(rule: string, uri: string, text: string): string | undefined {
  const found = (code: string) =>
    runRules(backgroundTaskRules, { [uri]: code }).filter((finding) => finding.rule === rule);
  const [finding, ...others] = found(text);
  if (finding === undefined || others.length > 0) throw new Error(`Not found once: ${rule}`);
  if (finding.fixes.length === 0) return undefined;
  const after = fixed({ [uri]: text }, finding)[uri] ?? '';
  expect(parseFile(uri, after).errors).toEqual([]);
  expect(found(after)).toEqual([]);
  return after;
}

describe('naming a task', () => {
  const swift = (call: string): string => `final class Outbox {
  func send() { let task = UIApplication.shared.${call}; finish(task) }
}
`;

  it.each([
    ['beginBackgroundTask { }', 'beginBackgroundTask(withName: "Outbox.send") { }'],
    ['beginBackgroundTask()', 'beginBackgroundTask(withName: "Outbox.send")'],
    ['beginBackgroundTask() { }', 'beginBackgroundTask(withName: "Outbox.send") { }'],
    [
      'beginBackgroundTask(expirationHandler: nil)',
      'beginBackgroundTask(withName: "Outbox.send", expirationHandler: nil)',
    ],
  ])('%s', (before, after) => {
    expect(apply('unnamed-background-task', 'a.swift', swift(before))).toBe(swift(after));
  });

  it('renames the selector of Objective-C, inside of a block too', () => {
    const objc = (name: string): string => `@implementation Outbox
- (void)send {
  dispatch_async(queue, ^{
    self.task = [[UIApplication sharedApplication] ${name}:^{ [self finish]; }];
  });
}
@end
`;
    const after = apply('unnamed-background-task', 'a.m', objc('beginBackgroundTaskWithExpirationHandler'));
    expect(after).toBe(objc('beginBackgroundTaskWithName:@"Outbox.send" expirationHandler'));
  });
});

describe('limiting the remaining time', () => {
  it.each([
    [
      'Int(UIApplication.shared.backgroundTimeRemaining)',
      'Int(min(UIApplication.shared.backgroundTimeRemaining, 3600))',
    ],
    [
      'UInt(UIApplication.shared.backgroundTimeRemaining.rounded())',
      'UInt(min(UIApplication.shared.backgroundTimeRemaining.rounded(), 3600))',
    ],
    [
      'Int64(floor(UIApplication.shared.backgroundTimeRemaining))',
      'Int64(min(floor(UIApplication.shared.backgroundTimeRemaining), 3600))',
    ],
  ])('%s', (before, after) => {
    const swift = (value: string): string => `func log() { print(${value}) }\n`;
    expect(apply('background-time-remaining-overflow', 'a.swift', swift(before))).toBe(swift(after));
  });
});

describe('returning when an activity expires', () => {
  const swift = (block: string): string =>
    `func save() {\n  ProcessInfo.processInfo.performExpiringActivity(withReason: "save") ${block}\n}\n`;

  it.each([
    ['{ _ in write() }', '{ expired in guard !expired else { return }; write() }'],
    ['{ _ in\n    write()\n  }', '{ expired in\n    guard !expired else { return }\n    write()\n  }'],
    ['{ isOver in write() }', '{ isOver in guard !isOver else { return }; write() }'],
    ['{ (_: Bool) in write() }', '{ (expired: Bool) in guard !expired else { return }; write() }'],
    ['{ _ in write(expired) }', undefined],
  ])('%s', (before, after) => {
    const result = apply('expiring-activity-ignores-expired', 'a.swift', swift(before));
    expect(result).toBe(after && swift(after));
  });

  it('checks the parameter of a block', () => {
    const objc = (check: string): string => `void save(void) {
  [[NSProcessInfo processInfo] performExpiringActivityWithReason:@"save" usingBlock:^(BOOL expired) {
    ${check}write();
  }];
}
`;
    const after = apply('expiring-activity-ignores-expired', 'a.m', objc(''));
    expect(after).toBe(objc('if (expired) { return; }\n    '));
  });
});

describe('running code in place that waited for the main queue', () => {
  const rule = 'blocking-call-in-time-critical-callback';
  const swift = (handler: string): string => `import UIKit
final class Saver {
  var task: UIBackgroundTaskIdentifier = .invalid
  func begin() {
    task = UIApplication.shared.beginBackgroundTask(withName: "save") {
      ${handler}
    }
  }
  func end() { UIApplication.shared.endBackgroundTask(task); task = .invalid }
}
`;

  it.each([
    ['DispatchQueue.main.sync { self.end() }', 'self.end()'],
    [
      'DispatchQueue.main.sync {\n        print(1)\n        self.end()\n      }',
      'print(1)\n      self.end()',
    ],
    ['DispatchQueue.main.sync { let now = Date(); print(now) }', undefined],
    ['let x = DispatchQueue.main.sync { 1 }; print(x)', undefined],
  ])('%s', (before, after) => {
    expect(apply(rule, 'a.swift', swift(before))).toBe(after && swift(after));
  });

  it('does the same in Objective-C', () => {
    const objc = (handler: string): string => `@implementation Saver
- (void)begin {
  self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"save" expirationHandler:^{
    ${handler}
  }];
}
@end
`;
    const after = apply(rule, 'a.m', objc('dispatch_sync(dispatch_get_main_queue(), ^{ [self end]; });'));
    expect(after).toBe(objc('[self end];'));
  });
});

describe('resetting an identifier', () => {
  const rule = 'background-task-id-not-reset';
  const swift = (end: string, type = 'UIBackgroundTaskIdentifier = .invalid'): string => `import UIKit
final class Saver {
  var task: ${type}
  func begin() { task = UIApplication.shared.beginBackgroundTask(withName: "save") { self.end() } }
  func end() {${end}}
}
`;
  const app = 'UIApplication.shared';

  it.each([
    [` ${app}.endBackgroundTask(task) `, ` ${app}.endBackgroundTask(task); task = .invalid `],
    [
      `\n    ${app}.endBackgroundTask(self.task)\n  `,
      `\n    ${app}.endBackgroundTask(self.task)\n    self.task = .invalid\n  `,
    ],
    [
      ` ${app}.endBackgroundTask(task); print(1) `,
      ` ${app}.endBackgroundTask(task); task = .invalid; print(1) `,
    ],
  ])('%j', (before, after) => {
    expect(apply(rule, 'a.swift', swift(before))).toBe(swift(after));
  });

  it('uses nil for an optional', () => {
    const type = 'UIBackgroundTaskIdentifier?';
    const after = apply(rule, 'a.swift', swift(` ${app}.endBackgroundTask(task!) `, type));
    expect(after).toBe(swift(` ${app}.endBackgroundTask(task!); task = nil `, type));
  });

  it.each([
    [
      '[UIApplication.sharedApplication endBackgroundTask:_task];',
      '[UIApplication.sharedApplication endBackgroundTask:_task]; _task = UIBackgroundTaskInvalid;',
    ],
    [
      'if (_task) [UIApplication.sharedApplication endBackgroundTask:_task];',
      'if (_task) { [UIApplication.sharedApplication endBackgroundTask:_task]; _task = UIBackgroundTaskInvalid; }',
    ],
  ])('in Objective-C: %s', (before, after) => {
    const objc = (end: string): string => `@implementation Saver {
  UIBackgroundTaskIdentifier _task;
}
- (void)begin {
  _task = [UIApplication.sharedApplication beginBackgroundTaskWithName:@"save" expirationHandler:^{ [self end]; }];
}
- (void)end { ${end} }
@end
`;
    expect(apply(rule, 'a.m', objc(before))).toBe(objc(after));
  });
});

describe('ending the task of the time before', () => {
  const rule = 'background-task-id-overwritten';
  const swift = (first: string, type = 'UIBackgroundTaskIdentifier = .invalid'): string => `import UIKit
final class Scene: UIResponder {
  var task: ${type}
  func sceneDidEnterBackground(_ scene: UIScene) {
    ${first}task = UIApplication.shared.beginBackgroundTask(withName: "save") { self.end() }
  }
}
`;

  it('tests the identifier', () => {
    const check = 'if task != .invalid { UIApplication.shared.endBackgroundTask(task) }\n    ';
    expect(apply(rule, 'a.swift', swift(''))).toBe(swift(check));
  });

  it('unwraps an optional', () => {
    const type = 'UIBackgroundTaskIdentifier?';
    const check = 'if let task = task { UIApplication.shared.endBackgroundTask(task) }\n    ';
    expect(apply(rule, 'a.swift', swift('', type))).toBe(swift(check, type));
  });

  it('works in Objective-C', () => {
    const objc = (first: string): string => `@implementation Scene
- (void)sceneDidEnterBackground:(UIScene *)scene {
  ${first}_task = [UIApplication.sharedApplication beginBackgroundTaskWithName:@"save" expirationHandler:^{ [self end]; }];
}
@end
`;
    const check =
      'if (_task != UIBackgroundTaskInvalid) { [UIApplication.sharedApplication endBackgroundTask:_task]; }\n  ';
    expect(apply(rule, 'a.m', objc(''))).toBe(objc(check));
  });
});
