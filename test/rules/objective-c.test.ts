/** What must happen, in the forms that only Objective-C has. */
import { beforeAll, describe, expect, test } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';
import { objcPush, objcTask } from '../support/duty-programs';
import { markedPlaces, withoutMarks } from '../support/examples';

const ids = new Set([
  'background-task-not-ended',
  'expiration-handler-does-not-end-task',
  'task-not-completed',
  'fetch-completion-not-called',
  'call-action-not-completed',
  'observer-completion-not-called',
]);
const rules = allRules.filter(({ meta }) => ids.has(meta.id));

beforeAll(loadGrammars);

/** Findings are at the marks, and nowhere else. */
function check(marked: string | Readonly<Record<string, string>>): void {
  const all = typeof marked === 'string' ? { 'Saver.m': marked } : marked;
  const files = withoutMarks(all);
  for (const [name, source] of Object.entries(files)) expect(parseFile(name, source).errors).toEqual([]);
  const found = runRules(rules, files).map(({ uri, range }) => `${uri}:${range.start}`);
  expect(found.toSorted()).toEqual(markedPlaces(all).toSorted());
}

const app = '[UIApplication sharedApplication]';
const begin = `${app} beginBackgroundTaskWithName:@"save" expirationHandler`;

/** A class with a property for the identifier. */
function saver(members: string, before = '', declared = ''): string {
  return `#import <UIKit/UIKit.h>
${before}
@interface Saver : NSObject
@property (nonatomic) UIBackgroundTaskIdentifier task;
@property (nonatomic, copy) NSString *name;
${declared}@end
@implementation Saver
${members}
@end
`;
}

describe('macros', () => {
  const finishMacro = '#define FINISH() do { finish(UIBackgroundFetchResultNewData); } while (0)\n';
  const push = (body: string) =>
    `    if (!userInfo.count) {\n        ${body}\n        return;\n    }\n    FINISH();`;

  test.each([
    ['that complete', finishMacro + objcPush(push('FINISH();'))],
    [
      'that complete and leave',
      `#define BAIL(c) if (c) { [task setTaskCompletedWithSuccess:NO]; return; }\n${objcTask('    BAIL(!self.name);\n    [task setTaskCompletedWithSuccess:YES];')}`,
    ],
    [
      'of another file that may complete',
      objcPush(
        '    if (!userInfo.count) {\n        FINISH_AND_LOG();\n        return;\n    }\n    finish(UIBackgroundFetchResultNewData);',
      ),
    ],
    [
      'without parentheses',
      saver(
        `- (void)save {
    __block UIBackgroundTaskIdentifier task = [${begin}:^{ END; }];
    if (!self.name) { END; return; }
    [${app} endBackgroundTask:task];
}`,
        `#define END [${app} endBackgroundTask:task]; task = UIBackgroundTaskInvalid`,
      ),
    ],
    [
      'that end the task of a property',
      saver(
        `- (void)save {
    self.task = [${begin}:^{ END_TASK(); }];
}`,
        `#define END_TASK() [${app} endBackgroundTask:self.task]`,
      ),
    ],
  ])('%s are no mistake', (_title, text) => check(text));

  test.each([
    ['with the object', 'END_TASK(self)', `#define END_TASK(x) [${app} endBackgroundTask:x.task]\n`],
    ['with the identifier', 'END_TASK(self.task)', `#define END_TASK(x) [${app} endBackgroundTask:x]\n`],
    ['with nothing', 'END_TASK', `#define END_TASK [${app} endBackgroundTask:_task]; _task = 0\n`],
  ])('of a header may end the task, %s', (_title, use, header) => {
    check({ 'Macros.h': header, 'Saver.m': saver(`- (void)save { self.task = [${begin}:^{ ${use}; }]; }`) });
  });

  test('of a header may end a local task', () => {
    check(
      saver(
        `- (void)save { UIBackgroundTaskIdentifier task = [${begin}:^{ END_TASK; }]; [self log]; END_TASK; }`,
      ),
    );
  });

  test('that only log or check change nothing', () => {
    const before = '#define SAY(x) NSLog(@"%@", x)\n';
    check(
      before +
        objcPush(`    SAY(userInfo);
    LOG_INFO(@"push");
    ASSERT_MAIN_THREAD();
    if (!userInfo.count) {
        SAY(@"empty");
        ⟦return;
    }
    finish(UIBackgroundFetchResultNewData);`),
    );
  });

  test('that end another task are no end of this one', () => {
    check(
      saver(
        `- (void)save {
    self.task = [${app} ⟦beginBackgroundTaskWithName:@"save" expirationHandler:^{ [self log]; }];
}
- (void)log {}`,
        `#define END_OTHER(x) [${app} endBackgroundTask:x.other]`,
      ),
    );
  });
});

describe('an instance variable', () => {
  const members = (variable: string) => `@synthesize task = ${variable}, name = _name;
- (void)save { self.task = [${begin}:^{ [self stop]; }]; }
- (void)stop {
    [${app} endBackgroundTask:${variable}];
    self->${variable} = UIBackgroundTaskInvalid;
}`;

  test.each(['savingTask', 'task_', 'm_task', '_task'])('%s may back the property', (variable) => {
    check(saver(members(variable)));
  });

  test('that backs another property is another one', () => {
    const text = saver(
      `@synthesize other = task_;
- (void)save { self.task = [${app} ⟦beginBackgroundTaskWithName:@"save" expirationHandler:^{ [self stop]; }]; }
- (void)stop { [${app} endBackgroundTask:task_]; }`,
      '',
      '@property (nonatomic) UIBackgroundTaskIdentifier other;\n',
    );
    check(text);
  });
});

describe('a copy of a handler', () => {
  const body = (copied: string) => `    void (^done)(UIBackgroundFetchResult) = ${copied};
    if (!userInfo.count) { ⟦return; }
    done(UIBackgroundFetchResultNewData);`;

  test.each(['[finish copy]', '[[finish copy] autorelease]', 'Block_copy(finish)', '(id)[finish retain]'])(
    '%s is the handler',
    (copied) => check(objcPush(body(copied))),
  );

  test('that is kept may be called later', () => {
    check(
      objcPush('    self.finish = [finish copy];\n    if (!userInfo.count) { return; }\n    [self load];'),
    );
  });
});

describe('a switch without default', () => {
  const body = (first: string, second: string) => `    switch (application.applicationState) {
        case ${first}:
            finish(UIBackgroundFetchResultNoData);
            break;
        case ${second}:
            finish(UIBackgroundFetchResultNewData);
            break;
    }`;

  test('may name all that there is', () => {
    check(objcPush(body('UIApplicationStateActive', 'UIApplicationStateBackground')));
  });

  test('cannot have all numbers', () => {
    check(objcPush(body('0', '1').replace('switch', '⟦switch')));
  });

  test('leaves a value open in one of its cases', () => {
    check(
      objcPush(`    switch (application.applicationState) {
        case UIApplicationStateActive:
            finish(UIBackgroundFetchResultNoData);
            break;
        ⟦case UIApplicationStateBackground:
            break;
    }`),
    );
  });
});

describe('an expiration handler that cancels', () => {
  const cancelling = (mark: string) => `#import <UIKit/UIKit.h>
@implementation Saver
- (void)save {
    Job *job = [[Job alloc] init];
    __block UIBackgroundTaskIdentifier task = [${begin}:${mark}^{ [job cancel]; }];
    [job startThen:^{ [${app} endBackgroundTask:task]; }];
}
@end
`;
  const job = (members: string) => `#import <UIKit/UIKit.h>
@interface Job : NSOperation
@end
@implementation Job
${members}
@end
`;

  test('an own operation that does not say what it does then ends nothing', () => {
    check({ 'Saver.m': cancelling('⟦'), 'Job.m': job('- (void)main {}') });
  });

  test('an own operation that ends a task then is followed', () => {
    const ends = `- (void)cancel { [${app} endBackgroundTask:self.task]; [super cancel]; }`;
    check({ 'Saver.m': cancelling(''), 'Job.m': job(ends) });
  });

  test('what is given the identifier may end the task', () => {
    check(`#import <UIKit/UIKit.h>
@implementation Saver
- (void)save {
    Job *job = [Job new];
    job.task = [${begin}:^{ [job cancel]; }];
}
@end
`);
  });

  test('something else than what is given the identifier does not end the task', () => {
    check(`#import <UIKit/UIKit.h>
@implementation Saver
- (void)save:(NSOperation *)other {
    Job *job = [Job new];
    job.task = [${begin}:⟦^{ [other cancel]; }];
}
@end
`);
  });
});

describe('the end of a local task in its handler', () => {
  const text = (declared: string) => `#import <UIKit/UIKit.h>
@implementation Saver
- (void)save {
    ${declared} = [${begin}:^{
        [self log];
    }];
    [self write];
    [${app} endBackgroundTask:task];
}
@end
`;
  const fixesOf = (declared: string) =>
    runRules(rules, { 'Saver.m': text(declared) }).flatMap(({ fixes }) => fixes);

  test('needs a type that does not follow from the value', () => {
    expect(fixesOf('UIBackgroundTaskIdentifier task')).toHaveLength(1);
    expect(fixesOf('auto task')).toEqual([]);
    expect(fixesOf('__auto_type task')).toEqual([]);
  });
});

test('the end of a task in a block does not set a copy of the identifier', () => {
  const text = (before: string) => `#import <UIKit/UIKit.h>
@implementation Saver
- (void)save {
    UIBackgroundTaskIdentifier task = [${begin}:nil];
    dispatch_async(self.queue, ^{
        if (!self.name) ${before}
        [${app} endBackgroundTask:task];
    });
}
@end
`;
  const files = { 'Saver.m': text('return;') };
  const [finding] = runRules(rules, files);
  const braces = `{\n            [${app} endBackgroundTask:task];\n            return;\n        }`;
  expect(finding && fixed(files, finding)).toEqual({ 'Saver.m': text(braces) });
});

describe('a setter', () => {
  const setTask = (mark: string, handler: string) =>
    `- (void)save { [self setTask:[${app} ${mark}beginBackgroundTaskWithName:@"save" expirationHandler:^{ ${handler} }]]; }\n`;

  test('keeps the identifier that nothing ends', () => {
    check(saver(setTask('⟦', '[self log];')));
  });

  test.each([
    ['by its getter', `- (void)stop { [${app} endBackgroundTask:[self task]]; }`],
    ['by its property', `- (void)stop { [${app} endBackgroundTask:self.task]; }`],
    ['by its variable', `- (void)stop { [${app} endBackgroundTask:_task]; }`],
  ])('keeps an identifier that is ended %s', (_title, stop) => {
    check(saver(setTask('', '[self stop];') + stop));
  });

  test('may do more than to keep the identifier', () => {
    check(
      saver(
        `${setTask('', '[self giveUp];')}- (void)setTask:(UIBackgroundTaskIdentifier)task { [self.all add:task]; }`,
      ),
    );
  });

  test('may have another name, also in a header', () => {
    const header = `#import <UIKit/UIKit.h>
@interface Saver : NSObject
@property (nonatomic, setter=setRunning:) UIBackgroundTaskIdentifier task;
@end
`;
    const text = (name: string, mark: string) => `#import "Saver.h"
@implementation Saver
- (void)save { self.task = [${begin}:${mark}^{ self.task = UIBackgroundTaskInvalid; }]; }
- (void)${name}:(UIBackgroundTaskIdentifier)task {
    [${app} endBackgroundTask:_task];
    _task = task;
}
@end
`;
    check({ 'Saver.h': header, 'Saver.m': text('setRunning', '') });
    check({ 'Saver.h': header, 'Saver.m': text('replace', '⟦') });
  });
});
