/** What the examples of this family have in common. */
import { appPlist, stringArray } from '../example-files';
import type { RuleExample } from '../types';

export function example(
  kind: RuleExample['kind'],
  files: RuleExample['files'],
  note?: string,
  entry?: string,
): RuleExample {
  return {
    kind,
    ...(entry === undefined ? {} : { entry }),
    files,
    ...(note === undefined ? {} : { note }),
  };
}

export function modes(...values: readonly string[]): string {
  return stringArray('UIBackgroundModes', values);
}

export function identifiers(...values: readonly string[]): string {
  return stringArray('BGTaskSchedulerPermittedIdentifiers', values);
}

/** The Info.plist of an app. */
export function info(...bodies: readonly string[]): Readonly<Record<string, string>> {
  return { 'Info.plist': appPlist(bodies.join('')) };
}

/** An app delegate that registers handlers; `calls` are lines of the launch method. */
export function launching(calls: string): Readonly<Record<string, string>> {
  return {
    'AppDelegate.swift': `import BackgroundTasks
import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
    func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?
    ) -> Bool {
        ${calls.trim().replaceAll('\n', '\n        ')}
        return true
    }

    func refresh(_ task: BGTask) {
        scheduleNext()
        let work = Task {
            await Feed.load()
            task.setTaskCompleted(success: !Task.isCancelled)
        }
        task.expirationHandler = { work.cancel() }
    }
}
`,
  };
}

/** The same in Objective-C. */
export function launchingObjc(calls: string): Readonly<Record<string, string>> {
  return {
    'AppDelegate.m': `#import <BackgroundTasks/BackgroundTasks.h>
#import <UIKit/UIKit.h>

@implementation AppDelegate

- (BOOL)application:(UIApplication *)application didFinishLaunchingWithOptions:(NSDictionary *)options {
    ${calls.trim().replaceAll('\n', '\n    ')}
    return YES;
}

- (void)refresh:(BGTask *)task {
    NSOperation *work = [self loadOperation];
    task.expirationHandler = ^{ [work cancel]; };
    work.completionBlock = ^{ [task setTaskCompletedWithSuccess:!work.cancelled]; };
    [self.queue addOperation:work];
}

@end
`,
  };
}

/** A line for `launching`. */
export function registering(identifier: string): string {
  return `BGTaskScheduler.shared.register(forTaskWithIdentifier: ${identifier}, using: nil) { self.refresh($0) }`;
}

export function registeringObjc(identifier: string): string {
  return `[[BGTaskScheduler sharedScheduler] registerForTaskWithIdentifier:${identifier} usingQueue:nil launchHandler:^(BGTask *task) { [self refresh:task]; }];`;
}

/** A file that submits a request. */
export function submitting(identifier: string, request = 'BGAppRefreshTaskRequest'): string {
  return `import BackgroundTasks

func scheduleNext() {
    let request = ${request}(identifier: ${identifier})
    do {
        try BGTaskScheduler.shared.submit(request)
    } catch {
        print("Could not schedule: \\(error)")
    }
}
`;
}

export function submittingObjc(identifier: string, request = 'BGAppRefreshTaskRequest'): string {
  return `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Scheduler

- (void)scheduleNext {
    ${request} *request = [[${request} alloc] initWithIdentifier:${identifier}];
    NSError *error = nil;
    if (![[BGTaskScheduler sharedScheduler] submitTaskRequest:request error:&error]) {
        NSLog(@"Could not schedule: %@", error);
    }
}

@end
`;
}
