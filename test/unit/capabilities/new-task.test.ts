import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierProblem, proposedIdentifier } from '../../../server/src/core/features/new-task/identifier';
import { newTaskEdit } from '../../../server/src/core/features/new-task/plan';
import type { NewTask, TaskKind } from '../../../server/src/core/features/new-task/types';
import { plist } from '../../../server/src/core/rules/example-files';
import type { Files } from '../../support/check-files';
import { loadGrammars, parseFile } from '../../support/code-rules';
import { pbxproj } from '../../support/pbxproj-builder';
import { complaints, runCommand } from '../../support/target-commands';

const swiftDelegate = `import UIKit

@main
final class AppDelegate: UIResponder, UIApplicationDelegate {
    var window: UIWindow?

    func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?
    ) -> Bool {
        window = UIWindow()
        return true
    }
}
`;

const objcDelegate = `#import "AppDelegate.h"

@implementation AppDelegate

- (BOOL)application:(UIApplication *)application didFinishLaunchingWithOptions:(NSDictionary *)launchOptions {
\tself.window = [[UIWindow alloc] init];
\treturn YES;
}

@end
`;

const swiftUiApp = `import SwiftUI

@main
struct SampleApp: App {
  var body: some Scene {
    WindowGroup {
      Text("")
    }
  }
}
`;

function app(sources: Files, more: Readonly<Record<string, string>> = {}): Files {
  const target = {
    name: 'App',
    sources: Object.keys(sources),
    settings: {
      INFOPLIST_FILE: 'App/Info.plist',
      PRODUCT_BUNDLE_IDENTIFIER: 'com.example.app',
      SDKROOT: 'iphoneos',
      IPHONEOS_DEPLOYMENT_TARGET: '17.0',
      ...more,
    },
  };
  return {
    'App.xcodeproj/project.pbxproj': pbxproj({ targets: [target] }),
    'App/Info.plist': plist('<key>CFBundlePackageType</key>\n<string>APPL</string>\n'),
    ...sources,
  };
}

function add(files: Files, task: NewTask, cursor?: { readonly path: string; readonly at: string }) {
  return runCommand(files, ({ target, units, unit, folders }) => {
    const at = cursor && { unit: unit(cursor.path), offset: unit(cursor.path).text.indexOf(cursor.at) };
    return newTaskEdit({ target, candidates: units, cursor: at, folders }, task);
  });
}

function task(kind: TaskKind, identifier: string): NewTask {
  return { kind, identifier };
}

const kinds: readonly (readonly [TaskKind, string, string | undefined])[] = [
  ['refresh', 'com.example.app.refresh', 'fetch'],
  ['processing', 'com.example.app.clean-up', 'processing'],
  ['continued', 'com.example.app.export', undefined],
  ['continued', 'com.example.app.export.*', undefined],
];

describe.each([
  ['Swift', 'App/AppDelegate.swift', swiftDelegate],
  ['Objective-C', 'App/AppDelegate.m', objcDelegate],
])('a new task in %s', (_, path, delegate) => {
  it.each(kinds)('of kind %s with the identifier %s is without mistakes', async (kind, identifier, mode) => {
    await loadGrammars();
    const files = app({ [path]: delegate });
    const { answer, after } = await add(files, task(kind, identifier));
    expect(answer).toMatchObject({ kind: 'edit' });
    expect(parseFile(path, after[path] ?? '').errors).toEqual([]);
    expect(after['App/Info.plist']).toContain(`<string>${identifier}</string>`);
    if (mode !== undefined) expect(after['App/Info.plist']).toContain(`<string>${mode}</string>`);
    else expect(after['App/Info.plist']).not.toContain('UIBackgroundModes');
    expect(await complaints(after)).toEqual(await complaints(files));
  });

  it('would be complained about without its identifier in the Info.plist', async () => {
    const { after } = await add(app({ [path]: delegate }), task('refresh', 'com.example.app.refresh'));
    const info = (after['App/Info.plist'] ?? '').replace('<string>com.example.app.refresh</string>', '');
    expect(await complaints({ ...after, 'App/Info.plist': info })).not.toEqual([]);
  });

  it('has the line ends and the indentation of the file', async () => {
    const written = delegate.replaceAll('\t', '    ').replaceAll('    ', '  ').replaceAll('\n', '\r\n');
    const { after } = await add(app({ [path]: written }), task('refresh', 'com.example.app.refresh'));
    const text = after[path] ?? '';
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\t]/);
    expect(text).toMatch(/\r\n {2}\S.*Refresh/);
  });

  it('is refused a second time', async () => {
    const { after } = await add(app({ [path]: delegate }), task('refresh', 'com.example.app.refresh'));
    const { answer } = await add(after, task('refresh', 'com.example.app.refresh'));
    expect(answer).toEqual({
      kind: 'refused',
      reason: 'A task with this identifier is registered already',
      write: '',
    });
  });

  it('stands beside another one', async () => {
    const first = await add(app({ [path]: delegate }), task('processing', 'com.example.app.cleanup'));
    const second = await add(first.after, task('processing', 'com.example.other.cleanup'));
    expect(second.answer.kind).toBe('edit');
    expect(second.after[path]).toContain('handleCleanup2');
    expect(second.after[path]?.match(/import.*BackgroundTasks/g)).toHaveLength(1);
    expect(await complaints(second.after)).toEqual([]);
  });
});

describe('the place of the registration', () => {
  const inMethod = (body: string) =>
    swiftDelegate.replace('        window = UIWindow()\n        return true', body);

  it('is before the only return', async () => {
    const { after } = await add(
      app({ 'App/AppDelegate.swift': swiftDelegate }),
      task('refresh', 'a.refresh'),
    );
    expect(after['App/AppDelegate.swift']).toContain(
      `        window = UIWindow()
        BGTaskScheduler.shared.register(forTaskWithIdentifier: "a.refresh", using: .main) { task in
            self.handleRefresh(task)
        }
        scheduleRefresh()
        return true
    }

    private func handleRefresh(_ task: BGTask) {
`,
    );
    expect(after['App/AppDelegate.swift']).toMatch(/^import UIKit\nimport BackgroundTasks\n\n@main/);
  });

  it('is before everything else where an early return could pass it by', async () => {
    const text = inMethod('        guard isReady else { return false }\n        return true');
    const { after } = await add(app({ 'App/AppDelegate.swift': text }), task('refresh', 'a.refresh'));
    expect(after['App/AppDelegate.swift']).toMatch(/-> Bool \{\n {8}BGTaskScheduler[\s\S]*guard isReady/);
    expect(await complaints(after)).toEqual([]);
  });

  it('makes an implicit return an explicit one', async () => {
    const { after } = await add(
      app({ 'App/AppDelegate.swift': inMethod('        true') }),
      task('refresh', 'a.b'),
    );
    expect(after['App/AppDelegate.swift']).toContain('scheduleB()\n        return true\n    }');
  });

  it('is at the cursor where there are two launch methods', async () => {
    const other = 'import Foundation\n\nfinal class Jobs {\n    // here\n}\n';
    const files = app({
      'App/AppDelegate.swift': swiftDelegate,
      'App/Other.swift': swiftDelegate.replace('AppDelegate', 'OtherDelegate').replace('@main\n', ''),
      'App/Jobs.swift': other,
    });
    const without = await add(files, task('refresh', 'a.refresh'));
    expect(without.answer).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('put the cursor'),
    });
    const { answer, after } = await add(files, task('refresh', 'a.refresh'), {
      path: 'App/Jobs.swift',
      at: '// here',
    });
    expect(answer).toMatchObject({
      kind: 'edit',
      summary: expect.stringContaining('call the registration there'),
    });
    expect(after['App/Jobs.swift']).toContain('    func registerRefresh() {\n        BGTaskScheduler');
    expect(after['App/AppDelegate.swift']).toBe(swiftDelegate);
    expect(parseFile('Jobs.swift', after['App/Jobs.swift'] ?? '').errors).toEqual([]);
  });

  it('is nowhere when the only launch method is not that of an app delegate', async () => {
    const logger = swiftDelegate
      .replace(
        '@main\nfinal class AppDelegate: UIResponder, UIApplicationDelegate',
        'final class LaunchLogger',
      )
      .replace('import UIKit', '// of a service\nimport UIKit');
    const { answer } = await add(app({ 'App/Logger.swift': logger }), task('refresh', 'a.refresh'));
    expect(answer).toMatchObject({ kind: 'refused', reason: expect.stringContaining('was not found') });
  });

  it('is in the part of the app delegate that has the launch method', async () => {
    const part = swiftDelegate
      .replace('@main\nfinal class AppDelegate: UIResponder, UIApplicationDelegate', 'extension Main')
      .replace('    var window: UIWindow?\n', '');
    const files = {
      'App/Main.swift':
        '// didFinishLaunchingWithOptions is in a part\nimport UIKit\n@main final class Main: NSObject, UIApplicationDelegate {}\n',
      'App/Part.swift': part,
    };
    const { answer, after } = await add(app(files), task('refresh', 'com.example.app.refresh'));
    expect(answer.kind).toBe('edit');
    expect(after['App/Part.swift']).toContain('self.handleRefresh(task)');
  });

  it('is nowhere when the type is half written', async () => {
    const broken = swiftDelegate.replace('window = UIWindow()', 'window = = UIWindow(');
    const { answer } = await add(app({ 'App/AppDelegate.swift': broken }), task('refresh', 'a.refresh'));
    expect(answer.kind).toBe('refused');
  });
});

describe('the registration in any launch method', () => {
  const swiftLines = [
    'window = UIWindow()',
    'guard isReady else { return false }',
    'if isReady { start() } // 🎧',
    'if isReady {\n            return true\n        }',
    '#if DEBUG\n        print("debug")\n        #endif',
    '/* first */ start()',
    'defer { start() }',
  ];
  const objcLines = [
    'self.window = [[UIWindow alloc] init];',
    'if (!self.isReady) { return NO; }',
    '[self start]; // 🎧',
    'for (UIView *view in self.views) {\n        [view layoutIfNeeded];\n    }',
  ];
  const bodies = fc.record({
    isSwift: fc.boolean(),
    picks: fc.array(fc.nat({ max: 6 }), { maxLength: 4 }),
    hasCrlf: fc.boolean(),
    hasTabs: fc.boolean(),
    isImplicit: fc.boolean(),
  });

  it('is one of its own statements, and no return comes before it', async () => {
    await loadGrammars();
    await fc.assert(
      fc.asyncProperty(bodies, async ({ isSwift, picks, hasCrlf, hasTabs, isImplicit }) => {
        const lines = isSwift ? swiftLines : objcLines;
        const chosen = picks.map((pick) => lines[pick % lines.length] ?? '');
        const path = isSwift ? 'App/AppDelegate.swift' : 'App/AppDelegate.m';
        const last = isSwift ? (isImplicit && chosen.length === 0 ? 'true' : 'return true') : 'return YES;';
        const indent = isSwift ? '        ' : '    ';
        const body = [...chosen, last].map((line) => indent + line).join('\n');
        let text = isSwift
          ? swiftDelegate.replace('        window = UIWindow()\n        return true', () => body)
          : objcDelegate.replace(/\tself\.window[\s\S]*?YES;/, () => body);
        if (hasTabs) text = text.replaceAll('    ', '\t');
        if (hasCrlf) text = text.replaceAll('\n', '\r\n');
        expect(parseFile(path, text).errors).toEqual([]);
        const { answer, after } = await add(
          app({ [path]: text }),
          task('processing', 'com.example.app.tidy'),
        );
        expect(answer.kind).toBe('edit');
        const result = after[path] ?? '';
        const program = parseFile(path, result);
        expect(program.errors).toEqual([]);
        const method = program.types
          .flatMap(({ methods }) => methods)
          .find(({ fullName }) => fullName.includes('didFinishLaunching'));
        const statements = method?.body?.statements ?? [];
        const texts = statements.map(({ range }) => result.slice(range.start, range.end));
        const at = texts.findIndex((each) => /register(ForTask|\()/.test(each));
        expect(at).toBeGreaterThanOrEqual(0);
        expect(texts.slice(0, at).filter((each) => /\breturn\b/.test(each))).toEqual([]);
        expect(hasCrlf ? result.replaceAll('\r\n', '') : result).not.toMatch(hasCrlf ? /[\r\n]/ : /\r/);
        for (const line of chosen)
          expect(result.replaceAll(/\s+/g, ' ')).toContain(line.replaceAll(/\s+/g, ' '));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a refresh task of SwiftUI', () => {
  it('is a modifier of the window group, without mistakes', async () => {
    const files = app({ 'App/SampleApp.swift': swiftUiApp });
    const { answer, after } = await add(files, task('swiftui-refresh', 'com.example.app.refresh'));
    expect(answer.kind).toBe('edit');
    expect(after['App/SampleApp.swift']).toContain(`    }
    .backgroundTask(.appRefresh("com.example.app.refresh")) {
      scheduleRefresh()
      await performRefresh()
    }
  }
`);
    expect(parseFile('A.swift', after['App/SampleApp.swift'] ?? '').errors).toEqual([]);
    expect(await complaints(after)).toEqual([]);
    const { answer: again } = await add(after, task('swiftui-refresh', 'com.example.app.refresh'));
    expect(again.kind).toBe('refused');
  });

  it('is refused where there is no such scene', async () => {
    const { answer } = await add(
      app({ 'App/AppDelegate.swift': swiftDelegate }),
      task('swiftui-refresh', 'a.b'),
    );
    expect(answer).toMatchObject({ kind: 'refused', reason: expect.stringContaining('WindowGroup') });
  });
});

describe('an identifier', () => {
  async function ask<T>(
    look: (target: Parameters<typeof proposedIdentifier>[0]) => T,
    files: Files,
  ): Promise<T> {
    const answers: T[] = [];
    await runCommand(files, ({ target }) => {
      answers.push(look(target));
      return { kind: 'nothing', summary: '' };
    });
    const [answer] = answers;
    if (answer === undefined) throw new Error('Nothing was answered');
    return answer;
  }

  it('is proposed from the bundle identifier, and free', async () => {
    const files = app({ 'App/AppDelegate.swift': swiftDelegate });
    expect(await ask((target) => proposedIdentifier(target, 'refresh'), files)).toBe(
      'com.example.app.refresh',
    );
    const { after } = await add(files, task('refresh', 'com.example.app.refresh'));
    expect(await ask((target) => proposedIdentifier(target, 'refresh'), after)).toBe(
      'com.example.app.refresh2',
    );
  });

  it.each<[TaskKind, string, RegExp]>([
    ['refresh', '', /needed/],
    ['refresh', 'a b', /Letters/],
    ['refresh', 'a"b', /Letters/],
    ['refresh', 'a..b', /Letters/],
    ['refresh', 'com.example.app.*', /Only continued/],
    ['continued', 'com.example.app.*.x', /very end/],
    ['continued', 'com.example.app*', /very end/],
    ['continued', 'com.example.other.export', /begins with the bundle identifier: com\.example\.app\./],
    ['processing', `com.${'x'.repeat(130)}`, /128 are allowed/],
  ])('of a %s task is not "%s"', async (kind, identifier, problem) => {
    const files = app({ 'App/AppDelegate.swift': swiftDelegate });
    const found = await ask((target) => identifierProblem(target, { kind, identifier }) ?? '', files);
    expect(found).toMatch(problem);
  });

  it('is proposed as the App Store has it where configurations differ', async () => {
    const target = {
      name: 'App',
      settings: { INFOPLIST_FILE: 'App/Info.plist' },
      perConfiguration: {
        Debug: { PRODUCT_BUNDLE_IDENTIFIER: 'com.example.app-debug' },
        Release: { PRODUCT_BUNDLE_IDENTIFIER: 'com.example.app' },
      },
      sources: ['App/AppDelegate.swift'],
    };
    const files = {
      ...app({ 'App/AppDelegate.swift': swiftDelegate }),
      'App.xcodeproj/project.pbxproj': pbxproj({ targets: [target] }),
    };
    expect(await ask((each) => proposedIdentifier(each, 'refresh'), files)).toBe('com.example.app.refresh');
    const problem = (each: Parameters<typeof identifierProblem>[0]) =>
      identifierProblem(each, task('continued', 'com.example.app.export')) ?? 'fine';
    expect(await ask(problem, files)).toContain('(com.example.app-debug, com.example.app)');
  });

  it('may be a foreign one where nothing forbids it', async () => {
    const files = app({ 'App/AppDelegate.swift': swiftDelegate });
    expect(
      await ask((target) => identifierProblem(target, task('refresh', 'org.other.x')) ?? 'fine', files),
    ).toBe('fine');
  });
});
