/** What completes a value, what takes it over, and what forgets it, in the forms that apps use. */
import { beforeAll, describe, expect, test } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { loadGrammars, parseFile, runRules } from '../support/code-rules';
import {
  objcAction,
  objcPush,
  objcTask,
  swiftAction,
  swiftObserver,
  swiftPush,
  swiftTask,
  swiftWatch,
} from '../support/duty-programs';
import { markedPlaces, withoutMarks } from '../support/examples';

const families = new Set(['push', 'task-scheduler', 'calls', 'health-and-watch', 'url-session']);
const rules = allRules.filter(
  ({ meta }) => families.has(meta.family) && /completion|completed/.test(meta.id),
);

beforeAll(loadGrammars);

function check(text: string, others: Readonly<Record<string, string>> = {}) {
  const path = text.startsWith('#import') ? 'File.m' : 'File.swift';
  const marked = { [path]: text, ...others };
  const files = withoutMarks(marked);
  for (const [name, source] of Object.entries(files)) expect(parseFile(name, source).errors).toEqual([]);
  const found = runRules(rules, files).map(({ uri, range }) => `${uri}:${range.start}`);
  const marks = markedPlaces(marked);
  return { found, marks };
}

describe('nothing is said about', () => {
  test.each([
    [
      'a switch over the value itself',
      swiftWatch(`    for task in backgroundTasks {
      switch task.self {
      case let refresh as WKApplicationRefreshBackgroundTask:
        refresh.setTaskCompletedWithSnapshot(true)
      default:
        task.setTaskCompletedWithSnapshot(false)
      }
    }`),
    ],
    [
      'a local function that completes once',
      swiftTask(`    var isDone = false
    func complete(_ success: Bool) {
      DispatchQueue.main.async {
        guard !isDone else { return }
        isDone = true
        task.setTaskCompleted(success: success)
      }
    }
    let work = Task {
      await Store.shared.sync()
      complete(!Task.isCancelled)
    }
    task.expirationHandler = {
      work.cancel()
      complete(false)
    }`),
    ],
    [
      'a condition that the expiration handler may have changed',
      swiftTask(`    Task {
      await Store.shared.sync()
      if !Store.shared.isStopped {
        task.setTaskCompleted(success: true)
      }
    }
    task.expirationHandler = { [weak task] in
      Store.shared.stop()
      task?.setTaskCompleted(success: false)
    }`),
    ],
    [
      'a flag that tells whether time was up already',
      swiftTask(`    var isOver = false
    func finish() {
      isOver = true
      task.setTaskCompleted(success: true)
    }
    task.expirationHandler = { finish() }
    Store.shared.waitUntilReady()
    guard !isOver else { return }
    Store.shared.sync { finish() }`),
    ],
    [
      'an expiration handler that is a method',
      swiftTask(
        `    task.expirationHandler = stop
    Task {
      await Store.shared.sync()
      guard isReady else { return }
      task.setTaskCompleted(success: true)
    }`,
        '  func stop() {}\n',
      ),
    ],
    [
      'a task that runs until its time is up',
      swiftTask(`    Store.shared.watch()
    task.expirationHandler = { task.setTaskCompleted(success: true) }`),
    ],
    [
      'cancelled work',
      swiftTask(`    Task {
      try Task.checkCancellation()
      await Store.shared.sync()
      task.setTaskCompleted(success: true)
    }`),
    ],
    [
      'another closure that completes as well',
      swiftPush(`    Mail.shared.load { error in
      guard error == nil else { return }
      finish(.newData)
    }
    DispatchQueue.main.asyncAfter(deadline: .now() + 20) { finish(.failed) }`),
    ],
    [
      'closures that run many times',
      swiftPush(`    Mail.shared.observe { result in
      guard result.isFinal else { return }
      finish(.newData)
    }`),
    ],
    [
      'closures of which nobody knows how often they run',
      swiftPush(`    Mail.shared.load { item in
      guard item.isLast else { return }
      finish(.newData)
    }`),
    ],
    [
      'a loop that completes',
      swiftPush(`    for kind in kinds where kind.matches(userInfo) {
      kind.handle(userInfo, finish)
      return
    }
    finish(.noData)`),
    ],
    [
      'a loop that may complete',
      swiftPush(`    for kind in kinds {
      if kind.handles(userInfo) { kind.run(finish); break }
    }`),
    ],
    ['a handler in a tuple', swiftPush('    queue.append((userInfo, finish))')],
    ['a handler in a dictionary', swiftPush('    waiting[userInfo["id"] as? String ?? ""] = finish')],
    ['a handler that is returned by a call', swiftPush('    let run = wrapped(finish)\n    run()')],
    ['an initialiser that gets the handler', swiftPush('    queue.add(Download(userInfo, finish))')],
    [
      'a call that ends the process',
      swiftPush(`    guard userInfo["id"] != nil else { fatalError("no id") }
    finish(.newData)`),
    ],
    [
      'super',
      swiftPush(
        '    super.application(application, didReceiveRemoteNotification: userInfo, fetchCompletionHandler: finish)',
      ),
    ],
    [
      'an object that may be gone',
      swiftPush(`    Mail.shared.load { [weak self] error in
      guard let self = self else { return }
      self.store(error)
      finish(.newData)
    }`),
    ],
    ['a call through an optional', swiftPush('    delegate?.handle(userInfo, finish)')],
    [
      'a ternary with a call on both sides',
      swiftPush('    userInfo.isEmpty ? finish(.noData) : finish(.newData)'),
    ],
    [
      'code for the simulator',
      swiftPush(`    #if targetEnvironment(simulator)
    finish(.noData)
    #else
    Mail.shared.load(finish)
    #endif`),
    ],
    [
      'a simulator that is left alone',
      swiftPush(`    #if targetEnvironment(simulator)
    print("nothing arrives here")
    #else
    finish(.noData)
    #endif`),
    ],
    [
      'the watch branch of a shared delegate',
      swiftWatch(`    for task in backgroundTasks {
      #if os(watchOS)
      task.setTaskCompletedWithSnapshot(false)
      #endif
    }`),
    ],
    [
      'tasks that are handled by forEach',
      swiftWatch('    backgroundTasks.forEach { $0.setTaskCompletedWithSnapshot(false) }'),
    ],
    [
      'a deferred completion in a loop',
      swiftWatch(`    for task in backgroundTasks {
      defer { task.setTaskCompletedWithSnapshot(false) }
      guard task.userInfo != nil else { continue }
      reload()
    }`),
    ],
    ['an action that an own method of it completes', swiftAction('    action.fulfillSoon()')],
    [
      'an action in an operation',
      swiftAction(`    let operation = BlockOperation { action.fulfill() }
    queue.addOperation(operation)`),
    ],
    ['a method reference', swiftAction('    line.open(then: action.fulfill)')],
    [
      'a query handler that passes its handler on',
      swiftObserver(
        '      self?.reload(then: finish)',
        '  func reload(then done: @escaping () -> Void) { done() }\n',
      ),
    ],
    [
      'a block that may be nil',
      objcPush(`    if (finish) {
        finish(UIBackgroundFetchResultNoData);
    }`),
    ],
    ['a copied block', objcPush('    self.waiting = [finish copy];')],
    [
      'a block in another block',
      objcPush(`    void (^done)(BOOL) = ^(BOOL isNew) {
        finish(isNew ? UIBackgroundFetchResultNewData : UIBackgroundFetchResultNoData);
    };
    if (self.mail == nil) {
        done(NO);
        return;
    }
    done([self.mail loadNow]);`),
    ],
    [
      'an object that may be gone, in Objective-C',
      objcPush(`    __weak typeof(self) weakSelf = self;
    [self.mail loadWithCompletion:^(NSError *error) {
        __strong typeof(weakSelf) strongSelf = weakSelf;
        if (!strongSelf) { return; }
        [strongSelf store:error];
        finish(UIBackgroundFetchResultNewData);
    }];`),
    ],
    [
      'a task that is asked for its class',
      objcTask(`    if (![task isKindOfClass:[BGAppRefreshTask class]]) {
        return;
    }
    [task setTaskCompletedWithSuccess:YES];`),
    ],
    [
      'a local function that is called twice',
      swiftPush(`    func step() {
      guard Mail.shared.isReady else { return }
      finish(.newData)
    }
    step()
    step()`),
    ],
    [
      'an if that is an expression and hands the handler on',
      swiftPush(
        '    let result = if userInfo.isEmpty { keep(finish) } else { true }\n    guard result else { return }',
      ),
    ],
    ['an action in an array', objcAction('    [self.actions addObject:action];')],
    [
      'goto',
      objcAction(`    if (self.line == nil) goto failed;
    [action fulfill];
    return;
failed:
    [action fail];`),
    ],
  ])('%s', (_, text) => {
    expect(check(text).found).toEqual([]);
  });
});

describe('found is', () => {
  test.each([
    [
      'an error in a Task',
      swiftTask(`    Task {
      ⟦try⟧ await Store.shared.sync()
      task.setTaskCompleted(success: true)
    }`),
    ],
    [
      'a catch clause',
      swiftTask(`    Task {
      do {
        try await Store.shared.sync()
        task.setTaskCompleted(success: true)
      } ⟦catch⟧ {
        print(error)
      }
    }`),
    ],
    [
      'the end of a function',
      swiftTask(`    guard isReady else {
      task.setTaskCompleted(success: false)
      return
    }
    upload()
  ⟦}⟧

  func later() {`),
    ],
    [
      'a callback',
      swiftPush(
        `    Mail.shared.load { result in
      switch result {
      case .success: finish(.newData)
      case .⟦⟧failure(let error): print(error)
      }
    }`.replace('case .⟦⟧failure', '⟦case⟧ .failure'),
      ),
    ],
    [
      'a helper that forgets it',
      swiftPush(
        `    if userInfo.isEmpty {
      finish(.noData)
    } ⟦else⟧ {
      note(finish)
    }`,
        '  func note(_ done: @escaping (UIBackgroundFetchResult) -> Void) { print("noted") }\n',
      ),
    ],
    [
      'a platform that has its own code',
      swiftPush(`    #if os(tvOS)
    finish(.noData)
    #else
    guard userInfo["id"] != nil else { ⟦return⟧ }
    finish(.newData)
    #endif`),
    ],
    [
      'the second of two loops',
      swiftWatch(`    for task in backgroundTasks {
      if task is WKSnapshotRefreshBackgroundTask {
        task.setTaskCompletedWithSnapshot(true)
      } ⟦else⟧ {
        print(task)
      }
    }`),
    ],
    [
      'continue',
      swiftWatch(`    for task in backgroundTasks {
      guard let refresh = task as? WKApplicationRefreshBackgroundTask ⟦else⟧ { continue }
      refresh.setTaskCompletedWithSnapshot(false)
    }`),
    ],
    [
      'an optional handler',
      swiftObserver(`      guard error == nil else { ⟦return⟧ }
      self?.reload()
      finish()`),
    ],
    [
      'a value that is only logged',
      objcAction(`    NSLog(@"%@", action);
    if (self.line == nil) {
        NSLog(@"no line for %@", action.callUUID);
        ⟦return⟧;
    }
    [action fulfill];`),
    ],
    [
      'a return after an if that is an expression',
      swiftPush(`    let kind = if userInfo.isEmpty { "none" } else { "mail" }
    guard kind == "mail" else { ⟦return⟧ }
    finish(.newData)`),
    ],
    [
      'an error in a switch that is an expression',
      swiftPush(`    Task {
      let count = switch userInfo.count { case 0: 0 default: ⟦try⟧ await Mail.shared.count() }
      finish(count == 0 ? .noData : .newData)
    }`),
    ],
    [
      'a closure that is called on the spot',
      swiftPush(`    _ = {
      guard Mail.shared.isReady else { ⟦return⟧ }
      finish(.newData)
    }()`),
    ],
    [
      'a local function that is called once',
      swiftPush(`    func work() {
      guard Mail.shared.isReady else { ⟦return⟧ }
      finish(.newData)
    }
    work()`),
    ],
    [
      'an async helper that forgets it',
      swiftPush(
        '    Task { await self.load(finish) }',
        `  func load(_ done: @escaping (UIBackgroundFetchResult) -> Void) async {
    guard await Mail.shared.isReady else { ⟦return⟧ }
    done(.newData)
  }
`,
      ),
    ],
    [
      'an async method of an actor that forgets it',
      `${swiftPush('    Task { await Loader.shared.load(finish) }')}actor Loader {
  static let shared = Loader()
  func load(_ done: @escaping (UIBackgroundFetchResult) -> Void) async {
    guard await Mail.shared.isReady else { ⟦return⟧ }
    done(.newData)
  }
}
`,
    ],
    [
      'an immediate Task',
      swiftPush(`    Task.immediate {
      guard await Mail.shared.isReady else { ⟦return⟧ }
      finish(.newData)
    }`),
    ],
    [
      'a block of a selector that says completion',
      objcPush(`    [self.mail loadWithCompletion:^(NSError *error) {
        if (error) {
            ⟦return⟧;
        }
        finish(UIBackgroundFetchResultNewData);
    }];`),
    ],
  ])('%s', (_, text) => {
    const { found, marks } = check(text);
    expect(found).toEqual(marks);
  });
});

test.each([
  [
    'Swift',
    swiftPush(
      '    fetch(finish)',
      `  func fetch(_ done: ((UIBackgroundFetchResult) -> Void)? = nil) {
    guard Mail.shared.isOnline else { ⟦return⟧ }
    done?(.newData)
  }
`,
    ),
  ],
  [
    'Objective-C',
    objcPush(
      '    [self fetch:userInfo then:finish];',
      `- (void)fetch:(NSDictionary *)userInfo then:(void (^)(UIBackgroundFetchResult))done {
    if (self.mail == nil) {
        ⟦return⟧;
    }
    done(UIBackgroundFetchResultNewData);
}
`,
    ),
  ],
])('a helper that forgets it on some path is told so, in %s', (_, text) => {
  const { found, marks } = check(text);
  expect(found).toEqual(marks);
});

test('a helper that tells whether it took the value is left alone', () => {
  const text = swiftPush(
    `    if !take(userInfo, finish) { finish(.noData) }`,
    `  func take(_ userInfo: [AnyHashable: Any], _ done: @escaping (UIBackgroundFetchResult) -> Void) -> Bool {
    guard userInfo["mail"] != nil else { return false }
    done(.newData)
    return true
  }
`,
  );
  expect(check(text).found).toEqual([]);
});

test('a helper in another file is followed', () => {
  const text = swiftPush(`    guard userInfo["id"] != nil else {
      Pushes.drop(userInfo, finish)
      ⟦return⟧
    }
    Pushes.handle(userInfo, finish)`);
  const helper = `import UIKit
enum Pushes {
  static func drop(_ userInfo: [AnyHashable: Any], _ done: @escaping (UIBackgroundFetchResult) -> Void) { print(userInfo) }
  static func handle(_ userInfo: [AnyHashable: Any], _ done: @escaping (UIBackgroundFetchResult) -> Void) { done(.newData) }
}
`;
  const { found, marks } = check(text, { 'Pushes.swift': helper });
  expect(found).toEqual(marks);
});

test('an observer is only an error in an app that HealthKit wakes', () => {
  const text = swiftObserver('      self?.reload()');
  const delivery = `import HealthKit
func wake(_ store: HKHealthStore, _ type: HKObjectType) {
  Task { try await store.enableBackgroundDelivery(for: type, frequency: .hourly) }
}
`;
  const severities = [{}, { 'Delivery.swift': delivery }].map((others) =>
    runRules(rules, { 'File.swift': text, ...others }).map(({ severity }) => severity),
  );
  expect(severities).toEqual([['warning'], ['error']]);
});
