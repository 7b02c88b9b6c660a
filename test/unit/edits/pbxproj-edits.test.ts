import { build, parse } from '@bacons/xcode/json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  removeBuildSetting,
  setBuildSetting,
} from '../../../server/src/core/features/edits/pbxproj/build-settings';
import { addMembershipException } from '../../../server/src/core/features/edits/pbxproj/membership';
import type { ProjectFile } from '../../../server/src/core/project/types';
import { applyEdits, type TextEdit } from '../../../server/src/core/text';
import { pbxproj } from '../../support/pbxproj-builder';
import { APP_ID, FOLDER_ID, projectFile, xcodeProject } from '../../support/xcode-style';

type Edit = (project: ProjectFile) => readonly TextEdit[] | undefined;

function edited(text: string, edit: Edit): string | undefined {
  const edits = edit(projectFile(text));
  return edits && applyEdits(text, edits);
}

const setFile: Edit = (project) => setBuildSetting(project, APP_ID, 'INFOPLIST_FILE', 'App/Info.plist');
const leaveOut =
  (path = 'Info.plist'): Edit =>
  (project) =>
    addMembershipException(project, FOLDER_ID, APP_ID, path);

describe('setBuildSetting', () => {
  it.each([
    [[], ['INFOPLIST_FILE = App/Info.plist;']],
    [
      ['GENERATE_INFOPLIST_FILE = YES;', 'SWIFT_VERSION = 5.0;'],
      ['GENERATE_INFOPLIST_FILE = YES;', 'INFOPLIST_FILE = App/Info.plist;', 'SWIFT_VERSION = 5.0;'],
    ],
    [
      ['A = (', '\tx,', ');'],
      ['A = (', '\tx,', ');', 'INFOPLIST_FILE = App/Info.plist;'],
    ],
    [['INFOPLIST_FILE = "";'], ['INFOPLIST_FILE = App/Info.plist;']],
  ])('puts the line in its place among %j', (before, after) => {
    expect(edited(xcodeProject({ settings: before }), setFile)).toBe(xcodeProject({ settings: after }));
  });

  it('changes the named configurations only, and quotes what needs it', () => {
    const text = edited(xcodeProject(), (project) =>
      setBuildSetting(project, APP_ID, 'INFOPLIST_FILE', 'My "App"/Info.plist', ['Release']),
    );
    expect(text?.split('INFOPLIST_FILE').length).toBe(2);
    expect(text).toContain(
      '\t\t\t\tINFOPLIST_FILE = "My \\"App\\"/Info.plist";\n\t\t\t};\n\t\t\tname = Release;',
    );
  });

  it('keeps objects on one line where they are', () => {
    const text = pbxproj({ targets: [{ name: 'App', settings: { A: 'x', SWIFT_VERSION: '5.0' } }] });
    const once = edited(text, (project) => setBuildSetting(project, 'target:App', 'M', 'y z'));
    expect(once).toBe(text.replaceAll('A = x; SWIFT', 'A = x; M = "y z"; SWIFT'));
  });

  it.each([
    ['a conditional value would be stronger', xcodeProject({ settings: ['"INFOPLIST_FILE[sdk=*]" = x;'] })],
    ['the project has conflict markers', `${xcodeProject()}<<<<<<< HEAD\n`],
    ['there is no such target', xcodeProject().replaceAll(APP_ID, 'A00000000000000000000009')],
    [
      'an id stands twice',
      xcodeProject().replace('A00000000000000000000042 /* R', 'A00000000000000000000041 /* R'),
    ],
  ])('declines when %s', (_, text) => {
    expect(edited(text, setFile)).toBeUndefined();
  });
});

describe('removeBuildSetting', () => {
  it('takes all forms of the setting out', () => {
    const settings = [
      'A = 1;',
      'KEY = "a b"; /* note */',
      '"KEY[sdk=iphoneos*]" = (',
      '\tx,',
      ');',
      'KEYS = 1;',
    ];
    const text = edited(xcodeProject({ settings }), (project) => removeBuildSetting(project, APP_ID, 'KEY'));
    expect(parse(text ?? '')).toEqual(parse(xcodeProject({ settings: ['A = 1;', 'KEYS = 1;'] })));
    expect(text).not.toMatch(/^[ \t]*$\n^[ \t]*$/m);
  });
});

describe('addMembershipException', () => {
  it('adds an exception set in a section of its own', () => {
    const text = edited(xcodeProject(), leaveOut()) ?? '';
    const [id = ''] = /[0-9A-F]{24}(?= \/\* Exceptions)/.exec(text) ?? [];
    expect(text).toContain(`
/* Begin PBXFileSystemSynchronizedBuildFileExceptionSet section */
\t\t${id} /* Exceptions for "App" folder in "App" target */ = {
\t\t\tisa = PBXFileSystemSynchronizedBuildFileExceptionSet;
\t\t\tmembershipExceptions = (
\t\t\t\tInfo.plist,
\t\t\t);
\t\t\ttarget = ${APP_ID} /* App */;
\t\t};
/* End PBXFileSystemSynchronizedBuildFileExceptionSet section */

/* Begin PBXFileSystemSynchronizedRootGroup section */
\t\t${FOLDER_ID} /* App */ = {
\t\t\tisa = PBXFileSystemSynchronizedRootGroup;
\t\t\texceptions = (
\t\t\t\t${id} /* Exceptions for "App" folder in "App" target */,
\t\t\t);
\t\t\tpath = App;
`);
    expect(edited(text, leaveOut())).toBe(text);
    expect(xcodeProject()).not.toContain(id);
  });

  it('adds a path to a set that is there, in the order of the alphabet', () => {
    const once = edited(xcodeProject(), leaveOut('M.plist')) ?? '';
    const twice = edited(edited(once, leaveOut('Z z.plist')) ?? '', leaveOut('Info.plist'));
    expect(twice).toBe(
      once.replace('\t\t\t\tM.plist,\n', '\t\t\t\tInfo.plist,\n\t\t\t\tM.plist,\n\t\t\t\t"Z z.plist",\n'),
    );
  });

  it('writes comments that end where they should', () => {
    const text = edited(xcodeProject().replace('name = "App"', 'name = "a */ b"'), leaveOut());
    expect(projectFile(text ?? '').document.problems).toEqual([]);
    expect(text).toContain('folder in "a * / b" target */');
  });

  it('stands beside the sets of other targets', () => {
    const text = edited(xcodeProject({ hasExceptions: true }), leaveOut()) ?? '';
    expect(objectsOf(text)[FOLDER_ID]?.exceptions).toHaveLength(2);
    expect(text.match(/Begin PBXFileSystemSynchronizedBuildFileExceptionSet/g)).toHaveLength(1);
  });
});

const names = fc.constantFrom(
  'A',
  'INFOPLIST_FILE',
  'KEY',
  'SWIFT_VERSION',
  'ZZ',
  'CODE_SIGN_IDENTITY[sdk=iphoneos*]',
);
const strings = fc
  .array(fc.constantFrom('a', 'B', ' ', '"', '\\', '$(X)', '/', '.', '-', '_', 'é', '🎧', '\n', ';', '}'), {
    maxLength: 8,
  })
  // The oracle's writer leaves a leading // without quotes.
  .map((characters) => `x${characters.join('')}`);
const settingsOf = fc.dictionary(names, fc.oneof(strings, fc.array(strings, { maxLength: 3 })), {
  maxKeys: 5,
});
const targetNames = fc.constantFrom('App', 'My App', 'A "quoted" name', 'Ünï');

/** As the second reader sees them. */
function objectsOf(text: string): Record<string, Record<string, unknown>> {
  return JSON.parse(JSON.stringify(parse(text).objects ?? {}));
}

describe('edits of generated projects', () => {
  const projects = fc.tuple(settingsOf, targetNames, fc.boolean(), fc.constantFrom('\n', '\r\n'));

  function render(settings: Record<string, unknown>, name: string, hasExceptions: boolean): string {
    const built = parse(xcodeProject({ hasExceptions }));
    for (const id of ['A00000000000000000000041', 'A00000000000000000000042']) {
      Object.assign(Object(built.objects?.[id]), { buildSettings: settings });
    }
    Object.assign(Object(built.objects?.[APP_ID]), { name });
    return build(built);
  }

  it('set a value, change nothing else, and nothing at all the second time', () => {
    fc.assert(
      fc.property(projects, names, strings, ([settings, name, hasExceptions, lineEnd], key, value) => {
        fc.pre(!key.includes('['));
        const text = render(settings, name, hasExceptions).replaceAll('\n', lineEnd);
        const edit: Edit = (project) => setBuildSetting(project, APP_ID, key, value);
        const once = edited(text, edit) ?? '';
        expect(parse(once)).toEqual(parse(render({ ...settings, [key]: value }, name, hasExceptions)));
        expect(edited(once, edit)).toBe(once);
        expect(once.split(lineEnd).join('')).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('leave a file out, change nothing else, and nothing at all the second time', () => {
    fc.assert(
      fc.property(projects, strings, ([settings, name, hasExceptions, lineEnd], path) => {
        const text = render(settings, name, hasExceptions).replaceAll('\n', lineEnd);
        const once = edited(text, leaveOut(path)) ?? '';
        const [before, after] = [objectsOf(text), objectsOf(once)];
        const added = Object.keys(after).filter((id) => !Object.hasOwn(before, id));
        expect(added).toHaveLength(1);
        expect(after[added[0] ?? '']).toMatchObject({ membershipExceptions: [path], target: APP_ID });
        const known = before[FOLDER_ID]?.exceptions ?? [];
        const named = after[FOLDER_ID]?.exceptions;
        expect([named].flat().sort()).toEqual([...[known].flat(), ...added].sort());
        expect(edited(once, leaveOut(path))).toBe(once);
        const rest = Object.entries(after).filter(([id]) => !added.includes(id));
        expect(Object.fromEntries([...rest, [FOLDER_ID, before[FOLDER_ID]]])).toEqual(before);
      }),
    );
  });
});
