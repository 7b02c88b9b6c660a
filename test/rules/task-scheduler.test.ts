/** Launch handlers, requests and continued tasks as apps write them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { missingHandlerRule } from '../../server/src/core/rules/background-task/missing-handler';
import { continuedAutomaticRule } from '../../server/src/core/rules/task-scheduler/continued-automatic';
import { continuedProgressRule } from '../../server/src/core/rules/task-scheduler/continued-progress';
import { lateRegistrationRule } from '../../server/src/core/rules/task-scheduler/late-registration';
import { submitForceTryRule } from '../../server/src/core/rules/task-scheduler/submit-force-try';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';

beforeAll(loadGrammars);

const rules = [
  lateRegistrationRule,
  submitForceTryRule,
  missingHandlerRule,
  continuedProgressRule,
  continuedAutomaticRule,
];

function found(text: string, path = 'a.swift'): string[] {
  return runRules(rules, { [path]: text }).map(({ rule }) => rule);
}

/** The text after the first fix of the only finding, which must be gone then. */
function repaired(text: string): string | undefined {
  const [finding] = runRules(rules, { 'a.swift': text });
  if (finding === undefined) throw new Error('Nothing found');
  if (finding.fixes.length === 0) return undefined;
  const after = fixed({ 'a.swift': text }, finding)['a.swift'] ?? '';
  expect(parseFile('a.swift', after).errors).toEqual([]);
  expect(found(after)).toEqual([]);
  return after;
}

describe('a failing submit', () => {
  const text = (body: string): string =>
    `import BackgroundTasks\nfunc schedule(_ request: BGTaskRequest) {\n    ${body}\n}\n`;

  it('is caught over several lines', () => {
    expect(repaired(text('try! BGTaskScheduler.shared.submit(request)'))).toBe(
      text(
        'do {\n        try BGTaskScheduler.shared.submit(request)\n    } catch {\n        print("Could not schedule the background task: \\(error)")\n    }',
      ),
    );
  });
  it('is caught on one line', () => {
    expect(repaired('func s(_ r: BGTaskRequest) { try! BGTaskScheduler.shared.submit(r) }')).toBe(
      'func s(_ r: BGTaskRequest) { do { try BGTaskScheduler.shared.submit(r) } catch { print("Could not schedule the background task: \\(error)") } }',
    );
  });
  it.each([
    'try? BGTaskScheduler.shared.submit(request)',
    'do { try BGTaskScheduler.shared.submit(request) } catch let error as Other { fatalError("\\(error)") } catch {}',
    'do { try other.submit(request) } catch { fatalError() }',
    'do { queue.async { try? BGTaskScheduler.shared.submit(request) } ; try open() } catch { fatalError() }',
    'do { try BGTaskScheduler.shared.submit(request) } catch { if isTest { fatalError() } }',
  ])('crashes nothing in %j', (body) => {
    expect(found(text(body))).toEqual([]);
  });
});

describe('a launch handler', () => {
  const register =
    'BGTaskScheduler.shared.register(forTaskWithIdentifier: "x", using: nil) { task in task.setTaskCompleted(success: true) }';
  const launch =
    'func application(_ a: UIApplication, didFinishLaunchingWithOptions o: [UIApplication.LaunchOptionsKey: Any]?) -> Bool';
  const type = (body: string): string =>
    `import UIKit\nclass A: UIResponder, UIApplicationDelegate {\n  ${body}\n}\n`;
  const late = 'launch-handler-registered-late';

  it('is registered at once instead of in a block', () => {
    expect(
      repaired(
        type(`${launch} {\n    DispatchQueue.main.async {\n      ${register}\n    }\n    return true\n  }`),
      ),
    ).toBe(type(`${launch} {\n    ${register}\n    return true\n  }`));
  });
  it.each([
    ['in a Task', `${launch} { Task { await warmUp(); ${register} }; return true }`],
    ['when the app becomes active', `func applicationDidBecomeActive(_ a: UIApplication) { ${register} }`],
    [
      'through a helper',
      `func sceneDidBecomeActive(_ s: UIScene) { setUp() }\n  func setUp() {\n    ${register}\n  }`,
    ],
  ])('is late %s', (_name, body) => {
    expect(found(type(body))).toEqual([late]);
  });
  it.each([
    ['in the launch method', `${launch} { ${register}; return true }`],
    ['in a block that runs at once', `${launch} { queue.sync { ${register} }; return true }`],
    ['in a helper that nobody here calls', `func setUp() { ${register} }`],
    [
      'in a helper that looks whether it has run',
      `var isDone = false\n  func sceneDidBecomeActive(_ s: UIScene) { setUp() }\n  func setUp() {\n    guard !isDone else { return }\n    ${register}\n  }`,
    ],
    [
      'in a helper that something unknown calls',
      `func sceneDidBecomeActive(_ s: UIScene) { setUp() }\n  func go(_ x: Any) { x.setUp() }\n  func setUp() {\n    ${register}\n  }`,
    ],
    [
      'beside continued tasks',
      `func viewDidLoad() { ${register.replace('task.setTask', 'run(task); task.setTask')} }\n  func run(_ task: BGContinuedProcessingTask) {}`,
    ],
  ])('is not known to be late %s', (_name, body) => {
    expect(found(type(body))).not.toContain(late);
  });
});

describe('a scheduled task', () => {
  const text = (handler: string, members = ''): string =>
    `class A {\n  func setUp() {\n    BGTaskScheduler.shared.register(forTaskWithIdentifier: "x", using: nil, launchHandler: ${handler})\n  }\n${members}\n}\n`;
  const missing = 'missing-expiration-handler';

  it.each([
    ['{ self.work(); $0.setTaskCompleted(success: true) }', ''],
    ['handle', 'func handle(_ task: BGTask) { work(); task.setTaskCompleted(success: true) }'],
    [
      '{ [weak self] task in self?.handle(task: task as! BGProcessingTask) }',
      'func handle(task: BGProcessingTask) { Task { await work(); task.setTaskCompleted(success: true) } }',
    ],
  ])('lacks an expiration handler in %s', (handler, members) => {
    expect(found(text(handler, members))).toEqual([missing]);
  });
  it.each([
    ['{ task in self.current = task; self.work() }', 'var current: BGTask?'],
    ['{ task in self.tasks.append(task); self.work() }', ''],
    ['{ task in Worker(task: task).start() }', ''],
    ['{ task in self.handle(task) }', ''],
    [
      '{ task in switch task { case let t as BGProcessingTask: t.expirationHandler = {}; default: self.work() } }',
      '',
    ],
    ['{ task in task.finishLater(); self.work() }', ''],
    ['handler', 'var handler: (BGTask) -> Void = { _ in }'],
  ])('may have one in %s', (handler, members) => {
    expect(found(text(handler, members))).not.toContain(missing);
  });
});

describe('a continued task', () => {
  const request =
    'let r = BGContinuedProcessingTaskRequest(identifier: "x", title: "a", subtitle: "b"); submit(r)';
  const launch =
    'func application(_ a: UIApplication, didFinishLaunchingWithOptions o: [UIApplication.LaunchOptionsKey: Any]?) -> Bool';
  const type = (body: string): string =>
    `import UIKit\nclass A: UIResponder, UIApplicationDelegate {\n  ${body}\n}\n`;

  it.each([
    `${launch} { Task { ${request} }; return true }`,
    `func f() { if UIApplication.shared.applicationState == .background { ${request} } }`,
    `func f() { switch scenePhase { case .background: ${request}\n default: break } }`,
    `func f() { BGTaskScheduler.shared.register(forTaskWithIdentifier: "x", using: nil) { task in task.expirationHandler = {}; ${request} } }`,
  ])('is requested by itself in %j', (body) => {
    expect(found(type(body))).toContain('continued-task-not-user-initiated');
  });
  it.each([
    `${launch} { button.addAction(UIAction { _ in ${request} }, for: .touchUpInside); return true }`,
    `func f() { if UIApplication.shared.applicationState == .active { ${request} } }`,
    `func f() { if style == .background { ${request} } }`,
    `func f() { switch scenePhase { case .background, .active: ${request}\n default: break } }`,
  ])('may be asked for in %j', (body) => {
    expect(found(type(body))).toEqual([]);
  });
});
