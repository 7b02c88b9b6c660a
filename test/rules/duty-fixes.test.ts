/** Fixes that complete a value: what they say there, and how it looks in the code around it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';
import {
  objcAction,
  objcPush,
  objcTask,
  swiftAction,
  swiftPush,
  swiftTask,
  swiftWatch,
} from '../support/duty-programs';

const families = new Set(['push', 'task-scheduler', 'calls', 'health-and-watch']);
const rules = allRules.filter(
  ({ meta }) => families.has(meta.family) && /completion|completed/.test(meta.id),
);

beforeAll(loadGrammars);

/** Title and text of the first fix of the only finding. */
function fix(text: string) {
  const path = text.startsWith('#import') ? 'File.m' : 'File.swift';
  const [finding, ...others] = runRules(rules, { [path]: text });
  if (finding === undefined || others.length > 0) throw new Error(`${others.length + 1} findings`);
  const [first] = finding.fixes;
  if (first === undefined) return undefined;
  const after = fixed({ [path]: text }, finding)[path] ?? '';
  expect(parseFile(path, after).errors).toEqual([]);
  expect(runRules(rules, { [path]: after })).toEqual([]);
  return { title: first.title, isPreferred: first.isPreferred, text: after };
}

describe('an else is written', () => {
  it.each([
    [
      'on lines of its own',
      `    if isReady {\n      task.setTaskCompleted(success: true)\n    }`,
      `    if isReady {\n      task.setTaskCompleted(success: true)\n    } else {\n      task.setTaskCompleted(success: false)\n    }`,
    ],
    [
      'on one line, as the branch before it',
      `    if isReady { task.setTaskCompleted(success: true) }`,
      `    if isReady { task.setTaskCompleted(success: true) } else { task.setTaskCompleted(success: false) }`,
    ],
    [
      'with braces on lines of their own',
      `    if isReady\n    {\n      task.setTaskCompleted(success: true)\n    }`,
      `    if isReady\n    {\n      task.setTaskCompleted(success: true)\n    }\n    else\n    {\n      task.setTaskCompleted(success: false)\n    }`,
    ],
    [
      'behind the last of several conditions',
      `    if isReady {\n      task.setTaskCompleted(success: true)\n    } else if account == nil {\n      print("no account")\n    }`,
      `    if isReady {\n      task.setTaskCompleted(success: true)\n    } else if account == nil {\n      print("no account")\n      task.setTaskCompleted(success: false)\n    } else {\n      task.setTaskCompleted(success: false)\n    }`,
    ],
    [
      'for each of the conditions around a completion',
      `    if isReady {\n      if account != nil {\n        task.setTaskCompleted(success: true)\n      }\n    }`,
      `    if isReady {\n      if account != nil {\n        task.setTaskCompleted(success: true)\n      } else {\n        task.setTaskCompleted(success: false)\n      }\n    } else {\n      task.setTaskCompleted(success: false)\n    }`,
    ],
  ])('%s', (_title, before, after) => {
    expect(fix(swiftTask(before))?.text).toBe(swiftTask(after));
  });

  it('in Objective-C', () => {
    const before = `  if (self.isReady) {\n    [task setTaskCompletedWithSuccess:YES];\n  }`;
    expect(fix(objcTask(before))?.text).toBe(
      objcTask(`${before} else {\n    [task setTaskCompletedWithSuccess:NO];\n  }`),
    );
  });
});

describe('branches of Objective-C without braces get them', () => {
  it.each([
    [
      `  if (!self.isReady) return;\n  [task setTaskCompletedWithSuccess:YES];`,
      `  if (!self.isReady) {\n      [task setTaskCompletedWithSuccess:NO];\n      return;\n  }\n  [task setTaskCompletedWithSuccess:YES];`,
    ],
    [
      `  if (self.isReady)\n    [task setTaskCompletedWithSuccess:YES];\n  else\n    NSLog(@"later");`,
      `  if (self.isReady)\n    [task setTaskCompletedWithSuccess:YES];\n  else {\n    NSLog(@"later");\n    [task setTaskCompletedWithSuccess:NO];\n  }`,
    ],
    [
      `  if (self.isReady)\n    [task setTaskCompletedWithSuccess:YES]; // done`,
      `  if (self.isReady)\n    [task setTaskCompletedWithSuccess:YES]; // done\n  else [task setTaskCompletedWithSuccess:NO];`,
    ],
  ])('%j', (before, after) => {
    expect(fix(objcTask(before))?.text).toBe(objcTask(after));
  });
});

describe('what is said depends on the path', () => {
  const action = (work: string): string =>
    `    if lines.isEmpty {\n      ${work}\n    } else {\n      action.fulfill()\n    }`;

  it('which fails when it only logs', () => {
    const result = fix(swiftAction(action('print("no line")')));
    expect(result?.text).toBe(swiftAction(action('print("no line")\n      action.fail()')));
    expect(result?.title).toBe('Fail the action here');
    expect(result?.isPreferred).toBe(true);
  });

  it('which may well succeed when it does something', () => {
    const result = fix(swiftAction(action('lines.removeAll()')));
    expect(result?.text).toBe(swiftAction(action('lines.removeAll()\n      action.fulfill()')));
    expect(result?.title).toBe('Fulfill the action here');
    expect(result?.isPreferred).toBe(false);
  });

  it('which is over before work that it starts has ended', () => {
    const body = (end: string): string =>
      `    if userInfo.isEmpty {\n      load { print($0) }${end}\n    } else {\n      finish(.newData)\n    }`;
    const result = fix(swiftPush(body('')));
    expect(result?.text).toBe(swiftPush(body('\n      finish(.noData)')));
    expect(result?.isPreferred).toBe(false);
  });

  it('which fails in a catch, whatever it does', () => {
    const body = (end: string): string =>
      `    do {\n      try open()\n      action.fulfill()\n    } catch {\n      lines.removeAll()${end}\n    }`;
    const result = fix(swiftAction(body('')));
    expect(result?.text).toBe(swiftAction(body('\n      action.fail()')));
    expect(result?.isPreferred).toBe(true);
  });
});

describe('comments stay with what they are about', () => {
  it.each([
    [
      'a case',
      `    switch account {\n    case nil:\n      print("none") // signed out@\n    default:\n      task.setTaskCompleted(success: true)\n    }`,
    ],
    [
      'a case with a semicolon',
      `    switch account {\n    case nil:\n      print("none"); /* signed out */@\n    default:\n      task.setTaskCompleted(success: true)\n    }`,
    ],
  ])('in %s', (_title, body) => {
    expect(fix(swiftTask(body.replace('@', '')))?.text).toBe(
      swiftTask(body.replace('@', '\n      task.setTaskCompleted(success: false)')),
    );
  });
});

it('a comment in front of a break does not hide where its case begins', () => {
  const body = (end: string): string =>
    `  switch (self.state) {\n    case 1:\n      NSLog(@"late"); // in vain\n${end}      break;\n    default:\n      [task setTaskCompletedWithSuccess:YES];\n  }`;
  expect(fix(objcTask(body('')))?.text).toBe(
    objcTask(body('      [task setTaskCompletedWithSuccess:NO];\n')),
  );
});

describe('a value without a name', () => {
  it('gets one', () => {
    const text = (name: string, end: string): string =>
      `import CallKit\nfinal class Calls: NSObject, CXProviderDelegate {\n  func provider(_ provider: CXProvider, perform ${name}: CXSetHeldCallAction) {\n    hold()${end}\n  }\n}\n`;
    expect(fix(text('_', ''))?.text).toBe(text('action', '\n    action.fulfill()'));
  });

  it('gets none that means something else there', () => {
    const text =
      'import CallKit\nfinal class Calls: NSObject, CXProviderDelegate {\n  func provider(_ provider: CXProvider, perform _: CXSetHeldCallAction) {\n    let action = hold()\n    print(action)\n  }\n}\n';
    expect(fix(text)).toBeUndefined();
  });

  it('gets one in a closure', () => {
    const text = (name: string, end: string): string =>
      `import BackgroundTasks\nfinal class Sync {\n  func start() {\n    BGTaskScheduler.shared.register(forTaskWithIdentifier: "a", using: nil) { ${name} in\n      self.run()${end}\n    }\n  }\n  func run() {}\n}\n`;
    expect(fix(text('_', ''))?.text).toBe(text('task', '\n      task.setTaskCompleted(success: true)'));
  });
});

it('a snapshot of the watch is completed in its own way', () => {
  const body = (code: string): string =>
    `    for task in backgroundTasks {\n      switch task {\n      case let snapshot as WKSnapshotRefreshBackgroundTask:\n        ${code}\n      default:\n        task.setTaskCompletedWithSnapshot(false)\n      }\n    }`;
  expect(fix(swiftWatch(body('print("snapshot")')))?.text).toBe(
    swiftWatch(
      body(
        'print("snapshot")\n        snapshot.setTaskCompleted(restoredDefaultState: true, estimatedSnapshotExpiration: .distantFuture, userInfo: nil)',
      ),
    ),
  );
});

it('a push of Objective-C is answered in the case that forgets it', () => {
  const body = (end: string): string =>
    `  switch (application.applicationState) {\n    case UIApplicationStateActive:\n      NSLog(@"active");\n${end}      break;\n    default:\n      finish(UIBackgroundFetchResultNewData);\n  }`;
  expect(fix(objcPush(body('')))?.text).toBe(
    objcPush(body('      finish(UIBackgroundFetchResultNoData);\n')),
  );
});

it('an action of Objective-C is failed before a return', () => {
  const body = (end: string): string =>
    `  if (self.lines.count == 0) {\n    ${end}return;\n  }\n  [action fulfill];`;
  const result = fix(objcAction(body('')));
  expect(result?.text).toBe(objcAction(body('[action fail];\n    ')));
  expect(result?.title).toBe('Fail the action here');
});
