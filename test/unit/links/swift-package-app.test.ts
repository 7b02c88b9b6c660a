import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../server/src/core/workspace';
import { memoryHost } from '../../support/memory-fs';
import { infoPlist } from '../../support/plist-text';

const manifest = `// swift-tools-version: 5.9
import PackageDescription
import AppleProductTypes

let package = Package(
    name: "Player",
    platforms: [.iOS("16.4")],
    products: [
        .iOSApplication(
            name: "Player",
            targets: ["AppModule"],
            bundleIdentifier: "com.example.player",
            supportedDeviceFamilies: [.pad, .phone],
            supportedInterfaceOrientations: [.portrait],
            capabilities: [.microphone(purposeString: "To record"), .outgoingNetworkConnections()],
            additionalInfoPlistContentFilePath: "Extra.plist"
        )
    ],
    dependencies: [.package(path: "../Core")],
    targets: [
        .executableTarget(name: "AppModule", dependencies: [.product(name: "Core", package: "Core")], path: ".")
    ]
)
`;

const files = {
  'Player.swiftpm/Package.swift': manifest,
  'Player.swiftpm/App.swift': 'func calls() { provider = CXProvider(configuration: c) }\n',
  'Player.swiftpm/Extra.plist': infoPlist(['audio']),
  'Core/Package.swift':
    'let package = Package(name: "Core", products: [.library(name: "Core", targets: ["Core"])], targets: [.target(name: "Core")])',
  'Core/Sources/Core/Core.swift': '',
};

async function app(changed: Readonly<Record<string, string>> = {}) {
  const workspace = createWorkspace(memoryHost({ ...files, ...changed }), []);
  workspace.setFolders(['file:///ws']);
  return (await workspace.targets()).filter(({ target }) => target.product === 'app');
}

describe('an app of a .swiftpm folder', () => {
  it('is a target with its sources, its property list and the code that it links', async () => {
    const [model, ...others] = await app();
    expect(others).toEqual([]);
    expect(model?.target).toMatchObject({
      name: 'Player',
      platforms: ['iOS'],
      sources: ['file:///ws/Player.swiftpm/App.swift'],
      linkedSources: ['file:///ws/Core/Sources/Core/Core.swift'],
      isComplete: true,
      owners: [{ kind: 'swift-package', uri: 'file:///ws/Player.swiftpm/Package.swift', generates: [] }],
    });
    expect(model?.target.configurations[0]).toMatchObject({
      infoPlistUri: 'file:///ws/Player.swiftpm/Extra.plist',
      generatesInfoPlist: true,
      bundleIdentifier: 'com.example.player',
      deploymentTargets: { iOS: '16.4' },
    });
    expect(model?.infoPlist.modes('UIBackgroundModes')).toMatchObject({
      isUnknown: false,
      values: [{ value: 'audio' }],
    });
  });

  it('gets its purpose strings from capabilities, where they are written', async () => {
    const [model] = await app();
    const found = model?.infoPlist.value('NSMicrophoneUsageDescription');
    expect(found?.node).toMatchObject({ kind: 'string', value: 'To record' });
    expect(found?.file.text.slice(found.node.range.start, found.node.range.end)).toBe('"To record"');
    expect(model?.infoPlist.value('NSCameraUsageDescription')).toBeUndefined();
    // There is no place in the manifest for other values.
    expect(model?.infoPlist.files.map(({ uri }) => uri)).toEqual(['file:///ws/Player.swiftpm/Extra.plist']);
  });

  it('has unknown modes when its property list cannot be told or lies elsewhere', async () => {
    for (const path of ['path()', '"../../Extra.plist"', '"Gone.plist"']) {
      const [model] = await app({
        'Player.swiftpm/Package.swift': manifest.replace('"Extra.plist"', path),
      });
      expect(model?.infoPlist.modes('UIBackgroundModes').isUnknown).toBe(true);
    }
  });

  it('is no target while its manifest is broken', async () => {
    for (const text of ['', 'let package = Package(', manifest.replace('.iOSApplication', '.unknown')]) {
      const models = await app({ 'Player.swiftpm/Package.swift': text });
      expect(models.filter(({ target }) => target.owners !== undefined)).toEqual([]);
    }
  });
});
