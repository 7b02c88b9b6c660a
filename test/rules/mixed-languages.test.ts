/** Swift names and Objective-C selectors are one symbol: what is handed over is followed into the other language. */
import { beforeAll, describe, expect, test } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { loadGrammars, parseFile, runRules } from '../support/code-rules';
import { markedPlaces, withoutMarks } from '../support/examples';

const ids = new Set([
  'background-task-not-ended',
  'expiration-handler-does-not-end-task',
  'fetch-completion-not-called',
]);
const rules = allRules.filter(({ meta }) => ids.has(meta.id));

beforeAll(loadGrammars);

/** Findings are at the marks, and nowhere else. */
function check(marked: Readonly<Record<string, string>>): void {
  const files = withoutMarks(marked);
  for (const [name, source] of Object.entries(files)) expect(parseFile(name, source).errors).toEqual([]);
  const found = runRules(rules, files).map(({ uri, range }) => `${uri}:${range.start}`);
  expect(found.toSorted()).toEqual(markedPlaces(marked).toSorted());
}

const objcPush = (call: string, mark = '') => `#import <UIKit/UIKit.h>
@interface AppDelegate : UIResponder <UIApplicationDelegate>
@property (nonatomic, strong) Mail *mail;
@end
@implementation AppDelegate
- (void)application:(UIApplication *)application didReceiveRemoteNotification:(NSDictionary *)userInfo ${mark}fetchCompletionHandler:(void (^)(UIBackgroundFetchResult))done {
    ${call}
}
@end
`;
const swiftMail = (declaration: string, body: string) => `import UIKit
@objcMembers final class Mail: NSObject {
  func ${declaration} { ${body} }
}
`;
const handler = 'done: @escaping (UIBackgroundFetchResult) -> Void';

describe('a handler that Objective-C hands to Swift', () => {
  test.each([
    ['[self.mail fetchWithDone:done];', `fetch(${handler})`],
    ['[self.mail fetch:done];', `fetch(_ ${handler})`],
    ['[self.mail fetch:userInfo done:done];', `fetch(_ info: [AnyHashable: Any], ${handler})`],
    ['[self.mail fetchWithInfo:userInfo done:done];', `fetch(info: [AnyHashable: Any], ${handler})`],
    ['[self.mail fetchForDone:done];', `fetch(forDone ${handler})`],
    ['[self.mail fetchWithInfo:userInfo :done];', `fetch(info: [AnyHashable: Any], _ ${handler})`],
  ])('is followed by %s', (call, declaration) => {
    check({ 'App.m': objcPush(call), 'Mail.swift': swiftMail(declaration, 'done(.newData)') });
    check({ 'App.m': objcPush(call, '⟦'), 'Mail.swift': swiftMail(declaration, 'print("mail")') });
  });

  test.each([
    ['[self.mail fetchDone:done then:nil];', `fetch(${handler})`],
    ['[self.mail fetchWithOther:done];', `fetch(${handler})`],
    ['[self.mail fetchWithDone:done];', `load(${handler})`],
  ])('is not followed by %s into another function', (call, declaration) => {
    check({ 'App.m': objcPush(call), 'Mail.swift': swiftMail(declaration, 'print("mail")') });
  });
});

const swiftPush = (call: string, mark = '') => `import UIKit
final class AppDelegate: UIResponder, UIApplicationDelegate {
  let mail = Mail()
  func application(_ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any], ${mark}fetchCompletionHandler done: @escaping (UIBackgroundFetchResult) -> Void) {
    ${call}
  }
}
`;
const objcMail = (signature: string, body: string) => `#import "Mail.h"
@interface Mail : NSObject
@end
@implementation Mail
- (void)${signature} { ${body} }
@end
`;
const block = '(void (^)(UIBackgroundFetchResult))done';

describe('a handler that Swift hands to Objective-C', () => {
  test.each([
    ['mail.fetch(done)', `fetch:${block}`],
    ['mail.fetch(completion: done)', `fetchWithCompletion:${block}`],
    ['mail.move(to: done)', `moveTo:${block}`],
    ['mail.fetch(userInfo, completion: done)', `fetch:(NSDictionary *)info completion:${block}`],
  ])('is followed by %s', (call, signature) => {
    check({
      'App.swift': swiftPush(call),
      'Mail.m': objcMail(signature, 'done(UIBackgroundFetchResultNewData);'),
    });
    check({ 'App.swift': swiftPush(call, '⟦'), 'Mail.m': objcMail(signature, 'NSLog(@"mail");') });
  });

  test('is not followed into another method', () => {
    check({
      'App.swift': swiftPush('mail.fetch(other: done)'),
      'Mail.m': objcMail(`fetch:${block}`, 'NSLog(@"mail");'),
    });
  });
});

describe('an expiration handler', () => {
  const end = (body: string) => `#import <UIKit/UIKit.h>
@interface Ender : NSObject
@end
@implementation Ender
+ (void)endTask:(UIBackgroundTaskIdentifier)task { ${body} }
@end
`;
  const endCall = '[[UIApplication sharedApplication] endBackgroundTask:task];';
  const swift = (mark: string) => `import UIKit
final class Saver {
  var task = UIBackgroundTaskIdentifier.invalid
  func save() {
    task = UIApplication.shared.beginBackgroundTask(withName: "save") { Ender.${mark}endTask(self.task) }
  }
}
`;

  test('of Swift ends its task in Objective-C', () => {
    check({ 'Saver.swift': swift(''), 'Ender.m': end(endCall) });
  });

  test('of Swift ends its task too late in Objective-C', () => {
    const late = `dispatch_async(dispatch_get_main_queue(), ^{ ${endCall} });`;
    check({ 'Saver.swift': swift('⟦'), 'Ender.m': end(late) });
  });

  const objc = (mark: string) => `#import <UIKit/UIKit.h>
@interface Saver : NSObject
@property (nonatomic) UIBackgroundTaskIdentifier task;
@end
@implementation Saver
- (void)save {
    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"save" expirationHandler:^{
        [self ${mark}stopWithReason:@"time" then:^{ NSLog(@"over"); }];
    }];
}
@end
`;
  const extension = (body: string) => `import UIKit
extension Saver {
  @objc func stop(reason: String, then: () -> Void) {
    ${body}
    then()
  }
}
`;

  test('of Objective-C ends its task in a Swift extension', () => {
    const text = 'UIApplication.shared.endBackgroundTask(task); task = .invalid';
    check({ 'Saver.m': objc(''), 'Saver.swift': extension(text) });
  });

  test('of Objective-C ends its task too late in a Swift extension', () => {
    const text = 'DispatchQueue.main.async { UIApplication.shared.endBackgroundTask(self.task) }';
    check({ 'Saver.m': objc('⟦'), 'Saver.swift': extension(text) });
  });
});
