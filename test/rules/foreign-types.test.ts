/** Values that have to be completed, and the types, helpers and names for them that other files declare. */
import { beforeAll, describe, expect, it } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { loadGrammars, runRules } from '../support/code-rules';

const rules = allRules.filter(({ meta }) => /completion|completed/.test(meta.id));

beforeAll(loadGrammars);

function findings(files: Readonly<Record<string, string>>): readonly string[] {
  return runRules(rules, files).map(({ uri, rule }) => `${uri} ${rule}`);
}

const tasks = 'import BackgroundTasks\n';
const early = '(_ work: Work) { guard work.isWanted else { return }\n work.setTaskCompleted(success: true) }';
const missing = ['Handler.swift task-not-completed'];

describe('a task that a Swift function is given', () => {
  it.each([
    [
      'by another name',
      `func handle${early.replace('Work', 'Refresh')}`,
      'typealias Refresh = BGAppRefreshTask',
      missing,
    ],
    [
      'by another name of another name',
      `func handle${early}`,
      'typealias Refresh = BGAppRefreshTask\ntypealias Work = Refresh',
      missing,
    ],
    ['as a type parameter', `func handle<T: BGTask>${early.replace('Work', 'T')}`, '', missing],
    [
      'as a type parameter of another name',
      `func handle<T>${early.replace('Work', 'T')}`.replace(' {', ' where T: Work {'),
      'typealias Work = BGProcessingTask',
      missing,
    ],
    [
      'of the app’s own type',
      `func handle${early}`,
      'class Work { var isWanted = true\n func setTaskCompleted(success: Bool) {} }',
      [],
    ],
    [
      'by a name for one of two types',
      `func handle${early}`,
      '#if os(iOS)\ntypealias Work = BGTask\n#else\ntypealias Work = Fake\n#endif',
      [],
    ],
    ['by a private name of another file', `func handle${early}`, 'private typealias Work = BGTask', []],
    ['by a name for a type with parameters', `func handle${early}`, 'typealias Work<T> = BGTask', []],
    [
      'by a name that the app has for its own type too',
      `func handle${early}`,
      'typealias Work = BGTask\nenum Jobs { class Work {} }',
      [],
    ],
  ])('%s', (_what, code, other, expected) => {
    expect(findings({ 'Handler.swift': tasks + code, 'Names.swift': tasks + other })).toEqual(expected);
  });
});

const register = (code: string) =>
  `${tasks}class Launcher { func register() { BGTaskScheduler.shared.register(forTaskWithIdentifier: "a", using: nil) { task in\n ${code}\n } } }`;

describe('a task that is handed on to another file', () => {
  const forgets = 'func run(_ task: BGTask) { if isBusy { return }\n task.setTaskCompleted(success: true) }';
  const completes = 'func run(_ task: BGTask) { task.setTaskCompleted(success: true) }';
  const ways = [
    [
      'a property of a property',
      'world.jobs.run(task)',
      'class World { let jobs = Jobs() }\nextension Launcher { var world: World { World() } }',
    ],
    ['a shared object', 'Jobs.shared.run(task)', 'extension Jobs { static let shared = Jobs() }'],
    [
      'a shared object of another type',
      'Center.shared.run(task)',
      'enum Center { static let shared = Jobs() }',
    ],
    ['a factory', 'makeJobs().run(task)', 'func makeJobs() -> Jobs { Jobs() }'],
    ['a global', 'jobs.run(task)', 'let jobs = Jobs()'],
    [
      'a protocol',
      'runner.run(task)',
      'protocol Running { func run(_ task: BGTask) }\nextension Jobs: Running {}\nextension Launcher { var runner: any Running { Jobs() } }',
    ],
    [
      'another name',
      'Work.shared.run(task)',
      'typealias Work = Jobs\nextension Jobs { static let shared = Jobs() }',
    ],
  ] as const;

  it.each(ways)('through %s', (_what, call, other) => {
    const files = (body: string) => ({
      'Launcher.swift': register(call),
      'Jobs.swift': `${tasks}final class Jobs { ${body} }`,
      'Other.swift': tasks + other,
    });
    expect(findings(files(completes))).toEqual([]);
    expect(findings(files(forgets))).toEqual(['Jobs.swift task-not-completed']);
    expect(findings(files('func run(_ task: BGTask) { print(task) }'))).toContain(
      'Launcher.swift task-not-completed',
    );
  });
});

describe('a task that is handed to a function which knows it by another name', () => {
  it.each([
    ['and completes it', 'task.setTaskCompleted(success: true)', []],
    [
      'and forgets it on a path',
      'if isBusy { return }\n task.setTaskCompleted(success: true)',
      ['Jobs.swift'],
    ],
    ['and forgets it', 'print(1)', ['Launcher.swift']],
  ])('%s', (_what, code, expected) => {
    const files = {
      'Launcher.swift': register('Jobs().run(task)'),
      'Jobs.swift': `final class Jobs { func run(_ task: Work) { ${code} } }`,
      'Names.swift': `${tasks}typealias Work = BGTask`,
    };
    const found = findings(files).map((finding) => finding.replace(/ task-not-completed$/, ''));
    expect(found.sort()).toEqual(expected);
  });
});

const fetch = (code: string) => `import UIKit
class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(_ application: UIApplication, performFetchWithCompletionHandler done: @escaping Done) {
    ${code}
  }
}`;

describe('a completion handler by another name', () => {
  const done = 'typealias Done = (UIBackgroundFetchResult) -> Void';
  it.each([
    ['forgotten on a path', 'guard isReady else { return }\n done(.newData)', '', 1],
    ['called on all paths', 'done(.newData)', '', 0],
    [
      'handed to a helper with a trailing closure',
      'Loader.load { done(.newData) }',
      'enum Loader { static func load(_ then: Then) { then() } }\ntypealias Then = () -> Void',
      0,
    ],
    [
      'handed to a helper that forgets the closure',
      'Loader.load { done(.newData) }',
      'enum Loader { static func load(_ then: Then) { if isBusy { return }\n then() } }\ntypealias Then = () -> Void',
      0,
    ],
    [
      'handed to a closure of an own type',
      'Loader.load { done(.newData) }',
      'enum Loader { static func load(_ then: Then) { print(1) } }\nstruct Then {}',
      0,
    ],
  ])('%s', (_what, code, other, count) => {
    const files = { 'App.swift': fetch(code), 'Names.swift': `import UIKit\n${done}\n${other}` };
    expect(findings(files)).toHaveLength(count);
  });
});

describe('a task that an Objective-C method is given', () => {
  const method = (type: string) => `#import "Names.h"
@implementation Handler
- (void)handle:(${type})task { if (self.busy) { return; } [task setTaskCompletedWithSuccess:YES]; }
@end`;
  const imports = '#import <BackgroundTasks/BackgroundTasks.h>\n';
  it.each([
    ['itself', 'BGTask *', '', 1],
    ['by a typedef', 'Work *', 'typedef BGProcessingTask Work;', 1],
    ['by a typedef of the pointer', 'WorkRef', 'typedef BGProcessingTask *WorkRef;', 1],
    ['by a compatibility alias', 'Work *', '@compatibility_alias Work BGProcessingTask;', 1],
    ['as a kind of the class', '__kindof BGTask *', '', 1],
    [
      'of the app’s own class',
      'Work *',
      '@interface Work : NSObject\n- (void)setTaskCompletedWithSuccess:(BOOL)ok;\n@end',
      0,
    ],
    ['by a typedef of the app’s own class', 'Job *', '@class Work;\ntypedef Work Job;', 0],
  ])('%s', (_what, type, header, count) => {
    expect(findings({ 'Handler.m': method(type), 'Names.h': imports + header })).toHaveLength(count);
  });
});
