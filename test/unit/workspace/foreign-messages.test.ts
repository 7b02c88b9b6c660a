/** Values that messages of Objective-C and functions of C hand over to another file. */
import { describe, expect, it } from 'vitest';
import { check, type Files, refused } from '../../support/handed-values';

const header = `#import <Foundation/Foundation.h>
@interface Scheduler : NSObject
+ (instancetype)shared;
- (void)scheduleTaskWithIdentifier:(NSString *)identifier after:(NSTimeInterval)delay;
@end
`;
const scheduler = `#import "Scheduler.h"
#import <BackgroundTasks/BackgroundTasks.h>
@implementation Scheduler
+ (instancetype)shared { static Scheduler *one; return one; }
- (void)scheduleTaskWithIdentifier:(NSString *)identifier after:(NSTimeInterval)delay {
  BGAppRefreshTaskRequest *request = [[BGAppRefreshTaskRequest alloc] initWithIdentifier:identifier];
  [BGTaskScheduler.sharedScheduler submitTaskRequest:request error:nil];
}
@end
`;
const base: Files = { 'App/Scheduler.h': header, 'App/Scheduler.m': scheduler };
const start = (body: string) =>
  `#import "Scheduler.h"\n@implementation Start\n- (void)run { ${body} }\n@end\n`;
const send = (id: string) => `[[Scheduler shared] scheduleTaskWithIdentifier:${id} after:1];`;

describe('an identifier that a message hands over', () => {
  it.each([
    ['is permitted', send('@"a.known"'), []],
    ['is not permitted', send('@"a.other"'), refused],
    ['is a constant', send('kOther'), refused],
    ['is not known', send('[self compute]'), []],
    ['is one of two', send('@"a.other"') + send('@"a.third"'), ["'a.other' or 'a.third'"]],
    ['is sent to what nobody knows', '[[self make] scheduleTaskWithIdentifier:@"a.other" after:1];', refused],
    [
      'is also sent by selector',
      `${send('@"a.other"')} SEL s = @selector(scheduleTaskWithIdentifier:after:);`,
      [],
    ],
    [
      'is also sent by the name of the selector',
      `${send('@"a.other"')} SEL s = NSSelectorFromString(@"scheduleTaskWithIdentifier:after:");`,
      [],
    ],
    ['has a neighbour', `${send('@"a.other"')} [x scheduleTaskWithIdentifier:[self compute]];`, refused],
    ['is sent under a condition', `\n#if DEBUG\n${send('@"a.other"')}\n#endif\n`, []],
  ])('%s', async (_name, body, expected) => {
    const keys = 'static NSString *const kUnused = @"x";\nNSString *const kOther = @"a.other";\n';
    expect(await check({ ...base, 'App/Keys.m': keys, 'App/Start.m': start(body) })).toEqual(expected);
  });

  it.each([
    ['a protocol of its own', 'Scheduler : NSObject', 'Scheduler : NSObject <Scheduling>', []],
    ['a plain protocol', 'Scheduler : NSObject', 'Scheduler : NSObject <UIApplicationDelegate>', refused],
    ['no interface', '@interface Scheduler : NSObject', '@interface Other : NSObject', []],
    ['another name for Swift', 'delay;', 'delay NS_SWIFT_NAME(go(_:after:));', []],
    ['another name for Swift on a line of its own', 'delay;', 'delay\n  NS_SWIFT_NAME(go(_:after:));', []],
    [
      'a macro that sends it',
      '@end\n',
      '@end\n#define GO(x) [[Scheduler shared] scheduleTaskWithIdentifier:x after:1]\n',
      [],
    ],
    ['another macro', '@end\n', '@end\n#define LOG(x) NSLog(x)\n', refused],
  ])('through %s', async (_name, from, to, expected) => {
    const files = { ...base, 'App/Scheduler.h': header.replace(from, to) };
    expect(await check({ ...files, 'App/Start.m': start(send('@"a.other"')) })).toEqual(expected);
  });

  it.each([
    [
      'another class that has the method',
      '@implementation Other\n- (void)scheduleTaskWithIdentifier:(NSString *)i after:(double)d {}\n@end\n',
      [],
    ],
    [
      'a protocol that asks for it',
      '@protocol Scheduling\n- (void)scheduleTaskWithIdentifier:(NSString *)i after:(double)d;\n@end\n',
      [],
    ],
    [
      'a message that cannot be parsed',
      '@implementation Other\n- (void)run { [[Scheduler shared] scheduleTaskWithIdentifier:@"x" after: ]; \n',
      [],
    ],
    [
      'a subclass that calls super',
      '@implementation Special\n- (void)run:(NSString *)i { [super scheduleTaskWithIdentifier:@"a.known" after:1]; }\n@end\n',
      refused,
    ],
  ])('beside %s', async (_name, text, expected) => {
    const files = { ...base, 'App/Other.m': text, 'App/Start.m': start(send('@"a.other"')) };
    expect(await check(files)).toEqual(expected);
  });

  it.each([
    [
      'is sent by Swift',
      'Scheduler.shared().scheduleTask(withIdentifier: "a.third", after: 1)',
      ["'a.third' or 'a.other'"],
    ],
    [
      'is sent by Swift by all of its name',
      'Scheduler.shared().scheduleTaskWithIdentifier("a.third", after: 1)',
      ["'a.third' or 'a.other'"],
    ],
    ['may be sent by Swift under a shorter name', 'Scheduler.shared().schedule("a.third", after: 1)', []],
    ['is handed on by Swift', 'let f = Scheduler.shared().scheduleTask', []],
    ['is a selector of Swift', 'let s = Selector("scheduleTaskWithIdentifier:after:")', []],
    ['has nothing to do with Swift', 'let plan = reschedule("a.third", after: 1)', refused],
  ])('%s', async (_name, body, expected) => {
    const swift = `struct Other { func run() { ${body} } }\n`;
    expect(
      await check({ ...base, 'App/Start.m': start(send('@"a.other"')), 'App/Other.swift': swift }),
    ).toEqual(expected);
  });
});

describe('an identifier that a class method hands over', () => {
  it.each([
    ['[Scheduler schedule:@"a.other"];', refused],
    ['[Scheduler schedule:@"a.known"];', []],
    ['[Scheduler schedule:@"a.other"]; [Scheduler schedule:name];', []],
  ])('%s', async (body, expected) => {
    const own = scheduler.replace(
      '- (void)scheduleTaskWithIdentifier:(NSString *)identifier after:(NSTimeInterval)delay',
      '+ (void)schedule:(NSString *)identifier',
    );
    const files = {
      'App/Scheduler.h': '@interface Scheduler : NSObject\n+ (void)schedule:(NSString *)identifier;\n@end\n',
      'App/Scheduler.m': own,
    };
    expect(await check({ ...files, 'App/Start.m': start(body) })).toEqual(expected);
  });
});

describe('an identifier that a setter takes', () => {
  it('may be assigned', async () => {
    const rename = (text: string) =>
      text.replace(
        /scheduleTaskWithIdentifier:\(NSString \*\)identifier after:\(NSTimeInterval\)delay/,
        'setTask:(NSString *)identifier',
      );
    const files = { 'App/Scheduler.h': rename(header), 'App/Scheduler.m': rename(scheduler) };
    const body = '[Scheduler.shared setTask:@"a.other"]; Scheduler.shared.task = name;';
    expect(await check({ ...files, 'App/Start.m': start(body) })).toEqual([]);
  });
});

const job = `#import "Job.h"
#import <BackgroundTasks/BackgroundTasks.h>
@implementation Job
- (instancetype)initWithIdentifier:(NSString *)identifier {
  if ((self = [super init])) {
    BGAppRefreshTaskRequest *request = [[BGAppRefreshTaskRequest alloc] initWithIdentifier:identifier];
    [BGTaskScheduler.sharedScheduler submitTaskRequest:request error:nil];
  }
  return self;
}
@end
`;
const jobHeader =
  '@interface Job : NSObject\n- (instancetype)initWithIdentifier:(NSString *)identifier;\n@end\n';

describe('an identifier that an initialiser of Objective-C is given', () => {
  it.each([
    ['is permitted', '[[Job alloc] initWithIdentifier:@"a.known"];', []],
    ['is not permitted', '[[Job alloc] initWithIdentifier:@"a.other"];', refused],
    [
      'has a neighbour of another class',
      '[[Job alloc] initWithIdentifier:@"a.other"]; [[Region alloc] initWithIdentifier:name];',
      refused,
    ],
    [
      'is given to something unknown',
      '[[Job alloc] initWithIdentifier:@"a.other"]; [[self make] initWithIdentifier:name];',
      [],
    ],
  ])('%s', async (_name, body, expected) => {
    expect(await check({ 'App/Job.h': jobHeader, 'App/Job.m': job, 'App/Start.m': start(body) })).toEqual(
      expected,
    );
  });

  const made = {
    'App/Job.h': jobHeader,
    'App/Job.m': job,
    'App/Start.m': start('[[Job alloc] initWithIdentifier:@"a.other"];'),
  };

  it.each([
    [
      'a convenient one',
      'App/More.m',
      '@implementation Job (More)\n- (instancetype)init { return [self initWithIdentifier:@"a.third"]; }\n@end\n',
      ["'a.third' or 'a.other'"],
    ],
    ['a subclass', 'App/Special.h', '@interface Special : Job\n@end\n', []],
    ['Swift that makes one', 'App/Other.swift', 'let job = Job(identifier: "a.third")\n', []],
    [
      'Swift that makes one without its type',
      'App/Other.swift',
      'func run() { add(.init(identifier: name)) }\n',
      [],
    ],
    [
      'Swift that makes something else',
      'App/Other.swift',
      'let job = Work(identifier: "a.third")\n',
      refused,
    ],
  ])('beside %s', async (_name, path, text, expected) => {
    expect(await check({ ...made, [path]: text })).toEqual(expected);
  });
});

const cFunction = `#import <BackgroundTasks/BackgroundTasks.h>
void submitTask(NSString *identifier, NSInteger count) {
  id request = [[BGAppRefreshTaskRequest alloc] initWithIdentifier:identifier];
  [BGTaskScheduler.sharedScheduler submitTaskRequest:request error:nil];
}
`;

describe('an identifier that a function of C hands over', () => {
  it.each([
    ['is permitted', 'submitTask(@"a.known", 1);', '', []],
    ['is not permitted', 'submitTask(@"a.other", 1);', '', refused],
    ['is also handed over through a pointer', 'submitTask(@"a.other", 1); run(&submitTask);', '', []],
    ['is handed over by a macro', 'submitTask(@"a.other", 1);', '#define GO(x) submitTask(x, 1)\n', []],
    [
      'belongs to one of two functions',
      'submitTask(@"a.other", 1);',
      'static void submitTask(NSString *i, NSInteger n) {}\n',
      [],
    ],
    [
      'belongs to a method too',
      'submitTask(@"a.other", 1);',
      '@implementation X\n- (void)submitTask {}\n@end\n',
      [],
    ],
  ])('%s', async (_name, body, more, expected) => {
    const files = {
      'App/Tasks.h': 'void submitTask(NSString *identifier, NSInteger count);\n',
      'App/Tasks.m': cFunction,
    };
    expect(await check({ ...files, 'App/More.m': more, 'App/Start.m': start(body) })).toEqual(expected);
  });
});
