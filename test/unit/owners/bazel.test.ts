import { describe, expect, it } from 'vitest';
import { bazelStep } from '../../../server/src/core/project/owners/bazel';
import type { Target } from '../../../server/src/core/project/types';
import { pathOf, runSteps, valuesOf } from '../../support/owner-steps';
import { pbxproj } from '../../support/pbxproj-builder';
import { infoPlist, plistText } from '../../support/plist-text';

const app = `load("@build_bazel_rules_apple//apple:ios.bzl", "ios_application")
load("@build_bazel_rules_swift//swift:swift.bzl", "swift_library")

VERSION = "16.0"

swift_library(
    name = "Code",
    srcs = glob(["Sources/**/*.swift"], exclude = ["Sources/Old/**"]),
    deps = ["//kit:Kit"],
)

ios_application(
    name = "Radio",
    bundle_id = "com.example.radio",
    families = ["iphone", "ipad"],
    entitlements = "Radio.entitlements",
    infoplists = [":Info.plist", "//shared:Modes.plist"],
    minimum_os_version = VERSION,
    deps = [":Code"],
)
`;

const files = {
  'MODULE.bazel': '',
  'app/BUILD.bazel': app,
  'app/Info.plist': infoPlist(['audio']),
  'app/Radio.entitlements': plistText({ 'aps-environment': 'development' }),
  'app/Sources/App.swift': '',
  'app/Sources/Deep/Player.swift': '',
  'app/Sources/Old/Legacy.swift': '',
  'app/Sources/Nested/BUILD': '',
  'app/Sources/Nested/Other.swift': '',
  'app/Stray.swift': '',
  'kit/BUILD': 'objc_library(name = "Kit", srcs = ["Kit.m"], hdrs = ["Kit.h"])',
  'kit/Kit.m': '',
  'kit/Kit.h': '',
  'shared/Modes.plist': plistText({ UIBackgroundModes: ['location'] }),
};

function summary(target: Target) {
  return { sources: target.sources.map(pathOf), gaps: target.gaps };
}

const build = (content: string) => ({
  ...files,
  'app/BUILD.bazel': `ios_application(name = "Radio", ${content})\n`,
});

describe('a bundle of Bazel', () => {
  it('is a target with all its property lists and sources', async () => {
    const { target, problems } = await runSteps([bazelStep], files);
    const radio = target('Radio');
    expect(problems).toEqual([]);
    expect(radio).toMatchObject({ product: 'app', platforms: ['iOS'], isComplete: true });
    expect(radio.owners?.map(({ kind, uri, generates }) => [kind, pathOf(uri), generates])).toEqual([
      ['bazel', 'app/BUILD.bazel', []],
    ]);
    expect(summary(radio)).toEqual({
      sources: ['app/Sources/App.swift', 'app/Sources/Deep/Player.swift', 'kit/Kit.h', 'kit/Kit.m'],
      gaps: [],
    });
    const [configuration] = radio.configurations;
    expect(configuration).toMatchObject({
      bundleIdentifier: 'com.example.radio',
      deploymentTargets: { iOS: '16.0' },
      infoPlistUnresolved: false,
      entitlementsUnresolved: false,
    });
    expect([configuration?.infoPlistUri, configuration?.entitlementsUri].map(pathOf)).toEqual([
      'app/Info.plist',
      'app/Radio.entitlements',
    ]);
    expect(configuration?.ownedInfoPlist).toMatchObject({ effect: 'extends', isComplete: true });
    expect(valuesOf(configuration?.ownedInfoPlist)).toEqual([
      'UIBackgroundModes: location (<string>location</string>)',
    ]);
    expect(configuration?.expand('$(PRODUCT_NAME)')).toBe('Radio');
  });

  it('has property lists that a rule makes, which nobody knows', async () => {
    const { target } = await runSteps([bazelStep], build('infoplists = [":Info.plist", ":Made"]'));
    const [configuration] = target().configurations;
    expect(pathOf(configuration?.infoPlistUri)).toBe('app/Info.plist');
    expect(configuration?.ownedInfoPlist).toEqual({ effect: 'extends', parts: [], isComplete: false });
    const selected = await runSteps([bazelStep], build('infoplists = select({"a": ["Info.plist"]})'));
    expect(selected.target().configurations[0]).toMatchObject({
      infoPlistUri: undefined,
      infoPlistUnresolved: true,
      entitlementsUnresolved: true,
    });
  });

  it('has gaps where sources are computed or built elsewhere', async () => {
    const gapsOf = async (content: string) => (await runSteps([bazelStep], build(content))).target().gaps;
    expect(await gapsOf('deps = ["@swift_collections//:Collections"]')).toEqual([
      'Links @swift_collections//:Collections, which is built elsewhere',
    ]);
    expect(await gapsOf('deps = ["//kit:Missing"]')).toEqual([
      'Links //kit:Missing, which is built elsewhere',
    ]);
    expect(await gapsOf('deps = select({})')).toEqual([
      'Some sources or dependencies are computed by the build',
    ]);
    expect(await gapsOf('deps = ["//kit"] + [x for x in y]')).toEqual([
      'Some sources or dependencies are computed by the build',
      'Links //kit, which is built elsewhere',
    ]);
  });

  it('follows aliases, and does not run in circles', async () => {
    const { target } = await runSteps([bazelStep], {
      ...build('deps = ["//kit:alias"]'),
      'kit/BUILD': `
alias(name = "alias", actual = ":Kit")
objc_library(name = "Kit", srcs = ["Kit.m"], deps = [":Kit", ":alias"])
`,
    });
    expect(summary(target())).toEqual({ sources: ['kit/Kit.m'], gaps: [] });
  });

  it('may be of another kind, and is none when its name is computed', async () => {
    const { targets } = await runSteps([bazelStep], {
      BUILD: `
ios_extension(name = "Share")
watchos_application(name = "Watch")
ios_application(name = NAME)
my_app(name = "Macro")
`,
    });
    expect(targets.map(({ name, product, platforms }) => [name, product, platforms?.[0]])).toEqual([
      ['Share', 'app-extension', 'iOS'],
      ['Watch', 'watch-app', 'watchOS'],
    ]);
  });

  it('is not known where a macro of the repository has taken the name', async () => {
    const { targets } = await runSteps([bazelStep], {
      BUILD: 'load("//tools:apps.bzl", "ios_application")\nios_application(name = "App")\n',
      'other/BUILD':
        'load("//:a.bzl", swift_library = "my_library")\nload("@rules//:b.bzl", "ios_application")\n'.concat(
          'ios_application(name = "Other", deps = [":Lib"])\nswift_library(name = "Lib")\n',
        ),
    });
    expect(targets.map(({ name, gaps }) => [name, gaps])).toEqual([
      ['Other', ['Links :Lib, which is built elsewhere']],
    ]);
  });

  it('stands back for an Xcode project of the same app', async () => {
    const { targets } = await runSteps([bazelStep], {
      ...files,
      'app/App.xcodeproj/project.pbxproj': pbxproj({
        targets: [{ name: 'Xcode', settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'Info.plist' } }],
      }),
    });
    expect(targets.map(({ name }) => name)).toEqual(['Xcode']);
  });

  it('is read as far as a broken BUILD file goes', async () => {
    const { target } = await runSteps([bazelStep], {
      ...files,
      'app/BUILD.bazel': 'x = (\nios_application(name = "Lost")\n',
      'kit/BUILD': 'objc_library(srcs = [\nios_application(name = "No")]\n)\nios_application(name = "Radio"',
    });
    expect(target().name).toBe('Radio');
  });
});
