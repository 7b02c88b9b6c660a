/** Fixes of the background-task rules: the exact text, and that the finding is gone afterwards. */
import { beforeAll, describe, expect, it } from 'vitest';
import { backgroundTaskRules } from '../../server/src/core/rules/background-task';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';

beforeAll(loadGrammars);

/** Applies the first fix of the first finding of `entry` that has one with this title. */
function apply(
  files: Record<string, string>,
  entry: string,
  title?: string,
): Record<string, string> | undefined {
  for (const finding of runRules(backgroundTaskRules, files)) {
    if (finding.entry !== entry) continue;
    const index = title === undefined ? 0 : finding.fixes.findIndex((fix) => fix.title === title);
    if (finding.fixes[index] === undefined) return undefined;
    const after = fixed(files, finding, index);
    for (const [uri, text] of Object.entries(after)) expect(parseFile(uri, text).errors).toEqual([]);
    return after;
  }
  throw new Error(`Nothing found for ${entry}`);
}

/** Hints about names and habits are no mistakes that a fix could leave behind. */
function entries(files: Record<string, string>): (string | undefined)[] {
  const findings = runRules(backgroundTaskRules, files).filter(({ severity }) =>
    ['error', 'warning'].includes(severity),
  );
  return findings.map(({ entry }) => entry);
}

const swift = (
  handler: string,
  property = 'var task: UIBackgroundTaskIdentifier = .invalid',
): Record<string, string> => ({
  'a.swift': `import UIKit
final class Saver {
    ${property}
    func begin() {
        task = UIApplication.shared.beginBackgroundTask(withName: "save")${handler}
    }
    func end() {
        UIApplication.shared.endBackgroundTask(task)
        task = .invalid
    }
}
`,
});

/** The text between `begin…` and the end of the method, without the indentation of eight. */
function handlerOf(files: Record<string, string> | undefined): string | undefined {
  const text = files?.['a.swift'];
  return /withName: "save"\)([\s\S]*?)\n {4}\}\n/.exec(text ?? '')?.[1]?.replaceAll('\n        ', '\n');
}

describe('ending the task in the handler', () => {
  it.each([
    [' { }', ' {\n    UIApplication.shared.endBackgroundTask(self.task)\n    self.task = .invalid\n}'],
    [
      ' { [weak self] in\n            guard let self else { return }\n            print(self)\n        }',
      ' { [weak self] in\n    guard let self else { return }\n    print(self)\n    UIApplication.shared.endBackgroundTask(self.task)\n    self.task = .invalid\n}',
    ],
    [
      ' { [weak self] in\n            guard let me = self else { return }\n            print(me)\n        }',
      ' { [weak self] in\n    guard let me = self else { return }\n    print(me)\n    UIApplication.shared.endBackgroundTask(me.task)\n    me.task = .invalid\n}',
    ],
    [
      ' { [weak self] in print("x") }',
      ' { [weak self] in\n    print("x")\n    if let self = self {\n        UIApplication.shared.endBackgroundTask(self.task)\n        self.task = .invalid\n    }\n}',
    ],
  ])('is appended to %j', (handler, expected) => {
    const after = apply(swift(handler), 'no-end');
    expect(handlerOf(after)).toBe(expected);
    expect(after && entries(after)).toEqual([]);
  });

  it('unwraps an optional identifier', () => {
    const text = swift(' { }', 'var task: UIBackgroundTaskIdentifier?')['a.swift'] ?? '';
    const files = {
      'a.swift': text.replaceAll('task = .invalid', 'task = nil').replace('Task(task)', 'Task(task!)'),
    };
    const after = apply(files, 'no-end');
    expect(handlerOf(after)).toBe(
      ' {\n    if let task = self.task {\n        UIApplication.shared.endBackgroundTask(task)\n        self.task = nil\n    }\n}',
    );
    expect(after && entries(after)).toEqual([]);
  });

  it('declares a local before the handler uses it', () => {
    const files = {
      'a.swift':
        'import UIKit\nfunc f(app: UIApplication) {\n\tlet id = app.beginBackgroundTask { print("x") }\n\twork()\n\tapp.endBackgroundTask(id)\n}\n',
    };
    expect(apply(files, 'no-end')?.['a.swift']).toBe(
      'import UIKit\nfunc f(app: UIApplication) {\n\tvar id: UIBackgroundTaskIdentifier = .invalid\n\tid = app.beginBackgroundTask {\n\t\tprint("x")\n\t\tapp.endBackgroundTask(id)\n\t\tid = .invalid\n\t}\n\twork()\n\tapp.endBackgroundTask(id)\n}\n',
    );
  });

  it('marks a local of Objective-C as __block', () => {
    const files = {
      'a.m':
        '#import <UIKit/UIKit.h>\nvoid f(UIApplication *app) {\n    UIBackgroundTaskIdentifier t = [app beginBackgroundTaskWithExpirationHandler:^{ NSLog(@"x"); }];\n    [app endBackgroundTask:t];\n}\n',
    };
    const after = apply(files, 'no-end');
    expect(after?.['a.m']).toBe(
      '#import <UIKit/UIKit.h>\nvoid f(UIApplication *app) {\n    __block UIBackgroundTaskIdentifier t = [app beginBackgroundTaskWithExpirationHandler:^{\n        NSLog(@"x");\n        [app endBackgroundTask:t];\n        t = UIBackgroundTaskInvalid;\n    }];\n    [app endBackgroundTask:t];\n}\n',
    );
    expect(after && entries(after)).toEqual([]);
  });

  it.each([
    ['the handler returns early', ' { if done { return }\n print("x") }', undefined],
    ['the property is declared elsewhere', ' { }', 'let other = 1'],
  ])('is not offered when %s', (_title, handler, property) => {
    expect(apply(swift(handler, property), 'no-end')).toBeUndefined();
  });
});

describe('ending the task before the handler returns', () => {
  it.each([
    [
      ' { [weak self] in\n            DispatchQueue.main.async {\n                self?.end()\n            }\n        }',
      ' { [weak self] in\n    self?.end()\n}',
    ],
    [
      ' {\n            DispatchQueue.main.async { [weak self] in\n                guard let self else { return }\n                self.end()\n            }\n        }',
      ' { [weak self] in\n    guard let self else { return }\n    self.end()\n}',
    ],
    [
      ' {\n            Task {\n                await self.flush()\n                UIApplication.shared.endBackgroundTask(self.task)\n                self.task = .invalid\n            }\n        }',
      ' {\n    UIApplication.shared.endBackgroundTask(self.task)\n    self.task = .invalid\n    Task {\n        await self.flush()\n    }\n}',
    ],
    [
      ' {\n            DispatchQueue.global().async {\n                self.compress()\n                UIApplication.shared.endBackgroundTask(self.task)\n            }\n        }',
      ' {\n    UIApplication.shared.endBackgroundTask(self.task)\n    DispatchQueue.global().async {\n        self.compress()\n    }\n}',
    ],
    [
      ' {\n            Task { await UIApplication.shared.endBackgroundTask(self.task) }\n            print("x")\n        }',
      ' {\n    UIApplication.shared.endBackgroundTask(self.task)\n    print("x")\n}',
    ],
  ])('changes %j', (handler, expected) => {
    const after = apply(swift(handler), 'async-end');
    expect(handlerOf(after)).toBe(expected);
    expect(after && entries(after)).toEqual([]);
  });

  it.each([
    [
      'a return would skip what follows',
      ' { [weak self] in\n Task { @MainActor in\n guard let self else { return }\n self.end() }\n print("x") }',
    ],
    ['the end is in a method that waits', ' { Task { await self.finishUp()\n self.end() } }'],
    ['the hop is in another function', ' { self.later() }'],
  ])('is not offered when %s', (_title, handler) => {
    const text = (swift(handler)['a.swift'] ?? '').replace(
      'func end()',
      'func later() { DispatchQueue.main.async { self.end() } }\n    func end()',
    );
    expect(apply({ 'a.swift': text }, 'async-end')).toBeUndefined();
  });
});

describe('an exit that leaves the task open', () => {
  it('ends the task on a line of its own', () => {
    const files = {
      'a.swift':
        'import UIKit\nfunc f(app: UIApplication, x: Bool) {\n  var id = app.beginBackgroundTask { app.endBackgroundTask(id) }\n  guard x else {\n    log()\n    return\n  }\n  app.endBackgroundTask(id)\n  id = .invalid\n}\n',
    };
    expect(apply(files, 'on-some-path')?.['a.swift']).toContain(
      '    log()\n    app.endBackgroundTask(id)\n    id = .invalid\n    return\n',
    );
  });

  it('gets no defer when the task begins in an inner block or is also ended in a closure', () => {
    const text = (code: string): Record<string, string> => ({
      'a.swift': `import UIKit\nfunc f(app: UIApplication, x: Bool) {\n${code}\n}\n`,
    });
    const title = 'End the task in a defer right after it begins';
    const inner =
      'var id = UIBackgroundTaskIdentifier.invalid\nif x {\n id = app.beginBackgroundTask { app.endBackgroundTask(id) }\n}\nif y { return }\napp.endBackgroundTask(id)';
    expect(apply(text(inner), 'on-some-path', title)).toBeUndefined();
    const closure = 'let id = app.beginBackgroundTask()\nif y { return }\nwork { app.endBackgroundTask(id) }';
    expect(apply(text(closure), 'on-some-path', title)).toBeUndefined();
  });

  it('gets braces after an if without them in Objective-C', () => {
    const files = {
      'a.m':
        '#import <UIKit/UIKit.h>\nvoid f(UIApplication *app, BOOL x) {\n  UIBackgroundTaskIdentifier t = [app beginBackgroundTaskWithExpirationHandler:nil];\n  if (x)\n    return;\n  [app endBackgroundTask:t];\n}\n',
    };
    expect(apply(files, 'on-some-path')?.['a.m']).toContain(
      '  if (x) {\n    [app endBackgroundTask:t];\n    t = UIBackgroundTaskInvalid;\n    return;\n  }\n',
    );
  });
});

describe('a handler of a scheduled task that does nothing', () => {
  it('cancels the work that was started before', () => {
    const files = {
      'a.swift':
        'import BackgroundTasks\nfunc handle(_ task: BGTask) {\n  let work = Task { await sync() }\n  task.expirationHandler = { print("x") }\n}\n',
    };
    const after = apply(files, 'scheduled-task-does-nothing');
    expect(after?.['a.swift']).toContain('{\n    print("x")\n    work.cancel()\n  }');
    expect(after && entries(after)).toEqual([]);
  });
});

describe('a missing handler', () => {
  it.each([
    ['', ' {\n    UIApplication.shared.endBackgroundTask(self.task)\n    self.task = .invalid\n}'],
    [
      ', expirationHandler: nil',
      ' {\n    UIApplication.shared.endBackgroundTask(self.task)\n    self.task = .invalid\n}',
    ],
  ])('is added to withName: "save"%s', (argument, expected) => {
    const text = swift('')['a.swift']?.replace('"save")', `"save"${argument})`) ?? '';
    const after = apply({ 'a.swift': text }, 'background-task');
    expect(handlerOf(after)).toBe(expected);
    expect(after && entries(after)).toEqual([]);
  });

  it('is added in Objective-C', () => {
    const files = {
      'a.m':
        '#import <UIKit/UIKit.h>\n@implementation A\n- (void)f {\n  _task = [UIApplication.sharedApplication beginBackgroundTaskWithExpirationHandler:nil];\n}\n@end\n',
    };
    expect(apply(files, 'background-task')?.['a.m']).toContain(
      'ExpirationHandler:^{\n    [UIApplication.sharedApplication endBackgroundTask:self->_task];\n    self->_task = UIBackgroundTaskInvalid;\n  }];',
    );
  });

  it('is not offered when nobody keeps the identifier', () => {
    expect(
      apply(
        {
          'a.swift': 'import UIKit\nfunc f() -> Any { return UIApplication.shared.beginBackgroundTask() }\n',
        },
        'background-task',
      ),
    ).toBeUndefined();
  });
});
