/** Several changes of one target as one edit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { changeCapabilities } from '../../../server/src/core/features/capabilities/change';
import type { WantedCapabilities } from '../../../server/src/core/features/capabilities/types';
import { plist, stringArray } from '../../../server/src/core/rules/example-files';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import type { PlistNode } from '../../../server/src/core/syntax/plist-types';
import type { Files } from '../../support/check-files';
import { pbxproj } from '../../support/pbxproj-builder';
import { runCommand } from '../../support/target-commands';

type Values = Record<string, unknown>;

interface Form {
  readonly name: string;
  files(values: Values): Files;
  read(files: Files): Values;
}

const project = pbxproj({
  targets: [
    {
      name: 'App',
      sources: ['App/A.swift'],
      settings: { INFOPLIST_FILE: 'App/Info.plist', SDKROOT: 'iphoneos' },
    },
  ],
});

function plainValue(node: PlistNode | undefined): unknown {
  if (node?.kind === 'array') return node.items.map(plainValue);
  if (node?.kind === 'dict')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value)]));
  return node?.kind === 'string' || node?.kind === 'boolean' ? node.value : undefined;
}

function xmlBody(values: Values): string {
  return Object.entries(values)
    .map(([key, value]) =>
      Array.isArray(value)
        ? stringArray(key, value.map(String))
        : `<key>${key}</key>\n<string>${String(value)}</string>\n`,
    )
    .join('');
}

const forms: readonly Form[] = [
  {
    name: 'an Info.plist',
    files: (values) => ({
      'App.xcodeproj/project.pbxproj': project,
      'App/A.swift': '',
      'App/Info.plist': plist(xmlBody(values)),
    }),
    read: (files) => {
      const { root, problems } = parsePlist(files['App/Info.plist'] ?? '');
      expect(problems).toEqual([]);
      const value = plainValue(root);
      return typeof value === 'object' && value !== null ? { ...value } : {};
    },
  },
  {
    name: 'app.json',
    files: (values) => {
      const infoPlist = Object.keys(values).length === 0 ? {} : { infoPlist: values };
      const expo = { name: 'App', ios: { bundleIdentifier: 'com.example.app', ...infoPlist } };
      return {
        'app.json': JSON.stringify({ expo }, undefined, 2),
        'package.json': '{"dependencies":{"expo":"52"}}',
      };
    },
    read: (files) => JSON.parse(files['app.json'] ?? '').expo.ios.infoPlist ?? {},
  },
  {
    name: 'project.yml',
    files: (values) => {
      const lines = Object.entries(values).flatMap(([key, value]) =>
        Array.isArray(value)
          ? [`        ${key}:`, ...value.map((item) => `          - ${item}`)]
          : [`        ${key}: ${String(value)}`],
      );
      const properties = lines.length === 0 ? [] : ['      properties:', ...lines];
      const head = [
        'name: App',
        'targets:',
        '  App:',
        '    type: application',
        '    platform: iOS',
        '    sources: App',
      ];
      const spec = [...head, '    info:', '      path: App/Info.plist', ...properties, ''].join('\n');
      return { 'project.yml': spec, 'App/A.swift': '' };
    },
    read: (files) => parseYaml(files['project.yml'] ?? '').targets.App.info.properties ?? {},
  },
];

const modes = fc.uniqueArray(fc.constantFrom('audio', 'location', 'fetch', 'processing', 'voip'), {
  maxLength: 4,
});
const texts = fc.uniqueArray(fc.constantFrom('com.example.a', 'com.example.b', 'com.example.c'), {
  maxLength: 3,
});
const purposes = fc.uniqueArray(fc.constantFrom('NSMicrophoneUsageDescription', 'NSMotionUsageDescription'), {
  maxLength: 2,
});

const before = fc.record({ modes, identifiers: texts, purposes, hasName: fc.boolean() });
const wish = fc.record({ addModes: modes, removeModes: modes, identifiers: texts, purposes });

describe.each(forms)('several changes of $name', ({ files, read }) => {
  it('do what each of them says, leave the rest, and are done once', async () => {
    await fc.assert(
      fc.asyncProperty(before, wish, async (given, wanted) => {
        const values: Values = {
          ...(given.hasName && { CFBundleName: 'Sample' }),
          ...(given.modes.length > 0 && { UIBackgroundModes: given.modes }),
          ...(given.identifiers.length > 0 && { BGTaskSchedulerPermittedIdentifiers: given.identifiers }),
          ...Object.fromEntries(given.purposes.map((key) => [key, 'Written before'])),
        };
        const removeModes = wanted.removeModes.filter((mode) => !wanted.addModes.includes(mode));
        const capabilities: WantedCapabilities = {
          addModes: wanted.addModes,
          removeModes,
          identifiers: wanted.identifiers,
          keys: wanted.purposes.map((key) => ({ kind: 'plist-key', key, value: 'Said & done' })),
        };
        const { answer, after } = await runCommand(files(values), ({ target, folders }) =>
          changeCapabilities(target, capabilities, folders),
        );
        expect(answer.kind).not.toBe('refused');
        const left = given.modes.filter((mode) => !removeModes.includes(mode));
        const allModes = [...new Set([...left, ...wanted.addModes])];
        const allIdentifiers = [...new Set([...given.identifiers, ...wanted.identifiers])];
        expect(read(after)).toEqual({
          ...values,
          ...Object.fromEntries(wanted.purposes.map((key) => [key, values[key] ?? 'Said & done'])),
          ...(allIdentifiers.length > 0 && { BGTaskSchedulerPermittedIdentifiers: allIdentifiers }),
          UIBackgroundModes: allModes.length > 0 ? allModes : undefined,
        });
        const again = await runCommand(after, ({ target, folders }) =>
          changeCapabilities(target, capabilities, folders),
        );
        expect(again.answer.kind).toBe('nothing');
      }),
      { numRuns: 25 },
    );
  });
});

describe('several changes of a Tuist manifest', () => {
  const manifest = (values: string) => `import ProjectDescription

let project = Project(
    name: "App",
    targets: [
        .target(
            name: "App",
            destinations: .iOS,
            product: .app,
            bundleId: "com.example.app",
            infoPlist: .extendingDefault(with: [${values}]),
            sources: ["App/**"]
        )
    ]
)
`;
  const wanted: WantedCapabilities = { addModes: ['processing'], identifiers: ['com.example.app.cleanup'] };
  const change = (values: string) =>
    runCommand({ 'Project.swift': manifest(values), 'App/A.swift': '' }, ({ target, folders }) =>
      changeCapabilities(target, wanted, folders),
    );

  it('stand beside each other', async () => {
    const { answer, after } = await change('"CFBundleName": "Sample"');
    expect(answer.kind).toBe('edit');
    expect(after['Project.swift']).toContain(
      '["CFBundleName": "Sample", "UIBackgroundModes": ["processing"], "BGTaskSchedulerPermittedIdentifiers": ["com.example.app.cleanup"]]',
    );
  });

  it('are refused where they would be in each other’s way', async () => {
    const { answer } = await change(':');
    expect(answer).toMatchObject({ kind: 'refused', write: expect.stringContaining('processing') });
  });
});
