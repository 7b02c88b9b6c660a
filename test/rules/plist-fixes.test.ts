/** Fixes of property lists and projects that reach into other files. */
import { describe, expect, it } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { appPlist, plist, stringArray } from '../../server/src/core/rules/example-files';
import { appProject } from '../../server/src/core/rules/example-projects';
import type { Finding } from '../../server/src/core/rules/types';
import { parsePlist } from '../../server/src/core/syntax/plist';
import { dictEntry, stringItems } from '../../server/src/core/syntax/plist-query';
import { applyEdits } from '../../server/src/core/text';
import { createWorkspace } from '../../server/src/core/workspace';
import { checkFiles, type Files } from '../support/check-files';
import { memoryHost } from '../support/memory-fs';

const project = 'App.xcodeproj/project.pbxproj';
const modes = (...values: readonly string[]) => stringArray('UIBackgroundModes', values);

function fixed(files: Files, finding: Finding | undefined, path: (uri: string) => string, index = 0): Files {
  const changes = (finding?.fixes[index]?.files ?? []).map(({ uri, edits }) => [
    path(uri),
    applyEdits(files[path(uri)] ?? '', edits),
  ]);
  return { ...files, ...Object.fromEntries(changes) };
}

async function firstOf(rule: string, files: Files): Promise<{ finding: Finding | undefined; after: Files }> {
  const checked = await checkFiles(files);
  const finding = checked.findings.find((each) => each.rule === rule);
  return { finding, after: fixed(files, finding, checked.path) };
}

function declared(text: string | undefined, key = 'UIBackgroundModes'): readonly string[] {
  return stringItems(dictEntry(parsePlist(text ?? '').root, key)?.value).map(({ value }) => value);
}

describe('modes in an entitlements file', () => {
  const files = (infoPlist: string): Files => ({
    [project]: appProject({
      configurations: {
        Release: 'INFOPLIST_FILE = App/Info.plist;\nCODE_SIGN_ENTITLEMENTS = App/App.entitlements;',
      },
    }),
    'App/Info.plist': infoPlist,
    'App/App.entitlements': plist(stringArray('com.apple.developer.background-modes', ['audio', 'fetch'])),
  });

  it('move into the Info.plist of the target', async () => {
    const { finding, after } = await firstOf('misplaced-background-modes', files(appPlist(modes('voip'))));
    expect(finding?.fixes[0]?.title).toBe('Move com.apple.developer.background-modes to App/Info.plist');
    expect(declared(after['App/Info.plist'])).toEqual(['voip', 'audio', 'fetch']);
    expect(after['App/App.entitlements']).toBe(plist(''));
    expect((await checkFiles(after)).findings).toEqual([]);
  });

  it('go when the Info.plist has them already', async () => {
    const before = files(appPlist(modes('fetch', 'audio')));
    const { finding, after } = await firstOf('misplaced-background-modes', before);
    expect(finding?.fixes[0]?.title).toMatch(/^Remove .* App\/Info\.plist declares it already$/);
    expect(after['App/Info.plist']).toBe(before['App/Info.plist']);
  });

  it('can only be removed where no target is known', async () => {
    const text = plist(stringArray('UIBackgroundModes', ['audio']));
    const { finding } = await firstOf('misplaced-background-modes', { 'App.entitlements': text });
    expect(finding?.fixes.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Remove UIBackgroundModes', false],
    ]);
  });

  it('have a fix that follows the text of the Info.plist', async () => {
    const before = files(appPlist(modes('voip')));
    const host = memoryHost(before);
    const workspace = createWorkspace(host, allRules);
    workspace.setFolders(['file:///ws']);
    await workspace.load();
    const changed = appPlist(`<key>CFBundleName</key>\n<string>A longer text</string>\n${modes('voip')}`);
    workspace.didOpen(host.uri('App/Info.plist'), 1, changed);
    const [finding] = await workspace.findings(host.uri('App/App.entitlements'));
    const edits = finding?.fixes[0]?.files.find(({ uri }) => uri.endsWith('Info.plist'))?.edits ?? [];
    expect(declared(applyEdits(changed, edits))).toEqual(['voip', 'audio', 'fetch']);
    workspace.dispose();
  });
});

describe('background modes as a build setting', () => {
  const configurations = {
    Debug:
      'GENERATE_INFOPLIST_FILE = YES;\nINFOPLIST_FILE = Debug.plist;\nINFOPLIST_KEY_UIBackgroundModes = audio;',
    Release:
      'GENERATE_INFOPLIST_FILE = YES;\nINFOPLIST_FILE = Release.plist;\nINFOPLIST_KEY_UIBackgroundModes = "audio fetch";',
  };

  it('move into the Info.plist of each configuration, and the setting goes from all', async () => {
    const text = appProject({ configurations });
    const files = { [project]: text, 'Debug.plist': appPlist(''), 'Release.plist': appPlist(modes('audio')) };
    const { after } = await firstOf('ignored-infoplist-build-setting', files);
    expect(declared(after['Debug.plist'])).toEqual(['audio']);
    expect(declared(after['Release.plist'])).toEqual(['audio', 'fetch']);
    expect(after[project]).toBe(text.replace(/\t+INFOPLIST_KEY_UIBackgroundModes.*\n/g, ''));
  });

  it('have no fix in a list of the project, which other targets have too', async () => {
    const files = {
      [project]: appProject({
        configurations: { Release: 'INFOPLIST_FILE = Info.plist;' },
        settings: 'INFOPLIST_KEY_UIBackgroundModes = audio;',
      }),
      'Info.plist': appPlist(''),
    };
    const { finding } = await firstOf('ignored-infoplist-build-setting', files);
    expect(finding?.fixes).toEqual([]);
  });
});

describe('processing without identifiers', () => {
  it('permits the identifiers that the code registers', async () => {
    const code = `import BackgroundTasks

enum Tasks {
  static let cleanUp = "com.example.app.clean-up"
  static func register() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: cleanUp, using: nil) { task in
      task.expirationHandler = { task.setTaskCompleted(success: false) }
      task.setTaskCompleted(success: true)
    }
  }
}
`;
    const files = { 'Info.plist': appPlist(modes('processing')), 'Tasks.swift': code };
    const { finding, after } = await firstOf('processing-without-permitted-identifiers', files);
    expect(finding?.fixes.map(({ title }) => title)).toEqual([
      "Permit 'com.example.app.clean-up'",
      "Remove 'processing'",
    ]);
    expect(declared(after['Info.plist'], 'BGTaskSchedulerPermittedIdentifiers')).toEqual([
      'com.example.app.clean-up',
    ]);
  });
});

describe('files in other encodings', () => {
  const text = appPlist('<key>UIBackgroundModes</key>\n<string>audio</string>');
  const encodings = {
    'UTF-8 with a mark': Buffer.from(`\ufeff${text}`, 'utf8'),
    'UTF-16, little end first': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'UTF-16, big end first': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  };

  it.each(Object.entries(encodings))('are read as %s', async (_, bytes) => {
    const host = memoryHost({ 'Info.plist': new Uint8Array(bytes) });
    const workspace = createWorkspace(host, allRules);
    workspace.setFolders(['file:///ws']);
    await workspace.load();
    const findings = await workspace.allFindings();
    expect(findings.map(({ rule }) => rule)).toEqual(['background-key-wrong-type']);
    workspace.dispose();
  });
});

describe('malformed-plist', () => {
  it('says one thing about a merge conflict', async () => {
    const text = appPlist(modes('audio')).replace(
      '\t\t<string>audio',
      '<<<<<<< ours\n\t\t<string>audio</string>\n=======\n\t\t<strin>voip\n>>>>>>> theirs\n\t\t<string>fetch',
    );
    const { findings } = await checkFiles({ 'Info.plist': text });
    expect(findings.map(({ message }) => message)).toEqual([
      'A merge conflict was left unresolved here: the property list cannot be read, and the build fails',
    ]);
  });

  it('is silent about what the C preprocessor makes a property list of', async () => {
    const files = {
      [project]: appProject({
        configurations: { Release: 'INFOPLIST_FILE = Info.plist;\nINFOPLIST_PREPROCESS = YES;' },
      }),
      'Info.plist': appPlist('#if BETA\n<key>Beta</key>\n<true/>\n#endif'),
    };
    expect((await checkFiles(files)).findings).toEqual([]);
  });
});
