/** Values that are handed to functions of other files: those are told about the paths on which they forget them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { callActionRule } from '../../server/src/core/rules/calls/call-action';
import { fetchCompletionRule } from '../../server/src/core/rules/push/fetch-completion';
import { notificationHandlerRule } from '../../server/src/core/rules/push/notification-handler';
import { loadGrammars, parseFile, runRules } from '../support/code-rules';
import { objcPush, swiftAction, swiftPush } from '../support/duty-programs';
import { markedPlaces, withoutMarks } from '../support/examples';

const rules = [fetchCompletionRule, notificationHandlerRule, callActionRule];

beforeAll(loadGrammars);

function check(marked: Readonly<Record<string, string>>) {
  const files = withoutMarks(marked);
  for (const [name, source] of Object.entries(files)) expect(parseFile(name, source).errors).toEqual([]);
  const found = runRules(rules, files).map(({ uri, range }) => `${uri}:${range.start}`);
  return { found: found.sort(), marks: [...markedPlaces(marked)].sort() };
}

const push = swiftPush('    Mailbox.shared.fetch(then: finish)');

function mailbox(fetch: string, rest = ''): string {
  return `import UIKit
final class Mailbox {
  static let shared = Mailbox()
  var isOnline = true
  var mode = 0
${fetch}
${rest}}
`;
}

const forgetful = `  func fetch(then done: @escaping (UIBackgroundFetchResult) -> Void) {
    guard isOnline else { ⟦return⟧ }
    done(.newData)
  }`;

describe('found in the helper is', () => {
  test.each<[string, Record<string, string>]>([
    ['a guard that returns without it', { 'AppDelegate.swift': push, 'Mailbox.swift': mailbox(forgetful) }],
    [
      'what is two files away',
      {
        'AppDelegate.swift': swiftPush('    Relay().pass(finish)'),
        'Relay.swift': `import UIKit
struct Relay {
  func pass(_ done: @escaping (UIBackgroundFetchResult) -> Void) { Mailbox.shared.fetch(then: done) }
}
`,
        'Mailbox.swift': mailbox(forgetful),
      },
    ],
    [
      'what another method of the helper forgets',
      {
        'AppDelegate.swift': push,
        'Mailbox.swift': mailbox(
          '  func fetch(then done: @escaping (UIBackgroundFetchResult) -> Void) { load(done) }',
          `  func load(_ done: @escaping (UIBackgroundFetchResult) -> Void) {
    if isOnline { done(.newData) } ⟦else⟧ { print("offline") }
  }
`,
        ),
      },
    ],
    [
      'a helper of a part of the type in another file',
      {
        'AppDelegate.swift': swiftPush('    fetch(then: finish)'),
        'AppDelegate+Mail.swift': `import UIKit
extension AppDelegate {
  func fetch(then done: @escaping (UIBackgroundFetchResult) -> Void) {
    do {
      try open()
      done(.newData)
    } ⟦catch { print(error) }⟧
  }
  func open() throws {}
}
`,
      },
    ],
    [
      'an else branch, though the handler is optional',
      {
        'AppDelegate.swift': push,
        'Mailbox.swift': mailbox(`  func fetch(then done: ((UIBackgroundFetchResult) -> Void)? = nil) {
    if let mails = try? load() {
      print(mails)
      done?(.newData)
    } ⟦else⟧ {
      print("none")
    }
  }
  func load() throws -> [String] { [] }`),
      },
    ],
    [
      'an action of a call',
      {
        'Calls.swift': swiftAction('    Lines.start(action)'),
        'Lines.swift': `import CallKit
enum Lines {
  static var isFree = true
  static func start(_ action: CXStartCallAction) {
    guard isFree else { ⟦return⟧ }
    action.fulfill()
  }
}
`,
      },
    ],
    [
      'Objective-C',
      {
        'AppDelegate.m': objcPush('    [Mailbox fetchThen:finish];'),
        'Mailbox.m': `#import <UIKit/UIKit.h>
@implementation Mailbox
+ (void)fetchThen:(void (^)(UIBackgroundFetchResult))done {
    if (!isOnline()) {
        ⟦return⟧;
    }
    done(UIBackgroundFetchResultNewData);
}
@end
`,
      },
    ],
  ])('%s', (_, files) => {
    const { found, marks } = check(files);
    expect(found).toEqual(marks);
  });
});

describe('nothing is said about', () => {
  test.each<[string, Record<string, string>]>([
    [
      'a state that tells whether there is a handler',
      {
        'AppDelegate.swift': push,
        'Mailbox.swift': mailbox(`  func fetch(then done: ((UIBackgroundFetchResult) -> Void)? = nil) {
    if mode == 1 { done?(.newData) }
  }`),
      },
    ],
    [
      'a helper whose result says whether it took the handler',
      {
        'AppDelegate.swift': swiftPush('    if !Mailbox.shared.fetch(then: finish) { finish(.noData) }'),
        'Mailbox.swift':
          mailbox(`  func fetch(then done: @escaping (UIBackgroundFetchResult) -> Void) -> Bool {
    guard isOnline else { return false }
    done(.newData)
    return true
  }`),
      },
    ],
    [
      'a helper that no delegate hands it to',
      {
        'Other.swift': push.replace('UIResponder, UIApplicationDelegate', 'NSObject, Forwarding'),
        'Mailbox.swift': mailbox(forgetful.replace('⟦return⟧', 'return')),
      },
    ],
    [
      'one of two helpers of that name',
      {
        'AppDelegate.swift': push,
        'Mailbox.swift': mailbox(forgetful.replace('⟦return⟧', 'return')),
        'Drafts.swift': `import UIKit
extension Mailbox {
  func fetch(then done: @escaping (UIBackgroundFetchResult) -> Void) async { done(.noData) }
}
`,
      },
    ],
    [
      'a handler that the caller calls as well',
      {
        'AppDelegate.swift': swiftPush(`    Mailbox.shared.fetch(then: finish)
    finish(.noData)`),
        'Mailbox.swift': mailbox(forgetful.replace('⟦return⟧', 'return')),
      },
    ],
  ])('%s', (_, files) => {
    expect(check(files).found).toEqual([]);
  });
});

test('a helper that always forgets it is found where the handler arrives', () => {
  const { found, marks } = check({
    'AppDelegate.swift': push.replace('fetchCompletionHandler', '⟦fetchCompletionHandler⟧'),
    'Mailbox.swift': mailbox(
      '  func fetch(then done: @escaping (UIBackgroundFetchResult) -> Void) { print(mode) }',
    ),
  });
  expect(found).toEqual(marks);
});
