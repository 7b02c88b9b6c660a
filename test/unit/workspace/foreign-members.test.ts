/** Values that are members of something that other files declare, or that parameters hold. */
import { describe, expect, it } from 'vitest';
import { check, refused } from '../../support/handed-values';

const use = (value: string, members = '') => `import BackgroundTasks
final class Scheduler {
${members}  func run() { try? BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: ${value})) }
}
`;

const tasks = `enum Task: String {
  case refresh, cleanup
  var identifier: String { "a." + (self == .refresh ? rawValue : rawValue) }
  var name: String { switch self { case .refresh: return "a.known"
    case .cleanup: return "a.other" } }
}
`;

describe('an identifier in a file that names no API', () => {
  it('is a member of the object that a property holds', async () => {
    const settings = 'final class Settings { let identifier = "a.other" }\n';
    const scheduler = use('settings.identifier', '  private let settings: Settings\n');
    expect(await check({ 'App/Scheduler.swift': scheduler, 'App/Settings.swift': settings })).toEqual(
      refused,
    );
  });

  it.each([
    ['refresh', []],
    ['cleanup', refused],
  ])('is a member of the case %s', async (name, expected) => {
    expect(await check({ 'App/Scheduler.swift': use(`Task.${name}.name`), 'App/Task.swift': tasks })).toEqual(
      expected,
    );
  });
});

const register = `import BackgroundTasks
final class Scheduler {
  private func register(_ task: Task) {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: task.name, using: nil) { _ in }
  }
  func run() { CALLS }
}
`;

describe('an identifier that is a member of a parameter', () => {
  it.each([
    ['register(.refresh)', []],
    ['register(.cleanup)', refused],
    ['register(Task.cleanup)', refused],
    ['register(.refresh); register(.cleanup)', []],
    ['register(any())', []],
    ['register(.cleanup); register(any())', []],
  ])('%s', async (calls, expected) => {
    expect(await check({ 'App/Scheduler.swift': register.replace('CALLS', calls) + tasks })).toEqual(
      expected,
    );
    expect(
      await check({ 'App/Scheduler.swift': register.replace('CALLS', calls), 'App/Task.swift': tasks }),
    ).toEqual(expected);
  });

  it.each([
    ['.cleanup', refused],
    ['.refresh', []],
    ['any()', []],
  ])('and is handed over by another file: %s', async (task, expected) => {
    const open = register.replace('private ', '').replace('CALLS', '');
    const start = `func start() { Scheduler().register(${task}) }\n`;
    expect(
      await check({ 'App/Scheduler.swift': open, 'App/Task.swift': tasks, 'App/Start.swift': start }),
    ).toEqual(expected);
  });

  it.each([
    ['let task = Task.cleanup', refused],
    ['let task = Task.refresh', []],
    ['let task: Task = .cleanup', refused],
    ['var task = Task.cleanup; task = .refresh', []],
  ])('or of a local: %s', async (local, expected) => {
    const text = `import BackgroundTasks
func run() {
  ${local}
  BGTaskScheduler.shared.register(forTaskWithIdentifier: task.name, using: nil) { _ in }
}
`;
    expect(await check({ 'App/Run.swift': text, 'App/Task.swift': tasks })).toEqual(expected);
  });
});

describe('an identifier beside a closure', () => {
  const wrapper = (params: string) => `import BackgroundTasks
enum Scheduler {
  static func register(${params}) {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: id, using: nil, launchHandler: handler)
  }
}
`;
  it.each([
    ['id: String, handler: @escaping (BGTask) -> Void', '(id: "a.other") { _ in }', refused],
    ['id: String, handler: @escaping (BGTask) -> Void', '(id: "a.known") { _ in }', []],
    ['id: String, n: Int = 1, handler: @escaping (BGTask) -> Void', '(id: "a.other") { _ in }', refused],
    ['id: String = "a.other", handler: @escaping (BGTask) -> Void = { _ in }', ' { _ in }', refused],
    [
      'id: String, handler: @escaping (BGTask) -> Void, done: @escaping () -> Void',
      '(id: "a.other") { _ in }',
      [],
    ],
    [
      'id: String, handler: @escaping (BGTask) -> Void, done: @escaping () -> Void',
      '(id: "a.other") { _ in } done: { }',
      [],
    ],
  ])('of a function with %s, called with %s', async (params, args, expected) => {
    const start = `func start() { Scheduler.register${args} }\n`;
    expect(await check({ 'App/Scheduler.swift': wrapper(params), 'App/Start.swift': start })).toEqual(
      expected,
    );
  });
});
