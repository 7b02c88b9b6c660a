/** The code of a new task in Objective-C. */
import type { TaskNames } from './names';
import { hasWildcard } from './swift-code';
import type { Code, NewTask, TaskCode } from './types';

/** `isGuarded`: the app also runs on systems without continued tasks. */
export function objcCode(task: NewTask, names: TaskNames, isGuarded: boolean): TaskCode {
  const available = isGuarded && task.kind === 'continued' ? ' API_AVAILABLE(ios(26.0))' : '';
  const launch = launchCode(task, names, available !== '');
  return {
    language: 'objc',
    launch,
    members: memberCode(task, names, available),
    registration: [
      '/// Call before application:didFinishLaunchingWithOptions: returns.',
      `- (void)${names.register} {`,
      ...indented(launch),
      '}',
    ],
  };
}

function launchCode(task: NewTask, names: TaskNames, isGuarded: boolean): Code {
  if (hasWildcard(task)) return [];
  const registering = registerCode(quoted(task.identifier), names);
  if (task.kind !== 'continued') return [...registering, `[self ${names.submit}];`];
  return isGuarded ? ['if (@available(iOS 26.0, *)) {', ...indented(registering), '}'] : registering;
}

function registerCode(identifier: string, names: TaskNames): Code {
  return [
    `[[BGTaskScheduler sharedScheduler] registerForTaskWithIdentifier:${identifier} usingQueue:dispatch_get_main_queue() launchHandler:^(BGTask *task) {`,
    `\t[self ${names.handle}:task];`,
    '}];',
  ];
}

function memberCode(task: NewTask, names: TaskNames, available: string): readonly Code[] {
  if (task.kind === 'continued') return continuedMembers(task, names, available);
  const next = task.kind === 'refresh' ? [`\t[self ${names.submit}];`] : [];
  return [
    [
      `- (void)${names.handle}:(BGTask *)task {`,
      ...next,
      '\tNSBlockOperation *work = [NSBlockOperation blockOperationWithBlock:^{',
      '\t\t// The work: ends early when the operation is cancelled',
      '\t}];',
      '\ttask.expirationHandler = ^{',
      '\t\t[work cancel];',
      '\t};',
      '\twork.completionBlock = ^{',
      '\t\t[task setTaskCompletedWithSuccess:!work.isCancelled];',
      '\t};',
      '\t[[[NSOperationQueue alloc] init] addOperation:work];',
      '}',
    ],
    submitCode(task, names, ''),
  ];
}

function continuedMembers(task: NewTask, names: TaskNames, available: string): readonly Code[] {
  return [
    [
      `- (void)${names.handle}:(BGTask *)task${available} {`,
      '\tBGContinuedProcessingTask *continued = (BGContinuedProcessingTask *)task;',
      '\tcontinued.progress.totalUnitCount = 100;',
      '\tcontinued.expirationHandler = ^{',
      '\t\t[continued.progress cancel];',
      '\t};',
      '\tdispatch_async(dispatch_get_global_queue(QOS_CLASS_USER_INITIATED, 0), ^{',
      '\t\tfor (int64_t step = 1; step <= 100 && !continued.progress.isCancelled; step++) {',
      `\t\t\t[self ${names.perform}:step];`,
      '\t\t\tcontinued.progress.completedUnitCount = step;',
      '\t\t}',
      '\t\t[continued setTaskCompletedWithSuccess:!continued.progress.isCancelled];',
      '\t});',
      '}',
    ],
    [
      '/// Call it when somebody asks for the work, as by a button: iOS refuses tasks that begin by themselves.',
      ...submitCode(task, names, available),
    ],
    ['/// One of the hundred parts of the work.', `- (void)${names.perform}:(int64_t)step {`, '}'],
  ];
}

function submitCode(task: NewTask, names: TaskNames, available: string): Code {
  return [
    `- (void)${names.submit}${available} {`,
    ...indented(requestCode(task, names)),
    '\tNSError *error = nil;',
    '\tif (![[BGTaskScheduler sharedScheduler] submitTaskRequest:request error:&error]) {',
    `\t\tNSLog(@"${names.base} could not be scheduled: %@", error);`,
    '\t}',
    '}',
  ];
}

function requestCode(task: NewTask, names: TaskNames): Code {
  const { kind, identifier } = task;
  const made = (type: string, name: string, more = '') =>
    `${type} *request = [[${type} alloc] initWithIdentifier:${name}${more}];`;
  switch (kind) {
    case 'refresh':
    case 'swiftui-refresh':
      return [
        made('BGAppRefreshTaskRequest', quoted(identifier)),
        'request.earliestBeginDate = [NSDate dateWithTimeIntervalSinceNow:60 * 60];',
      ];
    case 'processing':
      return [
        made('BGProcessingTaskRequest', quoted(identifier)),
        'request.requiresNetworkConnectivity = NO;',
        'request.requiresExternalPower = YES;',
      ];
    case 'continued': {
      const titles = ` title:@"${names.base}" subtitle:@"About to start"`;
      if (!hasWildcard(task)) return [made('BGContinuedProcessingTaskRequest', quoted(identifier), titles)];
      return [
        `NSString *identifier = [@"${identifier.slice(0, -1)}" stringByAppendingString:[NSUUID UUID].UUIDString];`,
        ...registerCode('identifier', names),
        made('BGContinuedProcessingTaskRequest', 'identifier', titles),
      ];
    }
  }
}

function quoted(identifier: string): string {
  return `@"${identifier}"`;
}

function indented(code: Code): Code {
  return code.map((line) => `\t${line}`);
}
