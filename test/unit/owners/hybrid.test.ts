import { describe, expect, it } from 'vitest';
import { expoStep } from '../../../server/src/core/project/owners/expo';
import { hybridStep } from '../../../server/src/core/project/owners/hybrid';
import { kotlinStep } from '../../../server/src/core/project/owners/kotlin';
import type { Target } from '../../../server/src/core/project/types';
import { pathOf, runSteps } from '../../support/owner-steps';
import { pbxproj } from '../../support/pbxproj-builder';
import { infoPlist } from '../../support/plist-text';

const steps = [expoStep, hybridStep, kotlinStep];

/** An app that Xcode alone would know all about. */
const native = pbxproj({
  targets: [
    {
      name: 'App',
      settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'App/Info.plist' },
      perConfiguration: {
        Debug: { CODE_SIGN_ENTITLEMENTS: 'App/Debug.entitlements' },
        Release: { CODE_SIGN_ENTITLEMENTS: 'App/Release.entitlements' },
      },
      sources: ['App/AppDelegate.swift'],
    },
  ],
});

function projectIn(folder: string): Readonly<Record<string, string>> {
  return {
    [`${folder}App.xcodeproj/project.pbxproj`]: native,
    [`${folder}App/Info.plist`]: infoPlist(['audio']),
    [`${folder}App/AppDelegate.swift`]: '',
  };
}

async function appOf(contents: Readonly<Record<string, string>>): Promise<Target> {
  return (await runSteps(steps, contents)).target('App');
}

function ownersOf(target: Target) {
  return target.owners?.map(({ kind, uri, generates }) => [kind, pathOf(uri), generates.length]);
}

describe('an app with a part in another language', () => {
  it.each([
    ['flutter', 'ios/', 'pubspec.yaml', 'dependencies:\n  flutter:\n    sdk: flutter\n', 'Dart'],
    ['react-native', 'ios/', 'package.json', '{ "dependencies": { "react-native": "1" } }', 'JavaScript'],
    ['capacitor', 'ios/App/', 'capacitor.config.ts', 'export default {}', 'JavaScript'],
  ])('is known as one of %s, and keeps its own plist', async (kind, folder, file, text, language) => {
    const app = await appOf({ ...projectIn(folder), [file]: text });
    expect(ownersOf(app)).toEqual([[kind, file, 0]]);
    expect(app.isComplete).toBe(false);
    expect(app.gaps).toEqual([expect.stringContaining(language)]);
    const [debug, release] = app.configurations;
    expect([debug, release].map((each) => pathOf(each?.entitlementsUri))).toEqual([
      `${folder}App/Debug.entitlements`,
      `${folder}App/Release.entitlements`,
    ]);
    expect([pathOf(debug?.infoPlistUri), debug?.ownedInfoPlist]).toEqual([
      `${folder}App/Info.plist`,
      undefined,
    ]);
  });

  it('is told by the nearest file of a tool', async () => {
    const pubspec = 'dependencies:\n  flutter:\n    sdk: flutter\n';
    const contents = {
      ...projectIn('example/ios/'),
      'pubspec.yaml': pubspec,
      'example/pubspec.yaml': pubspec,
    };
    expect(ownersOf(await appOf(contents))).toEqual([['flutter', 'example/pubspec.yaml', 0]]);
  });

  it('is not one of React Native besides Expo', async () => {
    const app = await appOf({
      ...projectIn('ios/'),
      'app.json': '{ "expo": {} }',
      'package.json': '{ "dependencies": { "expo": "1", "react-native": "1" } }',
    });
    expect(ownersOf(app)?.map(([kind]) => kind)).toEqual(['expo']);
  });

  it('may use a runtime that is not one of the owners', async () => {
    const app = await appOf({
      ...projectIn('platforms/ios/'),
      'package.json': '{ "dependencies": { "@nativescript/core": "1" } }',
    });
    expect([app.owners, app.gaps]).toEqual([
      undefined,
      ['NativeScript: part of the app is written in JavaScript'],
    ]);
  });

  it('is not seen in packages of tools, nor beside the app', async () => {
    const contents = {
      'package.json': '{ "devDependencies": { "danger": "1" } }',
      'server/package.json': '{ "dependencies": { "react-native": "1" } }',
      'pubspec.yaml': 'dependencies:\n  args: any\n',
    };
    const { given, targets } = await runSteps(steps, { ...projectIn('ios/'), ...contents });
    expect(given[0]?.isComplete).toBe(true);
    expect(targets[0]).toBe(given[0]);
  });

  it('is thought of where a file cannot be read', async () => {
    const broken = await appOf({ ...projectIn('ios/'), 'package.json': '{ "dependencies": { ' });
    expect(broken.gaps).toEqual(['Part of the app may be written in JavaScript']);
    const pubspec = await appOf({ ...projectIn('ios/'), 'pubspec.yaml': 'dependencies: [\n' });
    expect(ownersOf(pubspec)).toEqual([['flutter', 'pubspec.yaml', 0]]);
  });
});

describe('an app beside a Gradle build', () => {
  const phase = `{ isa = PBXShellScriptBuildPhase; shellScript = "./gradlew :shared:embedAndSignAppleFrameworkForXcode"; }`;

  it('is one of Kotlin Multiplatform when a build phase asks for the framework', async () => {
    const project = pbxproj({
      targets: [{ name: 'App', settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'App/Info.plist' } }],
      objects: { 'phase:kotlin': phase },
    });
    const app = await appOf({
      'iosApp/App.xcodeproj/project.pbxproj': project,
      'iosApp/App/Info.plist': infoPlist([]),
      'settings.gradle.kts': '',
    });
    expect(ownersOf(app)).toEqual([['kotlin-multiplatform', 'settings.gradle.kts', 0]]);
    expect(app.isComplete).toBe(false);
  });

  it('may be another app than that of the build, but is not taken for complete', async () => {
    const app = await appOf({ ...projectIn('ios/'), 'settings.gradle': '' });
    expect([app.owners, app.gaps]).toEqual([undefined, ['Part of the app may be written in Kotlin']]);
    const beside = await appOf({ ...projectIn('ios/'), 'android/settings.gradle': '' });
    expect(beside.isComplete).toBe(true);
  });
});
