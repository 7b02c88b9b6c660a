/** Fixes of the background-task rules where code is written in less usual ways: what they insert has to compile there. */
import { beforeAll, describe, expect, it } from 'vitest';
import { backgroundTaskRules } from '../../server/src/core/rules/background-task';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';

beforeAll(loadGrammars);

const path = { swift: 'a.swift', objc: 'a.m' } as const;
type Language = keyof typeof path;

const frame = {
  swift: (member: string, property = 'var id: UIBackgroundTaskIdentifier = .invalid'): string =>
    `import UIKit\nfinal class Saver {\n    ${property}\n    ${member.replaceAll('\n', '\n    ')}\n    func work() {}\n}\n`,
  objc: (member: string): string =>
    `#import <UIKit/UIKit.h>\n@interface Saver : NSObject\n@property (nonatomic) UIBackgroundTaskIdentifier task;\n@end\n@implementation Saver {\n    UIBackgroundTaskIdentifier _other;\n}\n${member}\n- (void)work {}\n@end\n`,
};

/** The text after the first fix of the first finding with this entry, framed again; `undefined` when there is no fix. */
function fix(language: Language, entry: string | undefined, text: string): string | undefined {
  const files = { [path[language]]: text };
  const finding = runRules(backgroundTaskRules, files).find((each) => each.entry === entry);
  if (finding === undefined) throw new Error(`Nothing found for ${entry}`);
  if (finding.fixes.length === 0) return undefined;
  const after = fixed(files, finding)[path[language]] ?? '';
  expect(parseFile(path[language], after).errors).toEqual([]);
  const again = runRules(backgroundTaskRules, { [path[language]]: after });
  expect(again.filter((each) => each.entry === entry).length).toBe(
    runRules(backgroundTaskRules, files).filter((each) => each.entry === entry).length - 1,
  );
  return after;
}

describe('a handler is added', () => {
  it('behind a call with empty parentheses, in their place', () => {
    const member = (call: string): string =>
      `func a() {\n    id = UIApplication.shared.${call}\n    work()\n    UIApplication.shared.endBackgroundTask(id)\n    id = .invalid\n}`;
    expect(fix('swift', 'background-task', frame.swift(member('beginBackgroundTask()')))).toBe(
      frame.swift(
        member(
          'beginBackgroundTask {\n        UIApplication.shared.endBackgroundTask(self.id)\n        self.id = .invalid\n    }',
        ),
      ),
    );
  });

  it('on one line where several statements share a line', () => {
    const member = (begin: string): string =>
      `func a() { ${begin}; work(); UIApplication.shared.endBackgroundTask(id) }`;
    expect(
      fix(
        'swift',
        'background-task',
        frame.swift(member('let id = UIApplication.shared.beginBackgroundTask(withName: "x")'), 'let x = 1'),
      ),
    ).toBe(
      frame.swift(
        member(
          'var id: UIBackgroundTaskIdentifier = .invalid; id = UIApplication.shared.beginBackgroundTask(withName: "x") { UIApplication.shared.endBackgroundTask(id); id = .invalid }',
        ),
        'let x = 1',
      ),
    );
  });

  it('on one line of Objective-C, with __block in front of the declaration and not of the method', () => {
    const member = (type: string, handler: string): string =>
      `- (void)a { ${type} t = [UIApplication.sharedApplication beginBackgroundTaskWithName:@"x" expirationHandler:${handler}]; [self work]; [UIApplication.sharedApplication endBackgroundTask:t]; }`;
    expect(fix('objc', 'background-task', frame.objc(member('UIBackgroundTaskIdentifier', 'nil')))).toBe(
      frame.objc(
        member(
          '__block UIBackgroundTaskIdentifier',
          '^{ [UIApplication.sharedApplication endBackgroundTask:t]; t = UIBackgroundTaskInvalid; }',
        ),
      ),
    );
  });

  it('that finds a static local as it is', () => {
    const member = (handler: string): string =>
      `- (void)a {\n    static UIBackgroundTaskIdentifier t;\n    t = [UIApplication.sharedApplication beginBackgroundTaskWithName:@"x" expirationHandler:${handler}];\n    [self work];\n    [UIApplication.sharedApplication endBackgroundTask:t];\n}`;
    expect(fix('objc', 'background-task', frame.objc(member('nil')))).toBe(
      frame.objc(
        member(
          '^{\n        [UIApplication.sharedApplication endBackgroundTask:t];\n        t = UIBackgroundTaskInvalid;\n    }',
        ),
      ),
    );
  });

  it('that leaves a __block behind the type alone', () => {
    const member = (handler: string): string =>
      `- (void)a {\n    UIBackgroundTaskIdentifier __block t = 0;\n    t = [UIApplication.sharedApplication beginBackgroundTaskWithName:@"x" expirationHandler:${handler}];\n    [UIApplication.sharedApplication endBackgroundTask:t];\n}`;
    expect(fix('objc', 'background-task', frame.objc(member('nil')))).toBe(
      frame.objc(
        member(
          '^{\n        [UIApplication.sharedApplication endBackgroundTask:t];\n        t = UIBackgroundTaskInvalid;\n    }',
        ),
      ),
    );
  });

  it.each([
    ['a constant', 'const UIBackgroundTaskIdentifier t ='],
    ['a constant, said behind the type', 'UIBackgroundTaskIdentifier const t ='],
    ['one of several names', 'UIBackgroundTaskIdentifier s = 0, t ='],
  ])('to no identifier of Objective-C that is %s', (_title, declaration) => {
    const member = `- (void)a {\n    ${declaration} [UIApplication.sharedApplication beginBackgroundTaskWithName:@"x" expirationHandler:nil];\n    [self work];\n    [UIApplication.sharedApplication endBackgroundTask:t];\n}`;
    expect(fix('objc', 'background-task', frame.objc(member))).toBeUndefined();
  });

  it.each([
    ['weak', 'self?.id', '', ['if let self = self {', '    @(self.id)', '    self.id = .invalid', '}']],
    [
      'unwrapped',
      'self.id',
      'guard let self else { return }\n        ',
      ['@(self.id)', 'self.id = .invalid'],
    ],
    [
      'unwrapped under another name',
      'me.id',
      'guard let me = self else { return }\n        ',
      ['@(me.id)', 'me.id = .invalid'],
    ],
  ])('where self is %s', (_title, target, guard, lines) => {
    const member = (handler: string): string =>
      `func a() {\n    DispatchQueue.main.async { [weak self] in\n        ${guard}${target} = UIApplication.shared.beginBackgroundTask(withName: "x")${handler}\n    }\n}\nfunc b() {\n    UIApplication.shared.endBackgroundTask(id)\n    id = .invalid\n}`;
    const code = lines.map(
      (line) => `            ${line.replace('@', 'UIApplication.shared.endBackgroundTask')}`,
    );
    expect(fix('swift', 'background-task', frame.swift(member('')))).toBe(
      frame.swift(member([' {', ...code, '        }'].join('\n'))),
    );
  });

  it('to a constant that tasks use, which then get a copy', () => {
    const member = (declaration: string, handler: string, copy: string): string =>
      `func a() {\n    ${declaration}UIApplication.shared.beginBackgroundTask(withName: "x")${handler}\n    Task {${copy && ` [id]${copy}`}\n        await save()\n        UIApplication.shared.endBackgroundTask(id)\n    }\n}`;
    expect(fix('swift', 'background-task', frame.swift(member('let id = ', '', ''), 'let x = 1'))).toBe(
      frame.swift(
        member(
          'var id: UIBackgroundTaskIdentifier = .invalid\n    id = ',
          ' {\n        UIApplication.shared.endBackgroundTask(id)\n        id = .invalid\n    }',
          ' in',
        ),
        'let x = 1',
      ),
    );
  });

  it.each([
    ['{ [weak self] in', '{ [id, weak self] in'],
    ['{ @MainActor in', '{ @MainActor [id] in'],
    ['{ @MainActor [weak self] in', '{ @MainActor [id, weak self] in'],
    ['{ [id] in', '{ [id] in'],
  ])('and the copy joins %j', (before, after) => {
    const member = (closure: string): string =>
      `func a() {\n    let id = UIApplication.shared.beginBackgroundTask(withName: "x")\n    Task ${closure}\n        UIApplication.shared.endBackgroundTask(id)\n    }\n}`;
    expect(fix('swift', 'background-task', frame.swift(member(before), 'let x = 1'))).toContain(
      `Task ${after}\n`,
    );
  });
});

describe('the task is ended in a handler', () => {
  const handlerOf = (handler: string): string =>
    `- (void)a {\n    __weak typeof(self) weakSelf = self;\n    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"x" expirationHandler:^{\n${handler}    }];\n}\n- (void)end {\n    [[UIApplication sharedApplication] endBackgroundTask:self.task];\n    self.task = UIBackgroundTaskInvalid;\n}`;

  it('that keeps to the weak name of self', () => {
    const log = '        [weakSelf work];\n';
    expect(fix('objc', 'no-end', frame.objc(handlerOf(log)))).toBe(
      frame.objc(
        handlerOf(
          `${log}        [[UIApplication sharedApplication] endBackgroundTask:weakSelf.task];\n        weakSelf.task = UIBackgroundTaskInvalid;\n`,
        ),
      ),
    );
  });

  it.each([
    'if (!strongSelf) return;',
    'if (strongSelf == nil) {\n            return;\n        }',
    'if (!strongSelf) { return; }',
  ])('that makes sure of self with %j', (test) => {
    const start = `        __strong typeof(weakSelf) strongSelf = weakSelf;\n        ${test}\n        [strongSelf work];\n`;
    expect(fix('objc', 'no-end', frame.objc(handlerOf(start)))).toBe(
      frame.objc(
        handlerOf(
          `${start}        [[UIApplication sharedApplication] endBackgroundTask:strongSelf.task];\n        strongSelf.task = UIBackgroundTaskInvalid;\n`,
        ),
      ),
    );
  });

  it('whose comments stay when it gets lines of its own', () => {
    const member = (handler: string): string =>
      `func a() {\n    id = UIApplication.shared.beginBackgroundTask(withName: "x") {${handler}}\n}\nfunc b() {\n    UIApplication.shared.endBackgroundTask(id)\n    id = .invalid\n}`;
    expect(fix('swift', 'no-end', frame.swift(member(' /* first */ print("x"); /* no more */ ')))).toBe(
      frame.swift(
        member(
          ' /* first */\n        print("x"); /* no more */\n        UIApplication.shared.endBackgroundTask(self.id)\n        self.id = .invalid\n    ',
        ),
      ),
    );
  });

  it('before it returns, together with the comment on its line', () => {
    const member = (handler: string): string =>
      `func a() {\n    id = UIApplication.shared.beginBackgroundTask(withName: "x") {\n${handler}    }\n}\nfunc b() {\n    UIApplication.shared.endBackgroundTask(id)\n    id = .invalid\n}`;
    const end = 'UIApplication.shared.endBackgroundTask(self.id) // not needed any more\n';
    expect(
      fix(
        'swift',
        'async-end',
        frame.swift(
          member(
            `        DispatchQueue.global().async {\n            self.work()\n            ${end}        }\n`,
          ),
        ),
      ),
    ).toBe(
      frame.swift(
        member(`        ${end}        DispatchQueue.global().async {\n            self.work()\n        }\n`),
      ),
    );
  });
});

it('what is taken out of its block brings its comments along', () => {
  const member = (handler: string): string =>
    `func a() {\n    id = UIApplication.shared.beginBackgroundTask(withName: "x") {\n${handler}    }\n}\nfunc b() {\n    UIApplication.shared.endBackgroundTask(id)\n    id = .invalid\n}`;
  const lines = (indent: string): string =>
    `${indent}// the time is up\n${indent}UIApplication.shared.endBackgroundTask(self.id) // really\n${indent}// that is it\n`;
  expect(
    fix(
      'swift',
      'async-end',
      frame.swift(member(`        Task { @MainActor in\n${lines('            ')}        }\n`)),
    ),
  ).toBe(frame.swift(member(lines('        '))));
});

describe('an exit of Objective-C without braces', () => {
  const member = (exit: string): string =>
    `- (void)a:(BOOL)flag {\n    __block UIBackgroundTaskIdentifier t = [UIApplication.sharedApplication beginBackgroundTaskWithName:@"x" expirationHandler:^{ [UIApplication.sharedApplication endBackgroundTask:t]; t = UIBackgroundTaskInvalid; }];\n    ${exit}\n    [self work];\n    [UIApplication.sharedApplication endBackgroundTask:t];\n}`;
  const end = '[UIApplication.sharedApplication endBackgroundTask:t];';

  it.each([
    [
      'if (flag) return;',
      `if (flag) {\n        ${end}\n        t = UIBackgroundTaskInvalid;\n        return;\n    }`,
    ],
    [
      'if (flag)\n        return;',
      `if (flag) {\n        ${end}\n        t = UIBackgroundTaskInvalid;\n        return;\n    }`,
    ],
    ['{ if (flag) return; }', `{ if (flag) { ${end} t = UIBackgroundTaskInvalid; return; } }`],
    [
      'if (self.task) {\n    } else if (flag)\n        return;',
      `if (self.task) {\n    } else if (flag) {\n        ${end}\n        t = UIBackgroundTaskInvalid;\n        return;\n    }`,
    ],
    [
      'if (flag) [self work]; else return;',
      `if (flag) [self work]; else {\n        ${end}\n        t = UIBackgroundTaskInvalid;\n        return;\n    }`,
    ],
  ])('gets them: %j', (before, after) => {
    expect(fix('objc', 'on-some-path', frame.objc(member(before)))).toBe(frame.objc(member(after)));
  });
});

it('leaves alone what a comment separates from its condition', () => {
  const member = `- (void)a:(BOOL)flag {\n    __block UIBackgroundTaskIdentifier t = [UIApplication.sharedApplication beginBackgroundTaskWithName:@"x" expirationHandler:^{ [UIApplication.sharedApplication endBackgroundTask:t]; t = UIBackgroundTaskInvalid; }];\n    if (flag) // (why)\n        return;\n    [UIApplication.sharedApplication endBackgroundTask:t];\n}`;
  expect(fix('objc', 'on-some-path', frame.objc(member))).toBeUndefined();
});

describe('an identifier that is thrown away', () => {
  it.each([
    ['_ = app.beginBackgroundTask(withName: "x", expirationHandler: nil)', '(withName: "x")'],
    ['app.beginBackgroundTask(withName: "x")', '(withName: "x")'],
    ['app.beginBackgroundTask()', ''],
  ])('is kept, and a handler is added to %j', (call, args) => {
    const text = (lines: string): string => `import UIKit\nfunc a(app: UIApplication) {\n    ${lines}\n}\n`;
    expect(fix('swift', 'result-discarded', text(call))).toBe(
      text(
        `var backgroundTask: UIBackgroundTaskIdentifier = .invalid\n    backgroundTask = app.beginBackgroundTask${args} {\n        app.endBackgroundTask(backgroundTask)\n        backgroundTask = .invalid\n    }`,
      ),
    );
  });

  it('is kept in Objective-C', () => {
    const text = (line: string): string => frame.objc(`- (void)a {\n    ${line}\n}`);
    expect(
      fix(
        'objc',
        'result-discarded',
        text('[[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:nil];'),
      ),
    ).toBe(
      text(
        '__block UIBackgroundTaskIdentifier backgroundTask = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{\n        [[UIApplication sharedApplication] endBackgroundTask:backgroundTask];\n        backgroundTask = UIBackgroundTaskInvalid;\n    }];',
      ),
    );
  });
});

describe('an end without braces', () => {
  it('gets them to be followed by the reset', () => {
    const member = (end: string): string =>
      `- (void)a {\n    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"x" expirationHandler:^{ [self end]; }];\n}\n- (void)end {\n    ${end}\n}`;
    const call = '[[UIApplication sharedApplication] endBackgroundTask:self.task];';
    expect(
      fix('objc', undefined, frame.objc(member(`if (self.task != UIBackgroundTaskInvalid) ${call}`))),
    ).toBe(
      frame.objc(
        member(
          `if (self.task != UIBackgroundTaskInvalid) {\n        ${call}\n        self.task = UIBackgroundTaskInvalid;\n    }`,
        ),
      ),
    );
  });
});

describe('a launch handler that nobody tells when its time is up', () => {
  const text = (body: string): string =>
    `import BackgroundTasks\nfinal class Cleaner {\n    func start() {\n        BGTaskScheduler.shared.register(forTaskWithIdentifier: "a", using: nil) { job in\n            self.clean(job as! BGProcessingTask)\n        }\n    }\n    func clean(_ task: BGProcessingTask) {\n${body}    }\n    func remove() async {}\n}\n`;
  const work = '{\n            await remove()\n            task.setTaskCompleted(success: true)\n        }\n';
  const handler = (name: string): string => `        task.expirationHandler = { ${name}.cancel() }\n`;

  it('cancels work that gets a name', () => {
    expect(fix('swift', 'scheduled-task', text(`        Task ${work}`))).toBe(
      text(`        let work = Task ${work}${handler('work')}`),
    );
  });

  it('cancels work that has one', () => {
    expect(fix('swift', 'scheduled-task', text(`        let removal = Task ${work}`))).toBe(
      text(`        let removal = Task ${work}${handler('removal')}`),
    );
  });

  it('cancels in the closure itself', () => {
    const closure = (name: string, end: string): string =>
      `import BackgroundTasks\nfunc start() {\n    BGTaskScheduler.shared.register(forTaskWithIdentifier: "a", using: nil) { task in\n        ${name}Task ${work}${end}    }\n}\n`;
    expect(fix('swift', 'scheduled-task', closure('', ''))).toBe(closure('let work = ', handler('work')));
  });

  it.each([
    ['two works', `        Task ${work}        Task { await remove() }\n`],
    ['a work that is started elsewhere', '        remove { task.setTaskCompleted(success: true) }\n'],
    ['something else of that name', `        Task ${work.replace('await remove()', 'await remove(work)')}`],
  ])('is left alone with %s', (_title, body) => {
    expect(fix('swift', 'scheduled-task', text(body))).toBeUndefined();
  });
});
