/** The code of a new task in Swift. */
import { continuedRequest } from '../../catalog/task-scheduling';
import type { TaskNames } from './names';
import type { Code, NewTask, TaskCode } from './types';

/** `isGuarded`: the app also runs on systems without continued tasks. */
export function swiftCode(task: NewTask, names: TaskNames, isGuarded: boolean): TaskCode {
  const available = isGuarded && task.kind === 'continued' ? ['@available(iOS 26.0, *)'] : [];
  const launch = launchCode(task, names, available.length > 0);
  return {
    language: 'swift',
    launch,
    members: memberCode(task, names, available),
    registration: [
      '/// Call before application(_:didFinishLaunchingWithOptions:) returns.',
      `func ${names.register}() {`,
      ...indented(launch),
      '}',
    ],
  };
}

/** The modifier of a scene that answers a refresh task, and what it calls. */
export function swiftUiCode(
  task: NewTask,
  names: TaskNames,
): { readonly modifier: Code; readonly members: readonly Code[] } {
  return {
    modifier: [
      `.backgroundTask(.appRefresh(${quoted(task.identifier)})) {`,
      `\t${names.submit}()`,
      `\tawait ${names.perform}()`,
      '}',
    ],
    members: [
      [
        '/// Asks for the next run. Call it once from the app too, for example when it goes to the background.',
        ...submitCode(task, names),
      ],
      ['/// Stops early when it is cancelled.', `func ${names.perform}() async {`, '\t// The work', '}'],
    ],
  };
}

function launchCode(task: NewTask, names: TaskNames, isGuarded: boolean): Code {
  if (hasWildcard(task)) return [];
  const registering = registerCode(quoted(task.identifier), names);
  if (task.kind !== 'continued') return [...registering, `${names.submit}()`];
  return isGuarded ? ['if #available(iOS 26.0, *) {', ...indented(registering), '}'] : registering;
}

function registerCode(identifier: string, names: TaskNames): Code {
  return [
    `BGTaskScheduler.shared.register(forTaskWithIdentifier: ${identifier}, using: .main) { task in`,
    `\tself.${names.handle}(task)`,
    '}',
  ];
}

function memberCode(task: NewTask, names: TaskNames, available: Code): readonly Code[] {
  if (task.kind === 'continued') return continuedMembers(task, names, available);
  const next = task.kind === 'refresh' ? [`\t${names.submit}()`] : [];
  return [
    [
      `private func ${names.handle}(_ task: BGTask) {`,
      ...next,
      '\tlet work = Task {',
      `\t\tlet isDone = await ${names.perform}()`,
      '\t\ttask.setTaskCompleted(success: isDone)',
      '\t}',
      '\ttask.expirationHandler = { work.cancel() }',
      '}',
    ],
    submitCode(task, names),
    [
      '/// Answers whether the work is done. Stops early when it is cancelled.',
      `private func ${names.perform}() async -> Bool {`,
      '\t// The work',
      '\treturn !Task.isCancelled',
      '}',
    ],
  ];
}

function continuedMembers(task: NewTask, names: TaskNames, available: Code): readonly Code[] {
  return [
    [
      ...available,
      `private func ${names.handle}(_ task: BGTask) {`,
      '\tguard let task = task as? BGContinuedProcessingTask else {',
      '\t\ttask.setTaskCompleted(success: false)',
      '\t\treturn',
      '\t}',
      '\ttask.progress.totalUnitCount = 100',
      '\tlet work = Task {',
      '\t\tfor step in 1...100 where !Task.isCancelled {',
      `\t\t\tawait ${names.perform}(step: step)`,
      '\t\t\ttask.progress.completedUnitCount = Int64(step)',
      '\t\t}',
      '\t\ttask.setTaskCompleted(success: !Task.isCancelled)',
      '\t}',
      '\ttask.expirationHandler = { work.cancel() }',
      '}',
    ],
    [
      '/// Call it when somebody asks for the work, as by a button: iOS refuses tasks that begin by themselves.',
      ...available,
      ...submitCode(task, names),
    ],
    ['/// One of the hundred parts of the work.', `private func ${names.perform}(step: Int) async {`, '}'],
  ];
}

function submitCode(task: NewTask, names: TaskNames): Code {
  return [
    `func ${names.submit}() {`,
    ...indented(requestCode(task, names)),
    '\tdo {',
    '\t\ttry BGTaskScheduler.shared.submit(request)',
    '\t} catch {',
    `\t\tprint("${names.base} could not be scheduled: \\(error)")`,
    '\t}',
    '}',
  ];
}

function requestCode(task: NewTask, names: TaskNames): Code {
  const { kind, identifier } = task;
  switch (kind) {
    case 'refresh':
    case 'swiftui-refresh':
      return [
        `let request = BGAppRefreshTaskRequest(identifier: ${quoted(identifier)})`,
        'request.earliestBeginDate = Date(timeIntervalSinceNow: 60 * 60)',
      ];
    case 'processing':
      return [
        `let request = BGProcessingTaskRequest(identifier: ${quoted(identifier)})`,
        'request.requiresNetworkConnectivity = false',
        'request.requiresExternalPower = true',
      ];
    case 'continued': {
      const request = (name: string) =>
        `let request = ${continuedRequest}(identifier: ${name}, title: "${names.base}", subtitle: "About to start")`;
      if (!hasWildcard(task)) return [request(quoted(identifier))];
      const unique = `"${identifier.slice(0, -1)}\\(UUID().uuidString)"`;
      return [`let identifier = ${unique}`, ...registerCode('identifier', names), request('identifier')];
    }
  }
}

export function hasWildcard({ identifier }: NewTask): boolean {
  return identifier.endsWith('.*');
}

function quoted(identifier: string): string {
  return `"${identifier}"`;
}

function indented(code: Code): Code {
  return code.map((line) => `\t${line}`);
}
