import type { RuleExample } from '../../types';

function swift(handler: string, members = ''): RuleExample['files'] {
  return {
    'Export.swift': `import BackgroundTasks
final class Export {
  func start(_ identifier: String) {
    BGTaskScheduler.shared.MARKregister(forTaskWithIdentifier: identifier, using: nil) { task in
${handler.trim().replace(/^/gm, '      ')}
    }
  }
  func encode(_ step: Int) {}
${members}}
`,
  };
}

function marked(files: RuleExample['files']): RuleExample['files'] {
  return mapped(files, (text) => text.replace('MARKregister', '⟦register⟧'));
}

function unmarked(files: RuleExample['files']): RuleExample['files'] {
  return mapped(files, (text) => text.replace('MARK', ''));
}

function mapped(files: RuleExample['files'], change: (text: string) => string): RuleExample['files'] {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]));
}

function objc(body: string): RuleExample['files'] {
  return {
    'Export.m': `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Export

- (void)start:(NSString *)identifier {
    [[BGTaskScheduler sharedScheduler] ${body.includes('progress') ? 'registerForTaskWithIdentifier' : '⟦registerForTaskWithIdentifier⟧'}:identifier usingQueue:nil launchHandler:^(BGTask *task) {
        [self export:(BGContinuedProcessingTask *)task];
    }];
}

- (void)export:(BGContinuedProcessingTask *)task {
${body.trim().replace(/^/gm, '    ')}
    [task setTaskCompletedWithSuccess:YES];
}

@end
`,
  };
}

const silent = `
guard let task = task as? BGContinuedProcessingTask else { return }
task.expirationHandler = { task.setTaskCompleted(success: false) }
for step in 1...10 { self.encode(step) }
task.setTaskCompleted(success: true)
`;

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: marked(swift(silent)) },
  {
    kind: 'bad',
    note: 'in a helper',
    files: marked(
      swift(
        'self.run(task as! BGContinuedProcessingTask)',
        '  func run(_ task: BGContinuedProcessingTask) { encode(1); task.setTaskCompleted(success: true) }\n',
      ),
    ),
  },
  {
    kind: 'good',
    files: unmarked(
      swift(
        silent.replace('self.encode(step) }', 'self.encode(step); task.progress.completedUnitCount += 1 }'),
      ),
    ),
  },
  {
    kind: 'near-miss',
    note: 'kept for others',
    files: unmarked(
      swift(
        'guard let task = task as? BGContinuedProcessingTask else { return }\nself.current = task\nself.encode(1)\ntask.setTaskCompleted(success: true)',
        '  var current: BGContinuedProcessingTask?\n',
      ),
    ),
  },
  {
    kind: 'near-miss',
    note: 'another kind of task',
    files: unmarked(swift(silent.replace('BGContinuedProcessingTask', 'BGProcessingTask'))),
  },
  {
    kind: 'bad',
    files: objc('task.expirationHandler = ^{ [task setTaskCompletedWithSuccess:NO]; };\n[self encode];'),
  },
  {
    kind: 'good',
    files: objc(
      'task.expirationHandler = ^{ [task setTaskCompletedWithSuccess:NO]; };\ntask.progress.totalUnitCount = 1;\n[self encode];\ntask.progress.completedUnitCount = 1;',
    ),
  },
];
