/** Functions that begin a background task and answer its identifier: the task is their caller's to end. */
import { beforeAll, describe, expect, it } from 'vitest';
import { notEndedRule } from '../../server/src/core/rules/background-task/not-ended';
import { notResetRule } from '../../server/src/core/rules/background-task/not-reset';
import { overwrittenRule } from '../../server/src/core/rules/background-task/overwritten';
import type { Rule } from '../../server/src/core/rules/context';
import { fixed, loadGrammars, places, runRules } from '../support/code-rules';
import { markedPlaces, withoutMarks } from '../support/examples';

beforeAll(loadGrammars);

type Files = Record<string, string>;

/** Expects findings of `entry` at the marks `⟦ ⟧`, and no others. */
function check(entry: string, marked: Files, rule: Rule = notEndedRule): void {
  const expected = markedPlaces(marked).map((place) => `${place} ${entry}`);
  expect(places(runRules([rule], withoutMarks(marked)))).toEqual(expected);
}

const begin = 'UIApplication.shared.beginBackgroundTask(withName: "x") { log() }';
const plain = `func start() -> UIBackgroundTaskIdentifier { ${begin} }`;
const end = 'UIApplication.shared.endBackgroundTask(id)';
const file = (code: string): string => `import UIKit\n${code}\n`;

/** A function that calls `start`, and other declarations beside it in files of their own. */
function calling(code: string, wrapper: string, more: Files = {}): Files {
  return {
    'caller.swift': file(`func work(flag: Bool) async throws {\n${code}\n}`),
    'wrapper.swift': file(wrapper),
    ...more,
  };
}

describe('a task that a function begins for its callers', () => {
  it.each<[string, string, string]>([
    ['a free function', 'start', plain],
    ['a function with parameters', 'start', plain.replace('()', '(_ name: String = "x")')],
    ['a static method', 'Tasks.start', `enum Tasks { static ${plain} }`],
    [
      'a method of a shared object',
      'Tasks.shared.start',
      `final class Tasks { static let shared = Tasks()\n${plain} }`,
    ],
    ['a method of an object', 'Tasks().start', `final class Tasks { ${plain} }`],
    [
      'a method of the application',
      'UIApplication.shared.start',
      'extension UIApplication { func start() -> UIBackgroundTaskIdentifier { beginBackgroundTask(withName: "x") } }',
    ],
    [
      'a local',
      'start',
      `func start() -> UIBackgroundTaskIdentifier {\nlet id = ${begin}\nprint("begun \\(id)", id != .invalid)\nreturn id\n}`,
    ],
    [
      'a variable that is set later',
      'start',
      `func start() -> UIBackgroundTaskIdentifier {\nvar id = UIBackgroundTaskIdentifier.invalid\nid = ${begin}\nreturn id\n}`,
    ],
    [
      'an early return',
      'start',
      `func start() -> UIBackgroundTaskIdentifier {\nguard isOn else { return .invalid }\nreturn ${begin}\n}`,
    ],
    ['a choice', 'start', `func start() -> UIBackgroundTaskIdentifier { isOn ? ${begin} : .invalid }`],
    [
      'another such function',
      'outer',
      `func outer() -> UIBackgroundTaskIdentifier { let id = Tasks.inner(); return id }\nenum Tasks { static func inner() -> UIBackgroundTaskIdentifier { start() } }\n${plain}`,
    ],
    [
      'both ways to implement a protocol',
      'tasks.start',
      `let tasks: Starting = A()\nprotocol Starting { func start() -> UIBackgroundTaskIdentifier }\nfinal class A: Starting { ${plain} }\nfinal class B: Starting { ${plain} }`,
    ],
    [
      'an override',
      'tasks.start',
      `let tasks = A()\nclass A { ${plain} }\nclass B: A { override func start() -> UIBackgroundTaskIdentifier { let id = super.start(); return id } }`,
    ],
    [
      'code for other platforms',
      'start',
      `func start() -> UIBackgroundTaskIdentifier {\n#if os(iOS)\nreturn ${begin}\n#else\nreturn .invalid\n#endif\n}`,
    ],
  ])('is never ended: %s', (_title, callee, wrapper) => {
    const call = callee.replace(/(\w+)$/, '⟦$1⟧()');
    check('never', calling(`let id = ${call}\nprint(id)`, wrapper));
    check('result-discarded', calling(`_ = ${call}`, wrapper));
    const plainCall = call.replace(/[⟦⟧]/g, '');
    check('on-some-path', calling(`let id = ${plainCall}\nif flag { ⟦return⟧ }\n${end}`, wrapper));
    check('never', calling(`let id = ${plainCall}\ndefer { ${end} }\nif flag { return }`, wrapper));
  });

  it('is awaited', () => {
    const wrapper = `actor Tasks { func start() async throws -> UIBackgroundTaskIdentifier? {\nvar id: UIBackgroundTaskIdentifier?\nid = await ${begin}\nreturn id\n} }`;
    check('never', calling('let id = try await Tasks().⟦start⟧()\nprint(id)', wrapper));
    check(
      'on-some-path',
      calling(`let id = try await Tasks().start()\nif flag { ⟦return⟧ }\n${end}`, wrapper),
    );
    check('on-some-path', calling(`let id = try await Tasks().start()\n${end}`, wrapper));
  });

  it('is none where there is no identifier', () => {
    const wrapper = `func start() -> UIBackgroundTaskIdentifier {\nguard isOn else { return .invalid }\nreturn ${begin}\n}`;
    check('on-some-path', calling(`let id = start()\nguard id != .invalid else { return }\n${end}`, wrapper));
    check(
      'on-some-path',
      calling(
        `let id = start()\nguard id != .invalid else { return }\nguard flag else { ⟦return⟧ }\n${end}`,
        wrapper,
      ),
    );
  });

  it('is ended by another function', () => {
    const stop = `func stop(_ id: UIBackgroundTaskIdentifier) { ${end} }`;
    check('on-some-path', calling(`let id = start()\nif flag { ⟦return⟧ }\nstop(id)`, `${plain}\n${stop}`));
  });

  it('is kept in a property', () => {
    const type = (code: string): string =>
      file(
        `final class Uploader {\nvar task: UIBackgroundTaskIdentifier = .invalid\nfunc run() { task = ⟦start⟧() }\n${code}\n}`,
      );
    const wrapper = file(plain);
    check('never', { 'a.swift': type(''), 'b.swift': wrapper });
    const kept = type(`func stop() { UIApplication.shared.⟦endBackgroundTask⟧(task) }`).replace(
      '⟦start⟧',
      'start',
    );
    check('', { 'a.swift': kept, 'b.swift': wrapper }, notResetRule);
    check('never', { 'a.swift': kept.replace(/[⟦⟧]/g, ''), 'b.swift': wrapper });
    const other = file('extension Uploader { func stop() { finish(task) } }');
    check('never', { 'a.swift': type('').replace(/[⟦⟧]/g, ''), 'b.swift': wrapper, 'c.swift': other });
  });

  it('may be ended by files that nobody reads for its property', () => {
    const type = `class Base { var task: UIBackgroundTaskIdentifier = .invalid }
final class Uploader: Base { func run() { task = start() } }`;
    check('never', { 'a.swift': file(type), 'b.swift': file(plain) });
  });

  it('is lost when the callback comes again', () => {
    const wrapper = file(plain);
    const type = (code: string): Files => ({
      'a.swift': file(
        `final class Scene: NSObject, UISceneDelegate {\nvar task: UIBackgroundTaskIdentifier = .invalid\nfunc sceneDidEnterBackground(_ scene: UIScene) {\n${code}\n}\nfunc stop() { UIApplication.shared.endBackgroundTask(task) }\n}`,
      ),
      'b.swift': wrapper,
    });
    check('', type('⟦task⟧ = start()'), overwrittenRule);
    const [finding] = runRules([overwrittenRule], type('task = start()'));
    if (finding === undefined) throw new Error('nothing found');
    expect(finding.related.map(({ uri }) => uri)).toEqual(['b.swift']);
    expect(fixed(type('task = start()'), finding)['a.swift']).toContain(
      'if task != .invalid { UIApplication.shared.endBackgroundTask(task) }\ntask = start()',
    );
    check('', type('stop()\ntask = start()'), overwrittenRule);
  });

  it('is none of the functions that hand it on', () => {
    const outer = 'func outer() -> UIBackgroundTaskIdentifier { let id = start(); return id }';
    check('never', { 'a.swift': file(plain), 'b.swift': file(outer) });
    check('never', calling('let id = start()\nkeep(id)', plain));
    check('never', calling('tasks.append(start())', plain));
  });
});

describe('a task that Objective-C begins for callers', () => {
  const objcBegin =
    '[[UIApplication sharedApplication] beginBackgroundTaskWithName:@"x" expirationHandler:^{ NSLog(@"over"); }]';
  const objcEnd = '[[UIApplication sharedApplication] endBackgroundTask:task];';
  const header =
    '@interface Tasks : NSObject\n+ (UIBackgroundTaskIdentifier)startWithName:(NSString *)name;\n@end\nUIBackgroundTaskIdentifier StartTask(void);\n';
  const wrapper = (body: string): string =>
    `#import "Tasks.h"\n@implementation Tasks\n+ (UIBackgroundTaskIdentifier)startWithName:(NSString *)name {\n${body}\n}\n@end\nUIBackgroundTaskIdentifier StartTask(void) { return ${objcBegin}; }\n`;
  const caller = (code: string): string =>
    `#import "Tasks.h"\n@implementation Uploader\n- (void)work:(BOOL)flag {\n${code}\n}\n@end\n`;
  const files = (code: string, body = `return ${objcBegin};`): Files => ({
    'Tasks.h': header,
    'Tasks.m': wrapper(body),
    'Uploader.m': caller(code),
  });
  const call = '[Tasks ⟦startWithName⟧:@"x"]';
  const use = 'NSLog(@"%lu", (unsigned long)task);';

  it.each([
    ['at once', `return ${objcBegin};`],
    ['in a local', `UIBackgroundTaskIdentifier task = ${objcBegin};\nNSLog(@"%lu", task);\nreturn task;`],
    [
      'in a variable that blocks see',
      `__block UIBackgroundTaskIdentifier task = UIBackgroundTaskInvalid;\nif (name == nil) { return UIBackgroundTaskInvalid; }\ntask = ${objcBegin};\nreturn task;`,
    ],
    ['as another function does', 'return StartTask();'],
  ])('is never ended when it is answered %s', (_title, body) => {
    check('never', files(`UIBackgroundTaskIdentifier task = ${call};\n${use}`, body));
    check('result-discarded', files(`${call};`, body));
    const plainCall = call.replace(/[⟦⟧]/g, '');
    check(
      'on-some-path',
      files(`UIBackgroundTaskIdentifier task = ${plainCall};\nif (flag) { ⟦return;⟧ }\n${objcEnd}`, body),
    );
    check('never', files(`UIBackgroundTaskIdentifier task = ${plainCall};\n${objcEnd}`, body));
  });

  it.each([
    [
      'keeps it in a static variable',
      `static UIBackgroundTaskIdentifier task;\ntask = ${objcBegin};\nreturn task;`,
    ],
    ['keeps it in a property', `self.task = ${objcBegin};\nreturn self.task;`],
    [
      'stores it',
      `UIBackgroundTaskIdentifier task = ${objcBegin};\n[tasks addObject:@(task)];\nreturn task;`,
    ],
    [
      'ends it in the handler',
      `__block UIBackgroundTaskIdentifier task = UIBackgroundTaskInvalid;\ntask = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{ ${objcEnd} }];\nreturn task;`,
    ],
  ])('is left alone when the method %s', (_title, body) => {
    check('never', files(`UIBackgroundTaskIdentifier task = [Tasks startWithName:@"x"];\n${use}`, body));
    check('result-discarded', files('[Tasks startWithName:@"x"];', body));
  });

  it('is begun for callers in Swift, and the other way round', () => {
    const swift = file('func work() { let id = Tasks.⟦start⟧(withName: "x"); print(id) }');
    check('never', { 'Tasks.m': wrapper(`return ${objcBegin};`), 'a.swift': swift });
    const tasks = file(
      `@objc final class Tasks: NSObject { @objc static ${plain.replace('()', '(name: String)')} }`,
    );
    check('never', {
      'Tasks.swift': tasks,
      'Uploader.m': caller(`UIBackgroundTaskIdentifier task = ${call};\n${use}`),
    });
  });
});

describe('an identifier that somebody else may look after', () => {
  const call = 'let id = start()\nprint(id)';

  it.each<[string, string]>([
    [
      'is stored',
      `final class Tasks { static var task: UIBackgroundTaskIdentifier = .invalid\nstatic func begin() -> UIBackgroundTaskIdentifier {\ntask = ${begin}\nreturn task\n} }\nfunc start() -> UIBackgroundTaskIdentifier { Tasks.begin() }`,
    ],
    [
      'is stored beside',
      `func start() -> UIBackgroundTaskIdentifier {\nlet id = ${begin}\nTasks.task = id\nreturn id\n}`,
    ],
    [
      'is put into a collection',
      `func start() -> UIBackgroundTaskIdentifier {\nlet id = ${begin}\ntasks.append(id)\nreturn id\n}`,
    ],
    ...['append(id)', 'insert(id, at: 0)'].map((call): [string, string] => [
      `is put into a collection of a known type: ${call}`,
      `enum Tasks { static var open: [UIBackgroundTaskIdentifier] = []\nstatic func begin() -> UIBackgroundTaskIdentifier {\nlet id = ${begin}\nopen.${call}\nreturn id\n} }\nfunc start() -> UIBackgroundTaskIdentifier { Tasks.begin() }`,
    ]),
    [
      'is passed on',
      `func start() -> UIBackgroundTaskIdentifier {\nlet id = ${begin}\nwatch(id)\nreturn id\n}`,
    ],
    [
      'is ended later',
      `func start() -> UIBackgroundTaskIdentifier {\nlet id = ${begin}\nqueue.async { ${end} }\nreturn id\n}`,
    ],
    [
      'is ended in a handler',
      `func start() -> UIBackgroundTaskIdentifier {\nvar id = UIBackgroundTaskIdentifier.invalid\nid = UIApplication.shared.beginBackgroundTask { ${end}; id = .invalid }\nreturn id\n}`,
    ],
    [
      'may be ended in a handler under another name',
      'func start() -> UIBackgroundTaskIdentifier { UIApplication.shared.beginBackgroundTask { UIApplication.shared.endBackgroundTask(Tasks.latest) } }',
    ],
    [
      'is ended in a handler further away',
      `func start() -> UIBackgroundTaskIdentifier { let id = Tasks.start(); return id }\nenum Tasks { static func start() -> UIBackgroundTaskIdentifier {\nvar id = UIBackgroundTaskIdentifier.invalid\nid = UIApplication.shared.beginBackgroundTask { stop(id) }\nreturn id\n} }`,
    ],
    [
      'begins in a closure',
      `func start() -> UIBackgroundTaskIdentifier {\nvar id = UIBackgroundTaskIdentifier.invalid\nqueue.async { id = ${begin} }\nreturn id\n}`,
    ],
    ['is an old one at times', `func start() -> UIBackgroundTaskIdentifier { isOn ? ${begin} : current }`],
    [
      'is an old one on a path',
      `func start() -> UIBackgroundTaskIdentifier {\nif let current { return current }\nreturn ${begin}\n}`,
    ],
    [
      'is a parameter',
      `func start(_ id: UIBackgroundTaskIdentifier = .invalid) -> UIBackgroundTaskIdentifier { id }`,
    ],
    [
      'is begun by one of two functions',
      `${plain}\nfunc start(later: Bool = false) -> UIBackgroundTaskIdentifier { current }`,
    ],
    ['calls itself', 'func start() -> UIBackgroundTaskIdentifier { start() }'],
    ['has no known type', 'func start() -> Any { UIApplication.shared.beginBackgroundTask(withName: "x") }'],
    [
      'is begun by an unknown object',
      'func start() -> UIBackgroundTaskIdentifier { app.beginBackgroundTask(withName: "x") }',
    ],
    [
      'is in code that cannot be read',
      `func start() -> UIBackgroundTaskIdentifier {\nlet x = = 1\nreturn ${begin}\n}`,
    ],
    [
      'is begun by a function that has no body',
      '@_silgen_name("start") func start() -> UIBackgroundTaskIdentifier',
    ],
  ])('%s', (_title, wrapper) => {
    check('never', calling(call, wrapper));
    check('result-discarded', calling('_ = start()', wrapper));
  });

  it.each<[string, string, string]>([
    [
      'an override that does not begin any',
      'tasks.start',
      `let tasks = A()\nclass A { ${plain} }\nclass B: A { override func start() -> UIBackgroundTaskIdentifier { .invalid } }`,
    ],
    ['an object of an unknown type', 'tasks.start', `final class A { ${plain} }`],
    ['a closure', 'begin', `${plain}`],
    [
      'a function with other labels',
      'start',
      `func start(now: Bool) -> UIBackgroundTaskIdentifier { ${begin} }`,
    ],
  ])('is that of %s', (_title, callee, wrapper) => {
    const argument = callee === 'start' ? 'later: true' : '';
    const first = callee === 'begin' ? 'let begin = { other() }\n' : '';
    check('never', calling(`${first}let id = ${callee}(${argument})\nprint(id)`, wrapper));
  });

  it('may be what a superclass answers that was not read', () => {
    const caller = (parent: string, name: string): string =>
      file(`final class Page: ${parent} {\nfunc show() { let id = ${name}(); print(id) }\n}`);
    check('never', { 'a.swift': caller('UIViewController', '⟦start⟧'), 'b.swift': file(plain) });
    check('never', { 'a.swift': caller('BasePage', 'start'), 'b.swift': file(plain) });
    const typed = caller('BasePage', '⟦start⟧').replace('let id', 'let id: UIBackgroundTaskIdentifier');
    check('never', { 'a.swift': typed, 'b.swift': file(plain) });
  });

  it('is a local function', () => {
    check(
      'never',
      calling(`func start() -> UIBackgroundTaskIdentifier { .invalid }\nlet id = start()\nprint(id)`, plain),
    );
  });

  it('is given to a closure that the function gets', () => {
    const wrapper =
      'func start(_ expired: @escaping () -> Void) -> UIBackgroundTaskIdentifier { UIApplication.shared.beginBackgroundTask(expirationHandler: expired) }';
    check('never', calling(`var id = UIBackgroundTaskIdentifier.invalid\nid = start { ${end} }`, wrapper));
    check('never', calling('let id = ⟦start⟧ { log() }\nprint(id)', wrapper));
    check(
      'on-some-path',
      calling(
        `var id = UIBackgroundTaskIdentifier.invalid\nid = start { ${end} }\nif flag { return }\n${end}`,
        wrapper,
      ),
    );
  });

  it('may be over in work that goes on later', () => {
    const wrapper = `final class Tasks { static var isOver = false\nstatic func start() -> UIBackgroundTaskIdentifier { UIApplication.shared.beginBackgroundTask { isOver = true } } }`;
    const later = (test: string, exit: string): string =>
      `let id = Tasks.start()\nDispatchQueue.global().async {\nguard ${test} else { ${exit} }\n${end}\n}`;
    check('on-some-path', calling(later('!Tasks.isOver', 'return'), wrapper));
    check('on-some-path', calling(later('flag', '⟦return⟧'), wrapper));
  });
});

describe('the finding', () => {
  const files = calling('let id = start()\nif flag { return }\nprint(id)', plain);

  it('says where the task begins, in the other file', () => {
    const [finding] = runRules([notEndedRule], files);
    const start = files['wrapper.swift']?.indexOf('beginBackgroundTask') ?? 0;
    const range = { start, end: start + 'beginBackgroundTask'.length };
    expect(finding?.uri).toBe('caller.swift');
    expect(finding?.related).toEqual([
      { uri: 'wrapper.swift', range, message: 'The background task begins here' },
    ]);
    expect(finding?.fixes).toEqual([]);
  });

  it('has no fix for the handler of another function', () => {
    const wrapper =
      'func start(_ expired: @escaping () -> Void) -> UIBackgroundTaskIdentifier { UIApplication.shared.beginBackgroundTask(expirationHandler: expired) }';
    for (const code of ['_ = start { log() }', 'var id = start { log() }\nprint(id)']) {
      const found = runRules([notEndedRule], calling(code, wrapper));
      expect(found.map(({ fixes }) => fixes)).toEqual([[]]);
    }
  });

  it('ends the task before an exit with the shared application', () => {
    const open = calling(
      `let id = Tasks().start()\nif flag { return }\n${end}`,
      `final class Tasks { ${plain} }`,
    );
    const [finding] = runRules([notEndedRule], open);
    expect(finding?.related.map(({ uri }) => uri)).toEqual(['caller.swift', 'wrapper.swift']);
    if (finding === undefined) throw new Error('nothing found');
    expect(fixed(open, finding)['caller.swift']).toContain(`if flag { ${end}; return }`);
    expect(runRules([notEndedRule], fixed(open, finding))).toEqual([]);
  });

  it('has no fix where the application or the type of the identifier would have to be guessed', () => {
    const stop = `func stop(_ id: UIBackgroundTaskIdentifier?) { ${end} }`;
    const optional = plain.replace('Identifier {', 'Identifier? {');
    for (const wrapper of [plain, optional]) {
      const [finding] = runRules(
        [notEndedRule],
        calling('let id = start()\nif flag { return }\nstop(id)', `${wrapper}\n${stop}`),
      );
      expect(finding?.fixes).toEqual([]);
    }
    const [finding] = runRules(
      [notEndedRule],
      calling(`let id = start()\nif flag { return }\nif let id { ${end} }`, optional),
    );
    expect(finding?.fixes).toEqual([]);
  });
});
