import { watchPlist } from '../../example-files';
import type { RuleExample } from '../../types';
import { example, identifiers, info, modes, submitting, submittingObjc } from '../example-parts';

const permitted = info(modes('fetch'), identifiers('com.example.app.refresh'));

const handling = (register: string, first: string) => ({
  'Refresh.swift': `import BackgroundTasks

final class Refresher {
    func start() {
        BGTaskScheduler.shared.${register}(forTaskWithIdentifier: "com.example.app.refresh", using: nil) { task in
            self.refresh(task)
        }
    }

    func refresh(_ task: BGTask) {
        ${first}let work = Task {
            await load()
            task.setTaskCompleted(success: !Task.isCancelled)
        }
        task.expirationHandler = { work.cancel() }
    }

    func load() async {}
}
`,
});

const handlingObjc = (register: string, first: string) => ({
  'Refresh.m': `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Refresher

- (void)start {
    [[BGTaskScheduler sharedScheduler] ${register}:@"com.example.app.refresh" usingQueue:nil launchHandler:^(BGTask *task) {
        [self refresh:task];
    }];
}

- (void)refresh:(BGTask *)task {
    ${first}[self load];
    [task setTaskCompletedWithSuccess:YES];
}

- (void)load {
}

@end
`,
});

const scene = (modifier: string, work: string) => ({
  'App.swift': `import SwiftUI

@main struct ExampleApp: App {
    var body: some Scene {
        WindowGroup { RootView() }
            .${modifier}(.appRefresh("com.example.app.refresh")) { ${work} }
    }

    func run() async {}
}
`,
});

const request = { 'Scheduling.swift': submitting('"com.example.app.refresh"') };

export const examples: readonly RuleExample[] = [
  example('bad', { ...handling('⟦register⟧', ''), ...request, ...permitted }, undefined, 'not-rescheduled'),
  example(
    'bad',
    {
      ...handlingObjc('⟦registerForTaskWithIdentifier⟧', ''),
      'Scheduler.m': submittingObjc('@"com.example.app.refresh"'),
    },
    undefined,
    'not-rescheduled',
  ),
  example(
    'bad',
    { ...scene('⟦backgroundTask⟧', 'await run()'), ...request },
    'Scheduled once, by somebody else',
    'not-rescheduled',
  ),
  example(
    'good',
    { ...handling('register', 'scheduleNext()\n        '), ...request, ...permitted },
    undefined,
    'not-rescheduled',
  ),
  example(
    'good',
    {
      ...handlingObjc('registerForTaskWithIdentifier', '[[Scheduler new] scheduleNext];\n    '),
      'Scheduler.m': submittingObjc('@"com.example.app.refresh"'),
    },
    undefined,
    'not-rescheduled',
  ),
  example('good', { ...scene('backgroundTask', 'scheduleNext()'), ...request }, undefined, 'not-rescheduled'),
  example(
    'near-miss',
    { ...handling('register', 'delegate.taskWillRun()\n        '), ...request, ...permitted },
    'Nobody knows what the delegate does',
    'not-rescheduled',
  ),
  example(
    'near-miss',
    {
      ...handling('register', ''),
      'Scheduling.swift': submitting('"com.example.app.refresh"', 'BGProcessingTaskRequest'),
    },
    'A processing task may be meant to run once',
    'not-rescheduled',
  ),
  example('bad', { ...scene('⟦backgroundTask⟧', 'await run()'), ...permitted }, undefined, 'never-submitted'),
  example(
    'good',
    { ...scene('backgroundTask', 'scheduleNext()'), ...request, ...permitted },
    undefined,
    'never-submitted',
  ),
  example(
    'near-miss',
    { ...scene('backgroundTask', 'await run()'), 'Info.plist': watchPlist('') },
    'A watch app is scheduled by its extension delegate',
    'never-submitted',
  ),
  example(
    'near-miss',
    {
      ...scene('backgroundTask', 'scheduleNext()'),
      'Scheduling.swift': submitting('"com.example.app.refresh"').replace(
        'request = BGAppRefreshTaskRequest(',
        'request: BGAppRefreshTaskRequest = .init(',
      ),
      ...permitted,
    },
    'The class of the request is written at the variable',
    'never-submitted',
  ),
  example(
    'near-miss',
    {
      ...scene('backgroundTask', 'await run()'),
      'Scheduling.swift': submitting('settings.identifier'),
      ...permitted,
    },
    'Nobody knows the identifier of the request',
    'never-submitted',
  ),
];
