import { describe, expect, it } from 'vitest';
import { discover } from '../../../server/src/core/project/discovery';
import { guessTargets } from '../../../server/src/core/project/guessed-targets';
import type { Target } from '../../../server/src/core/project/types';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import { relativeUri } from '../../../server/src/core/uri';
import { OpenDocuments } from '../../../server/src/core/workspace/documents';
import { WorkspaceFiles } from '../../../server/src/core/workspace/files';
import { memoryHost } from '../../support/memory-fs';
import { infoPlist, plistText } from '../../support/plist-text';

const root = 'file:///ws';
const app = infoPlist(['audio']);
const appExtension = plistText({ NSExtension: { NSExtensionPointIdentifier: 'com.apple.share-services' } });

async function guess(contents: Readonly<Record<string, string>>): Promise<readonly Target[]> {
  const host = memoryHost(contents);
  const files = new WorkspaceFiles(host, new OpenDocuments());
  files.setRoots([root]);
  const found = await discover([root], files);
  return guessTargets(found, [root], new Set(), (uri) => {
    const text = host.contents.get(uri);
    return typeof text === 'string' ? { uri, text, document: parsePlist(text) } : undefined;
  });
}

/** Path of the plist → paths of the sources. */
async function members(contents: Readonly<Record<string, string>>) {
  const targets = await guess(contents);
  return Object.fromEntries(
    targets.map((target) => [
      relativeUri(root, target.id),
      target.sources.map((uri) => relativeUri(root, uri)),
    ]),
  );
}

describe('sources without a project', () => {
  it('belong to the Info.plist beside or above them', async () => {
    expect(await members({ 'Info.plist': app, 'Player.swift': '', 'Deep/Er/Downloads.m': '' })).toEqual({
      'Info.plist': ['Deep/Er/Downloads.m', 'Player.swift'],
    });
  });

  it('belong to the nearest of several', async () => {
    expect(
      await members({
        'App/Info.plist': app,
        'App/A.swift': '',
        'Share/Info.plist': appExtension,
        'Share/B.swift': '',
      }),
    ).toEqual({ 'App/Info.plist': ['App/A.swift'], 'Share/Info.plist': ['Share/B.swift'] });
  });

  it('find an app in a folder beside them when it is the only one', async () => {
    expect(await members({ 'Sources/A.swift': '', 'Resources/Info.plist': app })).toEqual({
      'Resources/Info.plist': ['Sources/A.swift'],
    });
    expect(await members({ 'Sources/A.swift': '', 'One/Info.plist': app, 'Two/Info.plist': app })).toEqual({
      'One/Info.plist': [],
      'Two/Info.plist': [],
    });
  });

  it('are not taken by an extension that lies beside them', async () => {
    expect(await members({ 'ShareExtension/Info.plist': appExtension, 'Shared/A.swift': '' })).toEqual({
      'ShareExtension/Info.plist': [],
    });
  });

  it('are not taken out of a Swift package, nor out of tests', async () => {
    expect(
      await members({
        'Info.plist': app,
        'Packages/Kit/Package.swift': '',
        'Packages/Kit/Sources/A.swift': '',
        'AppTests/B.swift': '',
        'AppTests/Info.plist': app,
        'Pods/C.swift': '',
      }),
    ).toEqual({ 'Info.plist': [] });
  });

  it('prefer a plain Info.plist to others in its folder', async () => {
    expect(await members({ 'Info.plist': app, 'Other-Info.plist': app, 'A.swift': '' })).toEqual({
      'Info.plist': ['A.swift'],
      'Other-Info.plist': [],
    });
    expect(await members({ 'One-Info.plist': app, 'Two-Info.plist': app, 'A.swift': '' })).toEqual({
      'One-Info.plist': [],
      'Two-Info.plist': [],
    });
  });

  it('are left alone in the folder of a project', async () => {
    expect(
      await members({
        'ios/App.xcodeproj/project.pbxproj': '',
        'ios/App/Info.plist': app,
        'ios/App/A.swift': '',
      }),
    ).toEqual({});
  });
});

describe('a guessed target', () => {
  const only = async (contents: Readonly<Record<string, string>>) => {
    const [target, ...others] = await guess(contents);
    if (target === undefined || others.length > 0) throw new Error('Expected one target');
    return target;
  };

  it('takes the entitlements beside its plist', async () => {
    const target = await only({ 'Info.plist': app, 'App.entitlements': plistText({}), 'A.swift': '' });
    expect(target.configurations[0]).toMatchObject({
      infoPlistUri: `${root}/Info.plist`,
      entitlementsUri: `${root}/App.entitlements`,
      entitlementsUnresolved: false,
    });
  });

  it('does not know entitlements that are not there, or several', async () => {
    const several = { 'A.entitlements': plistText({}), 'B.entitlements': plistText({}) };
    for (const more of [{}, several]) {
      const target = await only({ 'Info.plist': app, ...more });
      expect(target.configurations[0]).toMatchObject({
        entitlementsUri: undefined,
        entitlementsUnresolved: true,
      });
    }
  });

  it('is made of entitlements where there is no plist', async () => {
    const target = await only({ 'App.entitlements': plistText({}), 'A.swift': '' });
    expect(target.sources).toEqual([`${root}/A.swift`]);
    expect(target.configurations[0]).toMatchObject({
      infoPlistUri: undefined,
      infoPlistUnresolved: true,
      entitlementsUri: `${root}/App.entitlements`,
    });
  });

  it.each([
    [{ WKApplication: true }, 'watch-app', ['watchOS']],
    [{ WKBackgroundModes: ['workout-processing'] }, 'watch-app', ['watchOS']],
    [{ NSExtension: {} }, 'app-extension', undefined],
    [{ LSRequiresIPhoneOS: true }, 'app', ['iOS']],
    [{ CFBundlePackageType: 'FMWK' }, 'framework', undefined],
    [{ UIBackgroundModes: ['audio'] }, 'app', undefined],
  ])('with %j', async (keys, product, platforms) => {
    const target = await only({ 'Info.plist': plistText(keys) });
    expect({ product: target.product, platforms: target.platforms }).toEqual({ product, platforms });
  });

  it('is complete, unless something tells of other code', async () => {
    expect((await only({ 'Info.plist': app, 'A.swift': '' })).isComplete).toBe(true);
    expect((await only({ 'Info.plist': app, Podfile: '' })).gaps).toEqual(['CocoaPods adds code of its own']);
    expect((await only({ 'App/Info.plist': app, 'project.yml': '' })).gaps).toEqual([
      'XcodeGen writes the project',
    ]);
    expect((await only({ 'Info.plist': app, 'Kit/Package.swift': '' })).isComplete).toBe(false);
  });
});
