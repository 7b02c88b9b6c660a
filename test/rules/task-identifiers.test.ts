/** Task identifiers in code, in property lists and across files: what is found, and what the fixes make of it. */
import { describe, expect, it } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { appPlist, stringArray } from '../../server/src/core/rules/example-files';
import { appProject } from '../../server/src/core/rules/example-projects';
import type { Finding } from '../../server/src/core/rules/types';
import { applyEdits } from '../../server/src/core/text';
import { createWorkspace } from '../../server/src/core/workspace';
import { checkFiles, type Files } from '../support/check-files';
import { memoryHost } from '../support/memory-fs';

const key = 'BGTaskSchedulerPermittedIdentifiers';

function plist(...identifiers: readonly string[]): string {
  return appPlist(stringArray('UIBackgroundModes', ['fetch']) + stringArray(key, identifiers));
}

const registering = (identifier: string): string =>
  `import BackgroundTasks\nfunc start() {\n    BGTaskScheduler.shared.register(forTaskWithIdentifier: ${identifier}, using: nil) { run($0) }\n}\n`;

const submitting = (identifier: string, request = 'BGAppRefreshTaskRequest'): string =>
  `import BackgroundTasks\nfunc schedule() throws {\n    try BGTaskScheduler.shared.submit(${request}(identifier: ${identifier}))\n}\n`;

async function found(rule: string, files: Files): Promise<readonly Finding[]> {
  const { findings, errors } = await checkFiles(files);
  expect(errors).toEqual([]);
  return findings.filter((finding) => finding.rule === rule);
}

/** The files after one fix of the first finding, which must be gone then. */
async function fixed(rule: string, files: Files, title: RegExp): Promise<Files> {
  const checked = await checkFiles(files);
  const finding = checked.findings.find((each) => each.rule === rule);
  const fix = finding?.fixes.find((each) => title.test(each.title));
  if (fix === undefined) throw new Error(`No fix: ${finding?.fixes.map((each) => each.title).join(', ')}`);
  const changed = fix.files.map(({ uri, edits }) => {
    const path = checked.path(uri);
    return [path, applyEdits(files[path] ?? '', edits)] as const;
  });
  const after = { ...files, ...Object.fromEntries(changed) };
  expect(await found(rule, after)).toEqual([]);
  return Object.fromEntries(changed);
}

describe('an identifier that is not permitted', () => {
  const rule = 'task-identifier-not-permitted';

  it('is added to the list', async () => {
    const files = {
      'a.swift': registering('"com.example.app.sync"'),
      'Info.plist': plist('com.example.app.old'),
    };
    expect(await fixed(rule, files, /^Permit/)).toEqual({
      'Info.plist': plist('com.example.app.old', 'com.example.app.sync'),
    });
  });
  it('is corrected in the list where it is mistyped', async () => {
    const files = {
      'a.swift': registering('"com.example.app.sync"'),
      'Info.plist': plist('com.example.app.snyc'),
    };
    expect(await fixed(rule, files, /^Change/)).toEqual({ 'Info.plist': plist('com.example.app.sync') });
  });
  it('is added with the variable of the bundle identifier', async () => {
    const files = {
      'a.swift': registering('Bundle.main.bundleIdentifier! + ".sync"'),
      'Info.plist': plist(),
    };
    expect(await fixed(rule, files, /^Permit/)).toEqual({
      'Info.plist': plist('$(PRODUCT_BUNDLE_IDENTIFIER).sync'),
    });
  });
  it('is added where a generator has the property list', async () => {
    const files = {
      'project.yml':
        'name: App\ntargets:\n  App:\n    type: application\n    platform: iOS\n    sources: [App]\n    info:\n      path: App/Info.plist\n      properties:\n        UIBackgroundModes: [fetch]\n',
      'App/a.swift': registering('"com.example.app.sync"'),
    };
    const after = await fixed(rule, files, /^Permit/);
    expect(Object.keys(after)).toEqual(['project.yml']);
    expect(after['project.yml']).toContain('com.example.app.sync');
  });
  it.each(['Release', 'Debug'])('is fine when the configuration %s permits it', async (name) => {
    const other = name === 'Release' ? 'Debug' : 'Release';
    const project = appProject({
      configurations: {
        [name]: 'INFOPLIST_FILE = Info.plist;\nPRODUCT_BUNDLE_IDENTIFIER = com.example.app;',
        [other]: 'INFOPLIST_FILE = Info.plist;\nPRODUCT_BUNDLE_IDENTIFIER = com.example.app.other;',
      },
    });
    const files = {
      'App.xcodeproj/project.pbxproj': project,
      'a.swift': registering('"com.example.app.sync"'),
      'Info.plist': plist('$(PRODUCT_BUNDLE_IDENTIFIER).sync'),
    };
    expect(await found(rule, files)).toEqual([]);
  });
  it('in a package may be for another app that links it', async () => {
    const library = (name: string) =>
      `App${name}:\n    type: application\n    platform: iOS\n    sources: [App${name}]\n    dependencies: [{target: Kit}]\n    info:\n      path: App${name}/Info.plist\n`;
    const files = (identifier: string): Files => ({
      'project.yml': `name: Apps\ntargets:\n  Kit:\n    type: framework\n    platform: iOS\n    sources: [Kit]\n  ${library('A')}      properties:\n        ${key}: [${identifier}]\n  ${library('B')}      properties: {}\n`,
      'AppA/a.swift': '',
      'AppB/b.swift': '',
      'Kit/kit.swift': registering('"com.example.sync"'),
    });
    expect(await found(rule, files('com.example.sync'))).toEqual([]);
    expect((await found(rule, files('com.example.other'))).map(({ target }) => target)).toContain('AppB');
  });
  it.each([
    ['an unfinished list', plist('com.example.app.sync').replace('</array>', '').replace('</plist>', '')],
    ['a list that is no array', appPlist(`<key>${key}</key>\n<string>com.example</string>\n`)],
    ['an entry of another kind', appPlist(`<key>${key}</key>\n<array>\n<integer>1</integer>\n</array>\n`)],
  ])('is not looked for in %s', async (_, info) => {
    expect(
      await found(rule, { 'a.swift': registering('"com.example.app.sync"'), 'Info.plist': info }),
    ).toEqual([]);
  });
});

describe('a permitted identifier without a handler', () => {
  const rule = 'permitted-identifier-without-launch-handler';

  it('is removed', async () => {
    const files = {
      'a.swift': registering('"com.example.app.sync"'),
      'Info.plist': plist('com.example.app.sync', 'com.example.app.old'),
    };
    expect(await fixed(rule, files, /^Remove/)).toEqual({ 'Info.plist': plist('com.example.app.sync') });
  });
  it('stays when the processing mode needs one', async () => {
    const info = appPlist(
      stringArray('UIBackgroundModes', ['processing']) + stringArray(key, ['com.example.app.old']),
    );
    const [finding] = await found(rule, { 'a.swift': 'import BackgroundTasks\n', 'Info.plist': info });
    expect(finding?.fixes).toEqual([]);
  });
});

describe('a second launch handler', () => {
  const rule = 'launch-handler-registered-twice';
  const scene =
    'import SwiftUI\n@main struct A: App {\n    var body: some Scene {\n        WindowGroup { Text("") }\n            .backgroundTask(.appRefresh("a.b")) { await run() }\n    }\n}\n';

  it('of SwiftUI is removed with its modifier', async () => {
    const files = { 'a.swift': registering('"a.b"'), 'z.swift': scene };
    expect(await fixed(rule, files, /^Remove/)).toEqual({
      'z.swift': scene.replace(/\n\s*\.backgroundTask.*/, ''),
    });
  });
  it('is removed with its statement', async () => {
    const files = { 'a.swift': registering('"a.b"'), 'b.swift': registering('"a.b"') };
    expect(await fixed(rule, files, /^Remove/)).toEqual({
      'b.swift': 'import BackgroundTasks\nfunc start() {\n}\n',
    });
  });
  it('in a test is none', async () => {
    const project = appProject({ product: 'bundle.unit-test' });
    const files = {
      'App.xcodeproj/project.pbxproj': project,
      'a.swift': registering('"a.b"'),
      'b.swift': registering('"a.b"'),
    };
    expect(await found(rule, files)).toEqual([]);
  });
});

describe('a cast to the wrong class', () => {
  it('is corrected together with the parameter that takes the task', async () => {
    const handling = (type: string): string =>
      `import BackgroundTasks\nfinal class Cleaner {\n    func start() {\n        BGTaskScheduler.shared.register(forTaskWithIdentifier: "a.b", using: nil) { task in\n            self.clean(task as! ${type})\n        }\n    }\n\n    func clean(_ task: ${type}) { task.setTaskCompleted(success: true) }\n}\n`;
    const files = {
      'a.swift': handling('BGAppRefreshTask'),
      'b.swift': submitting('"a.b"', 'BGProcessingTaskRequest'),
    };
    expect(await fixed('wrong-task-class', files, /^Cast/)).toEqual({
      'a.swift': handling('BGProcessingTask'),
    });
  });
});

describe('a request for a task that transfers', () => {
  const files = (setting: string): Files => ({
    'a.swift': `import BackgroundTasks\nfunc start() {\n    BGTaskScheduler.shared.register(forTaskWithIdentifier: "a.b", using: nil) { task in\n        let work = Task {\n            _ = try? await URLSession.shared.data(from: url)\n            task.setTaskCompleted(success: true)\n        }\n        task.expirationHandler = { work.cancel() }\n    }\n}\nfunc schedule() throws {\n    let request = BGProcessingTaskRequest(identifier: "a.b")\n${setting}    try BGTaskScheduler.shared.submit(request)\n}\n`,
  });

  it('asks for the network then', async () => {
    expect(await fixed('processing-request-without-network', files(''), /^Ask/)).toEqual(
      files('    request.requiresNetworkConnectivity = true\n'),
    );
  });
  it('may refuse it on purpose', async () => {
    const refusing = files('    request.requiresNetworkConnectivity = false\n');
    expect(await found('processing-request-without-network', refusing)).toEqual([]);
  });
});

describe('findings that depend on other files', () => {
  it('go when the other file changes', async () => {
    const host = memoryHost({
      '/ws/a.swift': registering('"a.b"'),
      '/ws/b.swift': registering('"a.b"'),
    });
    const workspace = createWorkspace(host, allRules);
    const codes = async (): Promise<readonly string[]> =>
      (await workspace.allFindings())
        .filter(({ rule }) => rule === 'launch-handler-registered-twice')
        .map(({ uri }) => uri);
    try {
      workspace.setFolders([host.uri('/ws')]);
      await workspace.load();
      expect(await codes()).toEqual([host.uri('/ws/b.swift')]);
      workspace.didOpen(host.uri('/ws/a.swift'), 1, registering('"a.c"'));
      expect(await codes()).toEqual([]);
    } finally {
      workspace.dispose();
    }
  });
});
