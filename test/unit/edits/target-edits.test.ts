import { describe, expect, it } from 'vitest';
import {
  changeTarget,
  type PlistChange,
  type PlistKind,
  type TargetEditContext,
} from '../../../server/src/core/features/edits/target-edits';
import { effectiveInfoPlist } from '../../../server/src/core/project/effective-info-plist';
import type {
  OwnedValues,
  PlistFile,
  ProjectFile,
  Target,
  TargetConfiguration,
} from '../../../server/src/core/project/types';
import { jsonDocument, parseJsonValues } from '../../../server/src/core/syntax/json-values';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import { applyEdits } from '../../../server/src/core/text';
import { pbxproj } from '../../support/pbxproj-builder';
import { infoPlist, plistText } from '../../support/plist-text';
import { APP_ID, projectFile, xcodeProject } from '../../support/xcode-style';

const audio: PlistChange = { kind: 'add-strings', key: 'UIBackgroundModes', values: ['audio'] };
const push: PlistChange = { kind: 'add-entry', key: 'aps-environment', value: 'development' };

function plist(name: string, text: string): PlistFile {
  return { uri: `file:///ws/${name}`, text, document: parsePlist(text) };
}

const configText = '{\n  "expo": {\n    "name": "Sample"\n  }\n}\n';

function config(text = configText, path = ['expo', 'ios', 'infoPlist']): PlistFile {
  return { uri: 'file:///ws/app.json', text, document: jsonDocument(parseJsonValues(text), path) };
}

function owned(file: PlistFile, effect: OwnedValues['effect'] = 'replaces'): OwnedValues {
  const part = { owner: 'expo' as const, file, path: ['expo', 'ios', 'infoPlist'] };
  return { effect, isComplete: true, parts: [part] };
}

function configuration(more: Partial<TargetConfiguration>): TargetConfiguration {
  return {
    name: 'Debug',
    infoPlistUri: undefined,
    infoPlistUnresolved: false,
    generatesInfoPlist: true,
    entitlementsUri: undefined,
    entitlementsUnresolved: false,
    bundleIdentifier: undefined,
    deploymentTargets: {},
    setting: () => undefined,
    expand: (text) => text,
    ...more,
  };
}

function context(
  configurations: readonly Partial<TargetConfiguration>[],
  files: readonly PlistFile[] = [],
  more: Partial<Target> = {},
): TargetEditContext {
  const project = projectFile(xcodeProject());
  const target: Target = {
    id: `${project.uri}#${APP_ID}`,
    name: 'App',
    product: 'app',
    platforms: ['iOS'],
    projectUri: project.uri,
    configurations: configurations.map(configuration),
    sources: ['file:///ws/App/Player.swift'],
    dependencies: [],
    isComplete: true,
    gaps: [],
    ...more,
  };
  const read = (uri: string) => files.find((file) => file.uri === uri);
  return {
    target,
    project: { kind: 'pbxproj', ...project },
    exists: () => false,
    infoPlist: effectiveInfoPlist(target, read),
    entitlements: files.filter(({ uri }) => uri.endsWith('.entitlements')),
    siblings: [],
  };
}

/** File name → text afterwards. */
function texts(
  place: TargetEditContext,
  kind: PlistKind,
  change: PlistChange,
  files: readonly PlistFile[] = [],
): Record<string, string> | undefined {
  const made = changeTarget(place, kind, change);
  const before = [...files, ...(place.project === undefined ? [] : [place.project])];
  return (
    made &&
    Object.fromEntries(
      made.files.map(({ uri, edits, create }) => [
        uri.replace('file:///ws/', ''),
        create ?? applyEdits(before.find((file) => file.uri === uri)?.text ?? '', edits),
      ]),
    )
  );
}

function classicProject(): ProjectFile {
  const text = pbxproj({ targets: [{ name: 'App', sources: ['App/Player.swift'] }] });
  return projectFile(text.replaceAll('target:App', APP_ID));
}

describe('changeTarget', () => {
  it('creates entitlements and names them, without an exception in a synchronized folder', () => {
    const made = texts(context([{}, {}]), 'entitlements', push);
    expect(made?.['App/App.entitlements']).toContain('<key>aps-environment</key>\n\t<string>development<');
    expect(made?.['App.xcodeproj/project.pbxproj']).toBe(
      xcodeProject({ settings: ['CODE_SIGN_ENTITLEMENTS = App/App.entitlements;'] }),
    );
  });

  it('creates entitlements beside the Info.plist', () => {
    const file = plist('Support/Info.plist', infoPlist([]));
    const [made] =
      changeTarget(
        {
          ...context([{ infoPlistUri: file.uri }], [file]),
          project: { kind: 'pbxproj', ...classicProject() },
        },
        'entitlements',
        push,
      )?.places ?? [];
    expect(made).toBe('file:///ws/Support/App.entitlements');
  });

  it('writes into what a tool makes the property list of, whatever else is there', () => {
    const files = [plist('App/Info.plist', infoPlist([])), config()];
    const place = context(
      [{ infoPlistUri: 'file:///ws/App/Info.plist', ownedInfoPlist: owned(config()) }],
      files,
    );
    const made = texts(place, 'info', audio, files);
    expect(Object.keys(made ?? {})).toEqual(['app.json']);
    expect(made?.['app.json']).toBe(
      configText.replace(
        '"Sample"',
        '"Sample",\n    "ios": {\n      "infoPlist": {\n        "UIBackgroundModes": ["audio"]\n      }\n    }',
      ),
    );
  });

  it('writes into the file that a tool adds to, unless the tool has the key', () => {
    const file = plist('App/Info.plist', infoPlist([]));
    const uris = { infoPlistUri: file.uri };
    const empty = [file, config()];
    const first = context([{ ...uris, ownedInfoPlist: owned(config(), 'extends') }], empty);
    expect(Object.keys(texts(first, 'info', { ...audio, key: 'WKBackgroundModes' }, empty) ?? {})).toEqual([
      'App/Info.plist',
    ]);
    const having = config('{"expo": {"ios": {"infoPlist": {"WKBackgroundModes": ["x"]}}}}');
    const second = context([{ ...uris, ownedInfoPlist: owned(having, 'extends') }], [file, having]);
    expect(texts(second, 'info', { ...audio, key: 'WKBackgroundModes' }, [file, having])).toEqual({
      'app.json': '{"expo": {"ios": {"infoPlist": {"WKBackgroundModes": ["x", "audio"]}}}}',
    });
  });

  it('takes values out of every place that has them, and with the last one its array', () => {
    const debug = plist('Debug.plist', infoPlist(['audio', 'fetch']));
    const release = plist('Release.plist', infoPlist(['audio']));
    const other = plist('Other.plist', infoPlist(['fetch']));
    const files = [debug, release, other];
    const place = context(
      files.map(({ uri }) => ({ infoPlistUri: uri })),
      files,
    );
    const change: PlistChange = { kind: 'remove-string', key: 'UIBackgroundModes', value: 'audio' };
    expect(texts(place, 'info', change, files)).toEqual({
      'Debug.plist': infoPlist(['fetch']),
      'Release.plist': release.text.replace(/<key>UIBackgroundModes<.*<\/array>\n/s, ''),
    });
    const entry: PlistChange = { kind: 'remove-entry', key: 'UIBackgroundModes' };
    expect(Object.keys(texts(place, 'info', entry, files) ?? {})).toEqual([
      'Debug.plist',
      'Release.plist',
      'Other.plist',
    ]);
  });

  it('takes nothing out where an option of a tool declares it too', () => {
    const values = owned(config('{"expo": {"ios": {"infoPlist": {"UIBackgroundModes": ["audio"]}}}}'));
    const option = plist('option', infoPlist(['audio']));
    const implied = { owner: 'expo' as const, file: option, path: [], isImplied: true as const };
    const parts = [...values.parts, implied];
    const change: PlistChange = { kind: 'remove-string', key: 'UIBackgroundModes', value: 'audio' };
    expect(changeTarget(context([{ ownedInfoPlist: values }]), 'info', change)?.files).toHaveLength(1);
    const both = context([{ ownedInfoPlist: { ...values, parts } }]);
    expect(changeTarget(both, 'info', change)).toBeUndefined();
  });

  it('has nothing to do where everything is there', () => {
    const file = plist('App/Info.plist', infoPlist(['audio']));
    const made = changeTarget(context([{ infoPlistUri: file.uri }], [file]), 'info', audio);
    expect(made?.files).toEqual([]);
  });

  it('adds an entry to every configuration once', () => {
    const file = plist('App.entitlements', plistText({}));
    const uris = { entitlementsUri: file.uri };
    const made = changeTarget(context([uris, uris], [file]), 'entitlements', push);
    expect(made?.files.map(({ edits }) => edits.length)).toEqual([1]);
  });

  const file = plist('App/Info.plist', infoPlist([]));
  it.each<[string, TargetEditContext]>([
    ['the path of a plist is not known', context([{ infoPlistUnresolved: true }])],
    ['a plist cannot be read', context([{ infoPlistUri: 'file:///ws/App/Info.plist' }])],
    ['one configuration has a file and another has none', context([{ infoPlistUri: file.uri }, {}], [file])],
    ['the property list is neither a file nor generated', context([{ generatesInfoPlist: false }])],
    [
      'an option of a tool stands for the values',
      context([{ ownedInfoPlist: { effect: 'replaces', isComplete: true, parts: [] } }]),
    ],
    [
      'a tool writes the project, and nothing tells where from',
      context([{}], [], {
        owners: [{ kind: 'tuist', uri: 'file:///ws/Project.swift', generates: ['project'] }],
      }),
    ],
    ['it is not known which files exist', { ...context([{}]), exists: () => undefined }],
    ['every name is taken', { ...context([{}]), exists: () => true }],
    ['there are no configurations', context([])],
    [
      'the target is not in the project file',
      { ...context([{}]), project: { kind: 'pbxproj', ...projectFile(pbxproj({ targets: [] })) } },
    ],
  ])('declines when %s', (_, place) => {
    expect(changeTarget(place, 'info', audio)).toBeUndefined();
  });
});
