/** Expiration handlers as real apps write them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { expirationHandlerRule } from '../../server/src/core/rules/background-task/expiration-handler';
import { notEndedRule } from '../../server/src/core/rules/background-task/not-ended';
import { loadGrammars, runRules } from '../support/code-rules';

beforeAll(loadGrammars);

/** Entry and first word of every finding. */
function found(files: Record<string, string>): string[] {
  return runRules([expirationHandlerRule], files).map(({ entry, uri, range }) => {
    const word = /^\W?\w*/.exec((files[uri] ?? '').slice(range.start))?.[0].trim() ?? '';
    return `${entry} ${word}`;
  });
}

/** A Swift class whose `begin` has this handler. */
function swift(handler: string, members = '', more: Record<string, string> = {}): string[] {
  return found({
    'Saver.swift': `
import UIKit
final class Saver: NSObject {
  var task: UIBackgroundTaskIdentifier = .invalid
  let worker = Worker()
  func begin() {
    task = UIApplication.shared.beginBackgroundTask(withName: "save"${handler})
  }
  func end() {
    guard task != .invalid else { return }
    UIApplication.shared.endBackgroundTask(task)
    task = .invalid
  }
  ${members}
}
`,
    ...more,
  });
}

const trailing = (body: string, captures = ''): string => `, expirationHandler: {${captures} ${body} }`;

describe('a Swift handler that is fine', () => {
  it.each([
    ['ends the task through a method', trailing('self.end()')],
    ['ends through a weak self', trailing('self?.end()', ' [weak self] in')],
    [
      'unwraps self with guard let self',
      trailing('guard let self else { return }\nself.end()', ' [weak self] in'),
    ],
    [
      'unwraps self under another name',
      trailing('guard let strong = self else { return }; strong.end()', ' [weak self] in'),
    ],
    ['unwraps self with if', trailing('if let self = self { self.end() }', ' [weak self] in')],
    ['is unowned', trailing('self.end()', ' [unowned self] in')],
    ['is a method reference', ', expirationHandler: end'],
    ['is a method reference of self', ', expirationHandler: self.end'],
    ['is nil', ', expirationHandler: nil'],
    ['is missing', ''],
    ['ends in a defer', trailing('defer { self.end() }\nself.worker.cancel()')],
    [
      'ends in a conditional',
      trailing('if self.task != .invalid { UIApplication.shared.endBackgroundTask(self.task) }'),
    ],
    ['ends synchronously on the main queue', trailing('DispatchQueue.main.sync { self.end() }')],
    ['assumes isolation', trailing('MainActor.assumeIsolated { self.end() }')],
    ['ends inside of performAndWait', trailing('context.performAndWait { self.end() }')],
    [
      'ends in a loop over its tasks',
      trailing('[self.task].forEach { UIApplication.shared.endBackgroundTask($0) }'),
    ],
    ['ends in a closure that runs at once', trailing('let ok: Bool = { self.end(); return true }()\n_ = ok')],
    ['ends both now and later', trailing('self.end()\nDispatchQueue.main.async { self.end() }')],
    [
      'ends on one branch now and on another later',
      trailing('if Thread.isMainThread { self.end() } else { DispatchQueue.main.async { self.end() } }'),
    ],
    ['calls a method that nobody has seen', trailing('self.cleanUpEverything()')],
    ['calls a function that nobody has seen', trailing('finishTasks()')],
    ['calls a method of an unknown object', trailing('self.coordinator.expire()')],
    ['posts a notification', trailing('NotificationCenter.default.post(name: .expired, object: nil)')],
    ['calls an unknown closure', trailing('self.onExpire?()')],
    ['ends in a closure given to an unknown function', trailing('self.worker.stop { self.end() }')],
    ['ends on a weak application', trailing('app?.endBackgroundTask(self.task)')],
    ['switches', trailing('switch self.task { case .invalid: break\n default: self.end() }')],
    ['ends under #if', trailing('\n#if os(iOS)\nself.end()\n#endif\n')],
    ['sets a property with an observer', trailing('self.isExpired = true')],
  ])('%s', (_title, handler) => {
    const members = 'var isExpired = false { didSet { end() } }';
    expect(swift(handler, members)).toEqual([]);
  });

  it('calls a local function or a closure declared above', () => {
    const file = (use: string): string => `
import UIKit
func save() {
  var id: UIBackgroundTaskIdentifier = .invalid
  func finish() { UIApplication.shared.endBackgroundTask(id); id = .invalid }
  let done = { UIApplication.shared.endBackgroundTask(id); id = .invalid }
  var late: () -> Void = {}
  late = { UIApplication.shared.endBackgroundTask(id) }
  id = UIApplication.shared.beginBackgroundTask(expirationHandler: ${use})
  done(); finish(); late()
}`;
    for (const use of ['finish', 'done', '{ finish() }', '{ done() }', '{ late() }']) {
      expect(found({ 'a.swift': file(use) }), use).toEqual([]);
    }
  });

  it('is handed on by a wrapper', () => {
    const file = `
import UIKit
struct Runner {
  func run(_ name: String, onExpire: @escaping () -> Void) -> UIBackgroundTaskIdentifier {
    let other = UIApplication.shared.beginBackgroundTask(withName: name) { onExpire() }
    return UIApplication.shared.beginBackgroundTask(withName: name, expirationHandler: onExpire)
  }
}`;
    expect(found({ 'a.swift': file })).toEqual([]);
  });

  it('ends in an extension, a superclass or a helper of another file', () => {
    const extension = 'extension Saver { func stop() { end() } }';
    expect(swift(trailing('self.stop()'), '', { 'Saver+Stop.swift': extension })).toEqual([]);
    const base = `
import UIKit
class Base { var task: UIBackgroundTaskIdentifier = .invalid
  func finish() { UIApplication.shared.endBackgroundTask(task) } }`;
    const derived = `
import UIKit
final class Derived: Base { func go() { task = UIApplication.shared.beginBackgroundTask { self.finish() } } }`;
    expect(found({ 'Base.swift': base, 'Derived.swift': derived })).toEqual([]);
    const helper =
      'import UIKit\nfunc endIt(_ id: UIBackgroundTaskIdentifier) { UIApplication.shared.endBackgroundTask(id) }';
    expect(swift(trailing('endIt(self.task)'), '', { 'Helper.swift': helper })).toEqual([]);
  });

  it('calls a hook that a subclass overrides to end the task', () => {
    const derived = 'import UIKit\nclass Sub: Saver { override func hook() { end() } }';
    expect(swift(trailing('self.hook()'), 'func hook() {}', { 'Sub.swift': derived })).toEqual([]);
  });

  it('gives the end to a helper that runs it at once', () => {
    const helper =
      'func onMain(_ work: () -> Void) { if Thread.isMainThread { work() } else { DispatchQueue.main.sync(execute: work) } }';
    expect(swift(trailing('onMain { self.end() }'), '', { 'Main.swift': helper })).toEqual([]);
  });

  it('belongs to another class with a method of the same name', () => {
    const file = `
import UIKit
protocol Tasks { func beginBackgroundTask(expirationHandler: (() -> Void)?) -> Int }
final class A {
  let tasks: Tasks
  init(tasks: Tasks) { self.tasks = tasks; _ = tasks.beginBackgroundTask { print("late") } }
}`;
    expect(found({ 'a.swift': file })).toEqual([]);
  });
});

describe('a Swift handler that never ends the task', () => {
  it.each([
    ['is empty', trailing('')],
    ['logs', trailing('print("expired")')],
    ['logs to a logger', trailing('Self.logger.error("expired")\nself.worker.log.info("x")')],
    ['only cancels', trailing('self?.worker.operation.cancel()', ' [weak self] in')],
    ['only stops what it knows', trailing('self.stopWork()')],
    ['resets the identifier without ending', trailing('self.task = .invalid')],
    ['signals somebody', trailing('semaphore.signal()')],
    ['does something else later', trailing('DispatchQueue.main.async { print("later") }')],
  ])('%s', (_title, handler) => {
    expect(swift(handler, 'func stopWork() { worker.operation.cancel() }')).toEqual(['no-end {']);
  });

  it('is a method that does not end it', () => {
    expect(swift(', expirationHandler: stopWork', 'func stopWork() { print("x") }')).toEqual([
      'no-end stopWork',
    ]);
  });

  it('has a helper that runs the wrong closure', () => {
    const helper = 'func onMain(_ work: () -> Void) { work() }';
    expect(swift(trailing('onMain { print("x") }'), '', { 'Main.swift': helper })).toEqual(['no-end {']);
  });
});

describe('a task that nothing ends', () => {
  it.each([
    ['a property', 'var id: UIBackgroundTaskIdentifier = .invalid', 'id ='],
    ['a local', '', 'let id ='],
    ['nothing', '', '_ ='],
  ])('is one finding where it begins when %s keeps the identifier', (_title, property, assign) => {
    const text = `import UIKit
final class Saver {
  ${property}
  func begin() {
    ${assign} UIApplication.shared.beginBackgroundTask(withName: "save") { print("expired") }
  }
}
`;
    const rules = [expirationHandlerRule, notEndedRule];
    const codes = runRules(rules, { 'Saver.swift': text }).map(({ rule }) => rule);
    expect(codes).toEqual(['background-task-not-ended']);
  });
});

describe('a Swift handler that ends the task too late', () => {
  it.each([
    ['in DispatchQueue.main.async', trailing('DispatchQueue.main.async { self.end() }'), 'end'],
    ['in asyncAfter', trailing('DispatchQueue.main.asyncAfter(deadline: .now() + 1) { self.end() }'), 'end'],
    [
      'on another queue',
      trailing('self.queue.async { UIApplication.shared.endBackgroundTask(self.task) }'),
      'endBackgroundTask',
    ],
    ['in a Task', trailing('Task { await self.flush(); self.end() }'), 'end'],
    ['in a task on the main actor', trailing('Task { @MainActor in self.end() }'), 'end'],
    [
      'in a detached task',
      trailing('Task.detached { await UIApplication.shared.endBackgroundTask(self.task) }'),
      'endBackgroundTask',
    ],
    ['in a task with a priority', trailing('Task(priority: .high) { self.end() }'), 'end'],
    ['in an operation', trailing('OperationQueue.main.addOperation { self.end() }'), 'end'],
    [
      'in a timer',
      trailing('Timer.scheduledTimer(withTimeInterval: 1, repeats: false) { _ in self.end() }'),
      'end',
    ],
    ['through a method value', trailing('DispatchQueue.main.async(execute: self.end)'), 'end'],
    ['after a delay', trailing('self.perform(#selector(Saver.end), with: nil, afterDelay: 1)'), 'perform'],
    ['through a method that hops', trailing('self.finish()'), 'finish'],
    [
      'after unwrapping self in the hop',
      trailing('DispatchQueue.main.async { guard let self else { return }\nself.end() }', ' [weak self] in'),
      'end',
    ],
    [
      'in a hop inside of a closure that runs now',
      trailing('[1].forEach { _ in DispatchQueue.main.async { self.end() } }'),
      'end',
    ],
    ['in a hop of a helper', trailing('later { self.end() }'), 'later'],
  ])('%s', (_title, handler, word) => {
    const members =
      'let queue = DispatchQueue(label: "q")\n  func finish() { DispatchQueue.main.async { self.end() } }';
    const helper = {
      'Later.swift': 'func later(_ work: @escaping () -> Void) { DispatchQueue.main.async(execute: work) }',
    };
    expect(swift(handler, members, helper)).toEqual([`async-end ${word}`]);
  });
});

/** An Objective-C class whose `begin` has this handler. */
function objc(handler: string, before = '', members = ''): string[] {
  return found({
    'Saver.m': `
#import <UIKit/UIKit.h>
@interface Saver : NSObject
@property (nonatomic) UIBackgroundTaskIdentifier task;
@property (nonatomic, strong) NSOperation *operation;
@end
@implementation Saver
- (void)begin {
  ${before}
  self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"save" expirationHandler:${handler}];
}
- (void)end {
  if (self.task == UIBackgroundTaskInvalid) { return; }
  [[UIApplication sharedApplication] endBackgroundTask:self.task];
  self.task = UIBackgroundTaskInvalid;
}
- (void)finish { dispatch_async(dispatch_get_main_queue(), ^{ [self end]; }); }
- (void)stop { [self.operation cancel]; }
${members}
@end
`,
  });
}

describe('an Objective-C handler', () => {
  const weak = '__weak typeof(self) weakSelf = self;';
  it.each([
    ['ends the task', '^{ [self end]; }', ''],
    [
      'ends through a weak and a strong self',
      '^{ __strong typeof(weakSelf) strongSelf = weakSelf; [strongSelf end]; }',
      weak,
    ],
    ['ends through a weak self', '^{ [weakSelf end]; }', weak],
    ['uses @weakify', '^{ @strongify(self); [self end]; }', '@weakify(self);'],
    ['is a block variable', 'handler', 'dispatch_block_t handler = ^{ [self end]; };'],
    ['is nil', 'nil', ''],
    ['is NULL', 'NULL', ''],
    [
      'ends under a condition',
      '^{ if (self.task != UIBackgroundTaskInvalid) { [[UIApplication sharedApplication] endBackgroundTask:self->_task]; } }',
      '',
    ],
    ['waits for the main queue', '^{ dispatch_sync(dispatch_get_main_queue(), ^{ [self end]; }); }', ''],
    ['calls an unknown method', '^{ [self tearDown]; }', ''],
    ['calls an unknown block', '^{ self.onExpire(); }', ''],
    ['asks a delegate', '^{ [self.delegate saverDidExpire:self]; }', ''],
    ['performs a selector', '^{ [self performSelector:@selector(end)]; }', ''],
    [
      'waits for a selector on the main thread',
      '^{ [self performSelectorOnMainThread:@selector(end) withObject:nil waitUntilDone:YES]; }',
      '',
    ],
    [
      'performs a selector of another object',
      '^{ [x performSelector:@selector(end) withObject:nil afterDelay:0]; }',
      '',
    ],
  ])('is fine when it %s', (_title, handler, before) => {
    expect(objc(handler, before)).toEqual([]);
  });

  it.each([
    ['only cancels', '^{ [self.operation cancel]; }', 'no-end ^'],
    ['only logs', '^{ NSLog(@"expired"); }', 'no-end ^'],
    ['calls a method that only cancels', '^{ [self stop]; }', 'no-end ^'],
    ['is an empty block variable', 'handler', 'no-end handler'],
    [
      'ends in dispatch_async',
      '^{ dispatch_async(dispatch_get_main_queue(), ^{ [self end]; }); }',
      'async-end end',
    ],
    [
      'ends in dispatch_after',
      '^{ dispatch_after(DISPATCH_TIME_NOW, dispatch_get_main_queue(), ^{ [self end]; }); }',
      'async-end end',
    ],
    ['ends through a method that hops', '^{ [self finish]; }', 'async-end finish'],
    [
      'performs a selector later',
      '^{ [self performSelector:@selector(end) withObject:nil afterDelay:0]; }',
      'async-end performSelector',
    ],
    [
      'performs a selector on the main thread without waiting',
      '^{ [self performSelectorOnMainThread:@selector(end) withObject:nil waitUntilDone:NO]; }',
      'async-end performSelectorOnMainThread',
    ],
    [
      'starts a timer',
      '^{ [NSTimer scheduledTimerWithTimeInterval:1 target:self selector:@selector(end) userInfo:nil repeats:NO]; }',
      'async-end scheduledTimerWithTimeInterval',
    ],
    ['performs a selector that ends nothing', '^{ [self performSelector:@selector(stop)]; }', 'no-end ^'],
    [
      'ends in an operation',
      '^{ [[NSOperationQueue mainQueue] addOperationWithBlock:^{ [self end]; }]; }',
      'async-end end',
    ],
  ])('is found when it %s', (_title, handler, expected) => {
    expect(objc(handler, 'dispatch_block_t handler = ^{ NSLog(@"x"); };')).toEqual([expected]);
  });
});

describe('the expiration handler of a scheduled task', () => {
  const launch = (handler: string): string[] =>
    found({
      'a.swift': `
import BackgroundTasks
final class Refresher {
  let logger = Logger()
  func register() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "a", using: nil) { task in
      task.expirationHandler = ${handler}
      self.refresh { task.setTaskCompleted(success: true) }
    }
  }
}`,
    });
  it.each([
    '{ }',
    '{ print("expired") }',
    '{ [weak self] in self?.logger.error("expired") }',
    '{ NSLog("x"); print("y") }',
  ])('is found when it is %s', (handler) => {
    expect(launch(handler)).toEqual(['scheduled-task-does-nothing expirationHandler']);
  });
  it.each([
    '{ task.setTaskCompleted(success: false) }',
    '{ self.stop() }',
    '{ expired = true }',
    '{ log("x") { self.stop() } }',
    'nil',
    'handler',
  ])('is fine when it is %s', (handler) => {
    expect(launch(handler)).toEqual([]);
  });
  it('is left alone on objects that are no tasks', () => {
    expect(
      found({ 'a.swift': 'func f(_ task: MyTask) { task.expirationHandler = { print("x") } }' }),
    ).toEqual([]);
  });
});
