/** Tasks that are never ended, or not on every path, as real apps begin them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { notEndedRule } from '../../server/src/core/rules/background-task/not-ended';
import { loadGrammars, places, runRules } from '../support/code-rules';
import { markedPlaces, withoutMarks } from '../support/examples';

beforeAll(loadGrammars);

/** Expects findings of `entry` at the marks `⟦ ⟧`, and no others. */
function check(entry: string, marked: Record<string, string>): void {
  const expected = markedPlaces(marked).map((place) => `${place} ${entry}`);
  expect(places(runRules([notEndedRule], withoutMarks(marked)))).toEqual(expected);
}

const end = 'UIApplication.shared.endBackgroundTask(id)';
const begin = 'UIApplication.shared.beginBackgroundTask(withName: "x") { }';

/** The body of a Swift function that may throw. */
function body(code: string): void {
  const text = `import UIKit\nfunc work(_ data: Data?, flag: Bool, done: @escaping () -> Void) throws {\n${code}\n}\n`;
  check('on-some-path', { 'a.swift': text });
}

describe('a local task', () => {
  it.each([
    ['an early return', `let id = ${begin}\nif flag { ⟦return⟧ }\n${end}`],
    ['a guard', `let id = ${begin}\nguard let data else {\n  log()\n  ⟦return⟧\n}\nuse(data)\n${end}`],
    ['a throw', `let id = ${begin}\nif flag { ⟦throw⟧ Failure.x }\n${end}`],
    ['a failing try', `let id = ${begin}\nlet x = ⟦try⟧ load()\nuse(x)\n${end}`],
    ['a failing awaited try', `let id = ${begin}\n_ = ⟦try⟧ await load()\n${end}`],
    ['a return in a switch', `let id = ${begin}\nswitch flag {\ncase true: ${end}\ncase false: ⟦return⟧\n}`],
    ['a return in a loop', `let id = ${begin}\nfor x in data! { if x == 0 { ⟦return⟧ } }\n${end}`],
    ['a return in a catch', `let id = ${begin}\ndo { try load() } catch { ⟦return⟧ }\n${end}`],
    ['a rethrown error', `let id = ${begin}\ndo { try load() } catch { ⟦throw⟧ error }\n${end}`],
    [
      'a return before a closure that ends it',
      `let id = ${begin}\nguard flag else { ⟦return⟧ }\nupload { ${end} }`,
    ],
    ['a return before it is passed on', `let id = ${begin}\nguard flag else { ⟦return⟧ }\nupload(id)`],
    [
      'a return in a closure',
      `queue.async {\n  let id = ${begin}\n  guard flag else { ⟦return⟧ }\n  ${end}\n}`,
    ],
    ['a return in another do', `let id = ${begin}\ndo { guard flag else { ⟦return⟧ } }\n${end}`],
    ['an end that only one branch has', `let id = ${begin}\nif flag { ${end} } else { ⟦return⟧ }\nlog()`],
    ['#available', `let id = ${begin}\nif #available(iOS 17, *) { ⟦return⟧ }\n${end}`],
  ])('is open after %s', (_title, code) => {
    body(code);
  });

  it.each([
    ['is ended at the end', `let id = ${begin}\nlog()\n${end}`],
    ['has a defer', `let id = ${begin}\ndefer { ${end} }\nguard let data else { return }\ntry use(data)`],
    [
      'has a defer in front',
      `var id = UIBackgroundTaskIdentifier.invalid\ndefer { ${end} }\nid = ${begin}\nif flag { return }`,
    ],
    ['is begun after the guard', `guard let data else { return }\nlet id = ${begin}\nuse(data)\n${end}`],
    ['is ended before every return', `let id = ${begin}\nif flag { ${end}; return }\n${end}`],
    ['has try? and try!', `let id = ${begin}\ntry? load()\ntry! load()\n${end}`],
    ['catches every error', `let id = ${begin}\ndo { try load() } catch { print(error) }\n${end}`],
    ['ends in the catch', `let id = ${begin}\ndo { try load() } catch { ${end}; throw error }\n${end}`],
    ['is invalid on that path', `let id = ${begin}\nguard id != .invalid else { return }\nlog()\n${end}`],
    ['is invalid, asked the other way', `let id = ${begin}\nif id == .invalid { return }\n${end}`],
    [
      'is invalid in a longer condition',
      `let id = ${begin}\nif id == .invalid || .invalid == id { return }\n${end}`,
    ],
    [
      'depends on the same flag twice',
      `var id = UIBackgroundTaskIdentifier.invalid\nif flag { id = ${begin} }\nlog()\nif !flag { return }\n${end}`,
    ],
    [
      'depends on the same flag twice, negated',
      `var id: UIBackgroundTaskIdentifier?\nif flag { id = ${begin} }\nif flag == false { return }\nif flag { UIApplication.shared.endBackgroundTask(id!) }`,
    ],
    [
      'is optional',
      `var id: UIBackgroundTaskIdentifier?\nid = ${begin}\nguard let id else { return }\n${end}`,
    ],
    [
      'crashes instead',
      `let id = ${begin}\nguard let data else { fatalError("no data") }\nuse(data)\n${end}`,
    ],
    [
      'is captured by a closure that ends it',
      `let id = ${begin}\nupload { ${end} }\nif flag { return }\nlog()`,
    ],
    [
      'is ended by a local function',
      `let id = ${begin}\nfunc finish() { ${end} }\nif flag { finish(); return }\nfinish()`,
    ],
    [
      'is ended by a closure',
      `let id = ${begin}\nlet finish = { ${end} }\nif flag { finish(); return }\nfinish()`,
    ],
    [
      'hands its closure on',
      `let id = ${begin}\nlet finish = { ${end} }\nupload(finish)\nif flag { return }`,
    ],
    ['is stored', `let id = ${begin}\nself.id = id\nif flag { return }`],
    [
      'is returned',
      `func inner() -> UIBackgroundTaskIdentifier { let id = ${begin}\nif flag { return id }\n${end}\nreturn .invalid }\n_ = inner()`,
    ],
    ['is passed to a function that may throw', `let id = ${begin}\ntry upload(id)\nif flag { return }`],
    ['is ended in a Task', `let id = ${begin}\nTask { await load(); ${end} }\nif flag { return }`],
    [
      'ends with #if',
      `#if os(iOS)\nlet id = ${begin}\n#endif\nif flag {\n#if os(iOS)\n${end}\n#endif\nreturn\n}\n#if os(iOS)\n${end}\n#endif`,
    ],
    ['returns on another platform only', `let id = ${begin}\n#if os(watchOS)\nreturn\n#endif\n${end}`],
    [
      'breaks out of a loop',
      `let id = ${begin}\nouter: for _ in data! { while true { if flag { break outer } } }\n${end}`,
    ],
    [
      'only ends when its time is up',
      `var id = UIBackgroundTaskIdentifier.invalid\nid = UIApplication.shared.beginBackgroundTask { ${end} }\nif flag { return }\nlog()`,
    ],
    ['returns from a closure', `let id = ${begin}\ndata?.forEach { if $0 == 0 { return } }\n${end}`],
    ['returns before it begins', `if flag { return }\nlet id = ${begin}\n${end}`],
  ])('is fine when it %s', (_title, code) => {
    body(code);
  });

  it('is never ended', () => {
    check('never', {
      'a.swift': `import UIKit\nfunc f() {\n  let id = UIApplication.shared.⟦beginBackgroundTask⟧(withName: "x") { print("x") }\n  print(id)\n}\n`,
    });
    check('never', {
      'a.swift': `import UIKit\nfunc f() {\n  let app = UIApplication.shared\n  var id: UIBackgroundTaskIdentifier = .invalid\n  id = app.⟦beginBackgroundTask⟧ { id = .invalid }\n  if id != .invalid { work() }\n}\n`,
    });
  });

  it('is left alone when its code cannot be parsed', () => {
    check('never', {
      'a.swift': `import UIKit\nfunc f() {\n  let id = ${begin}\n  if {{{ endBackground\n}\n`,
    });
  });
});

describe('a local task that a closure ends', () => {
  const handled = (code: string) =>
    `UIApplication.shared.beginBackgroundTask(withName: "x") {\n  ${code}\n  ${end}\n}`;
  const start = 'var id = UIBackgroundTaskIdentifier.invalid\nid';

  it.each([
    ['on a queue', `let id = ${begin}\nqueue.async {\n  guard flag else { ⟦return⟧ }\n  ${end}\n}`],
    ['at once', `let id = ${begin}\nDispatchQueue.main.sync {\n  if flag { ⟦return⟧ }\n  ${end}\n}`],
    [
      'on a queue in a queue',
      `let id = ${begin}\nqueue.async {\n  log()\n  DispatchQueue.main.async {\n    if flag { ⟦return⟧ }\n    ${end}\n  }\n}`,
    ],
    [
      'on a queue before another one',
      `let id = ${begin}\nqueue.async {\n  if flag { ⟦return⟧ }\n  DispatchQueue.main.async { ${end} }\n}`,
    ],
    [
      'when something is done',
      `let id = ${begin}\nsession.dataTask(with: url) { data, _, error in\n  guard let data, error == nil else { ⟦return⟧ }\n  use(data)\n  ${end}\n}.resume()`,
    ],
    ['in a task', `let id = ${begin}\nTask {\n  ⟦try⟧ await load()\n  ${end}\n}`],
    [
      'in one branch, while the other one does so itself',
      `let id = ${begin}\nif flag {\n  queue.async {\n    guard let data else { ⟦return⟧ }\n    ${end}\n  }\n} else {\n  ${end}\n}`,
    ],
    [
      'although time may be up',
      `${start} = ${handled('self.isStopped = true')}\nqueue.async {\n  guard let data else { ⟦return⟧ }\n  ${end}\n}`,
    ],
  ])('is open after a return from it: %s', (_title, code) => {
    body(code);
  });

  it.each([
    ['the closure may run many times', `let id = ${begin}\ndata?.forEach { if $0 == 0 { return }; ${end} }`],
    ['nobody knows when it runs', `let id = ${begin}\nupload { if flag { return }; ${end} }`],
    [
      'another one ends it, too',
      `let id = ${begin}\nqueue.async { if flag { return }; ${end} }\nqueue.async { ${end} }`,
    ],
    [
      'the object is gone',
      `let id = ${begin}\nqueue.async { [weak self] in guard let self else { return }; ${end} }`,
    ],
    ['it was cancelled', `let id = ${begin}\nqueue.async { if work.isCancelled { return }; ${end} }`],
    ['there is none', `let id = ${begin}\nqueue.async { if id == .invalid { return }; ${end} }`],
    [
      'time was up before',
      `${start} = ${handled('self.isStopped = true')}\nqueue.async { if self.isStopped { return }; ${end} }`,
    ],
    [
      'time may have been up before',
      `${start} = ${handled('self.stop()')}\nqueue.async { if self.isStopped { return }; ${end} }`,
    ],
    [
      'a local says that time was up',
      `var isOver = false\n${start} = ${handled('isOver = true')}\nqueue.async { if isOver { return }; ${end} }`,
    ],
    [
      'the handler is written elsewhere',
      `let id = UIApplication.shared.beginBackgroundTask(withName: "x", expirationHandler: handler)\nqueue.async { if flag { return }; ${end} }`,
    ],
  ])('is fine when %s', (_title, code) => {
    body(code);
  });

  it('is the same in Objective-C', () => {
    const text = (before: string) => `#import <UIKit/UIKit.h>
@implementation Saver
- (void)save {
    __block UIBackgroundTaskIdentifier task = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{
        [[UIApplication sharedApplication] endBackgroundTask:task];
        task = UIBackgroundTaskInvalid;
    }];
    __weak typeof(self) weakSelf = self;
    dispatch_after(dispatch_time(DISPATCH_TIME_NOW, NSEC_PER_SEC), dispatch_get_main_queue(), ^{
        __strong typeof(weakSelf) strongSelf = weakSelf;
        if (!strongSelf) return;
        ${before}
        [[UIApplication sharedApplication] endBackgroundTask:task];
    });
}
@end
`;
    check('on-some-path', { 'a.m': text('if (![strongSelf write]) { ⟦return;⟧ }') });
    check('on-some-path', { 'a.m': text('[strongSelf write];') });
  });
});

describe('a thrown away identifier', () => {
  it.each([
    ['a bare call', 'app.⟦beginBackgroundTask⟧(withName: "x") { print("x") }\nlog()'],
    ['an assignment to _', '_ = app.⟦beginBackgroundTask⟧ { }\nlog()'],
    ['let _', 'let _ = app.⟦beginBackgroundTask⟧(withName: "x")\nlog()'],
    ['an awaited call', 'await app.⟦beginBackgroundTask⟧(expirationHandler: nil)\nlog()'],
  ])('is found in %s', (_title, code) => {
    check('result-discarded', {
      'a.swift': `import UIKit\nfunc f(_ app: UIApplication) async {\n${code}\n}\n`,
    });
  });

  it('is found in Objective-C with a cast to void', () => {
    check('result-discarded', {
      'a.m':
        '#import <UIKit/UIKit.h>\nvoid f(void) {\n  (void)[[UIApplication sharedApplication] ⟦beginBackgroundTaskWithExpirationHandler⟧:nil];\n}\n',
    });
  });

  it.each([
    ['a value', 'let ids = [app.beginBackgroundTask()]\nuse(ids)'],
    ['an argument', 'use(app.beginBackgroundTask())'],
    ['a dictionary entry', 'ids["a"] = app.beginBackgroundTask()'],
    ['another object', 'box.id = app.beginBackgroundTask()'],
    ['another class', 'other.beginBackgroundTask()\nOther.shared.beginBackgroundTask()'],
    ['an own method', 'beginBackgroundTask()\nself.beginBackgroundTask()'],
  ])('is not %s', (_title, code) => {
    check('result-discarded', {
      'a.swift': `import UIKit\nfinal class C {\nvar ids: [String: UIBackgroundTaskIdentifier] = [:]\nlet other: Other\nfunc f(_ app: UIApplication) {\n${code}\n}\n}\n`,
    });
  });
});

describe('a task kept in a property', () => {
  const type = (members: string, head = 'final class C'): string =>
    `import UIKit\n${head} {\n  var task: UIBackgroundTaskIdentifier = .invalid\n  func start() { task = UIApplication.shared.${members}\n}\n`;
  const leaking = type('⟦beginBackgroundTask⟧(withName: "x") { print("x") } }');
  const silent = type('beginBackgroundTask(withName: "x") { print("x") } }');

  it('is never ended, in any file', () => {
    check('never', {
      'a.swift': leaking,
      'b.swift': 'import UIKit\nextension C { func other() { print(task) } }',
    });
    check('never', {
      'a.swift': leaking,
      'b.swift':
        'import UIKit\nfinal class D { var task = UIBackgroundTaskIdentifier.invalid\n func end() { UIApplication.shared.endBackgroundTask(task) } }',
    });
  });

  it.each([
    ['an extension', 'extension C { func stop() { UIApplication.shared.endBackgroundTask(task) } }'],
    [
      'another class',
      'final class D { let c = C()\n func stop() { UIApplication.shared.endBackgroundTask(c.task) } }',
    ],
    ['a subclass', 'class Sub: C { func stop() { UIApplication.shared.endBackgroundTask(task) } }'],
    ['a helper it is passed to', 'extension C { func stop() { Helper.end(task) } }'],
    [
      'a getter',
      'extension C { var stopped: Bool { UIApplication.shared.endBackgroundTask(task); return true } }',
    ],
    [
      'a copy',
      'extension C { func stop() { let old = task\n task = .invalid\n UIApplication.shared.endBackgroundTask(old) } }',
    ],
    [
      'an optional copy',
      'extension C { func stop() { if let id = self.task as UIBackgroundTaskIdentifier? { UIApplication.shared.endBackgroundTask(id) } } }',
    ],
    ['a file that cannot be parsed', 'extension C { func stop( { UIApplication. } }}}'],
  ])('is ended by %s', (_title, text) => {
    check('never', { 'a.swift': silent, 'b.swift': `import UIKit\n${text}\n` });
  });

  it('is ended by a closure kept in a property, or by the code of a view', () => {
    check('never', {
      'a.swift': type(
        'beginBackgroundTask() }\n  lazy var stop: () -> Void = { [weak self] in UIApplication.shared.endBackgroundTask(self!.task) }',
      ),
    });
    check('never', {
      'a.swift': type(
        'beginBackgroundTask() }\n  var body: some View { Text("x").onAppear { UIApplication.shared.endBackgroundTask(task) } }',
      ),
    });
  });

  it('may belong to an unknown superclass', () => {
    const text =
      'import UIKit\nfinal class C: Base {\n func start() { task = UIApplication.shared.beginBackgroundTask { } }\n}\n';
    check('never', { 'a.swift': text });
    check('never', { 'a.swift': text.replace('Base', 'NSObject').replace('beginB', '⟦beginB⟧') });
  });

  it('is an instance variable in Objective-C', () => {
    const file = (word: string, rest: string): Record<string, string> => ({
      'a.m': `#import <UIKit/UIKit.h>\n@interface C () { UIBackgroundTaskIdentifier _task; }\n@end\n@implementation C\n- (void)start {\n  _task = [[UIApplication sharedApplication] ${word}:^{ NSLog(@"x"); }];\n}\n${rest}\n@end\n`,
    });
    check('never', file('⟦beginBackgroundTaskWithExpirationHandler⟧', ''));
    check(
      'never',
      file(
        'beginBackgroundTaskWithExpirationHandler',
        '- (void)stop { [[UIApplication sharedApplication] endBackgroundTask:self->_task]; }',
      ),
    );
    check(
      'never',
      file(
        'beginBackgroundTaskWithExpirationHandler',
        '- (void)stop { [[UIApplication sharedApplication] endBackgroundTask:self.task]; }',
      ),
    );
  });
});

it('an identifier that has another type on another platform may be ended by whoever gets it', () => {
  const property = (first: string, second: string): string =>
    `  #if !os(macOS)\n  private var id: ${first}?\n  #else\n  private var id: ${second}?\n  #endif`;
  const keeper = (declared: string): string => `import UIKit
final class Keeper {
  var maker: Maker = makeMaker()
${declared}
  func begin() {
    id = UIApplication.shared.beginBackgroundTask(withName: "keep") { [weak self] in
      if let id = self?.id { self?.maker.finish(id) }
    }
  }
}
`;
  const orders = [
    ['UIBackgroundTaskIdentifier', 'Int'],
    ['Int', 'UIBackgroundTaskIdentifier'],
  ] as const;
  for (const [first, second] of orders) check('never', { 'Keeper.swift': keeper(property(first, second)) });
});

describe('an identifier that is put away', () => {
  it.each([
    ['append', 'var ids: [UIBackgroundTaskIdentifier] = []', 'ids.append(id)'],
    ['insert', 'var ids: [UIBackgroundTaskIdentifier] = []', 'ids.insert(id, at: 0)'],
    ['add', 'let ids = NSMutableArray()', 'ids.addObject(id)'],
    ['set', 'let ids = NSMutableDictionary()', 'ids.setObject(id, forKey: key)'],
  ])('may be ended by whoever takes it out again: %s', (_name, property, code) => {
    const text = `import UIKit\nfinal class Pool {\n${property}\nfunc run() {\nlet id = ${begin}\n${code}\n}\n}\n`;
    check('never', { 'a.swift': text });
  });

  it('is never ended when it is only looked for', () => {
    const code = 'ids.removeAll { $0 == id }\nprint(id)';
    const text = `import UIKit\nfinal class Pool {\nvar ids: [UIBackgroundTaskIdentifier] = []\nfunc run() {\nlet id = UIApplication.shared.⟦beginBackgroundTask⟧(withName: "x") { }\n${code}\n}\n}\n`;
    check('never', { 'a.swift': text });
  });
});
