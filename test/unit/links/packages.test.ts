import { describe, expect, it } from 'vitest';
import { linkedTargets } from '../../support/link-targets';
import { pbxproj } from '../../support/pbxproj-builder';

function manifest(body: string): string {
  return `// swift-tools-version: 5.9\nimport PackageDescription\n${body}`;
}

const core = manifest(`let package = Package(
    name: "Core",
    products: [.library(name: "Core", targets: ["Core"])],
    targets: [
        .target(name: "Core", dependencies: ["Base", .target(name: "Mac", condition: .when(platforms: [.macOS]))]),
        .target(name: "Base", path: "Code/Base", exclude: ["Skipped"], sources: ["A", "B.swift"]),
        .target(name: "Mac"),
        .target(name: "Unused"),
        .testTarget(name: "CoreTests", dependencies: ["Core"]),
    ]
)
`);

const files = {
  'Core/Package.swift': core,
  'Core/Sources/Core/Core.swift': '',
  'Core/Sources/Core/Assets.xcassets/No.swift': '',
  'Core/Sources/Mac/Mac.swift': '',
  'Core/Sources/Unused/Unused.swift': '',
  'Core/Tests/CoreTests/Test.swift': '',
  'Core/Code/Base/A/One.swift': '',
  'Core/Code/Base/A/Two.m': '',
  'Core/Code/Base/B.swift': '',
  'Core/Code/Base/C.swift': '',
  'Core/Code/Base/Skipped/D.swift': '',
};

/** An app that links products of packages; `raw` replaces objects of its project. */
function app(packages: readonly string[], raw: Readonly<Record<string, string>> = {}) {
  const targets = [{ name: 'App', sources: ['App.swift'], packages }];
  return { 'App.xcodeproj/project.pbxproj': pbxproj({ targets, objects: raw }), 'App.swift': '' };
}

describe('code of a local package', () => {
  it('counts for the app that links a product of it: the targets behind the product, and no more', async () => {
    const { linked, target } = await linkedTargets({ ...app(['Core']), ...files });
    expect(linked('App')).toEqual([
      'Core/Code/Base/A/One.swift',
      'Core/Code/Base/A/Two.m',
      'Core/Code/Base/B.swift',
      'Core/Sources/Core/Core.swift',
    ]);
    expect(target('App')).toMatchObject({ isComplete: true, gaps: [] });
  });

  it('is found where the project says that it lies', async () => {
    const raw = {
      'package:Core': '{ isa = XCSwiftPackageProductDependency; productName = Core; package = reference; }',
      reference: '{ isa = XCLocalSwiftPackageReference; relativePath = Core; }',
    };
    // Another package has the same product: the name alone would not do.
    const twice = { ...files, 'Copy/Package.swift': core, 'Copy/Sources/Core/Copy.swift': '' };
    const { linked } = await linkedTargets({ ...app(['Core'], raw), ...twice });
    expect(linked('App')).toContain('Core/Sources/Core/Core.swift');
    expect(linked('App')).not.toContain('Copy/Sources/Core/Copy.swift');
    const ambiguous = await linkedTargets({ ...app(['Core']), ...twice });
    expect(ambiguous.linked('App')).toEqual([]);
    expect(ambiguous.target('App').gaps).toEqual(['Links the package product Core']);
  });

  it('is looked for among the packages that the project lists, then near it', async () => {
    const twice = { ...files, 'Copy/Package.swift': core, 'Copy/Sources/Core/Copy.swift': '' };
    for (const listed of [
      '{ isa = XCLocalSwiftPackageReference; relativePath = Core; }',
      '{ isa = PBXFileReference; lastKnownFileType = wrapper; path = Core; sourceTree = SOURCE_ROOT; }',
    ]) {
      const { linked } = await linkedTargets({ ...app(['Core'], { listed }), ...twice });
      expect(linked('App')).toContain('Core/Sources/Core/Core.swift');
      expect(linked('App')).not.toContain('Copy/Sources/Core/Copy.swift');
    }
  });

  it('follows other local packages, and leaves a gap for what is fetched', async () => {
    const feature = manifest(`let package = Package(
        name: "Feature",
        products: [.library(name: "Feature", targets: ["Feature"])],
        dependencies: [.package(path: "../Core"), .package(url: "https://example.com/remote.git", from: "1.0.0")],
        targets: [
            .target(name: "Feature", dependencies: [
                .product(name: "Core", package: "core"),
                .product(name: "Remote", package: "remote"),
                .product(name: "Linux", package: "remote", condition: .when(platforms: [.linux])),
                "Binary",
            ]),
            .binaryTarget(name: "Binary", path: "Binary.xcframework"),
        ]
    )`);
    const { linked, target } = await linkedTargets({
      ...app(['Feature']),
      ...files,
      'Feature/Package.swift': feature,
      'Feature/Sources/Feature.swift': '',
    });
    expect(linked('App')).toContain('Feature/Sources/Feature.swift');
    expect(linked('App')).toContain('Core/Sources/Core/Core.swift');
    expect(target('App').gaps).toEqual([
      'Links the package product Remote',
      'Links Binary, which is built elsewhere',
    ]);
  });

  it('counts through a framework that links it', async () => {
    const project = pbxproj({
      targets: [
        { name: 'App', links: ['Kit'] },
        { name: 'Kit', type: 'framework', packages: ['Core'] },
      ],
    });
    const { linked } = await linkedTargets({ 'App.xcodeproj/project.pbxproj': project, ...files });
    expect(linked('App')).toContain('Core/Sources/Core/Core.swift');
    expect(linked('Kit')).toContain('Core/Sources/Core/Core.swift');
  });

  it('does not count where the product is for the Mac alone', async () => {
    const raw = { linking: '{ isa = PBXBuildFile; productRef = "package:Core"; platformFilter = macos; }' };
    const project = pbxproj({
      settings: { SUPPORTED_PLATFORMS: 'iphoneos macosx' },
      targets: [{ name: 'App', sources: ['App.swift'], packages: ['Core'] }],
      objects: { ...raw, 'frameworks:App': '{ isa = PBXFrameworksBuildPhase; files = (linking, ); }' },
    });
    const { linked, target } = await linkedTargets({
      'App.xcodeproj/project.pbxproj': project,
      'App.swift': '',
      ...files,
    });
    expect(linked('App')).toEqual([]);
    expect(target('App').isComplete).toBe(true);
  });

  it('is a gap when it lies outside of the workspace, is missing or fetched', async () => {
    for (const reference of [
      '{ isa = XCLocalSwiftPackageReference; relativePath = ../Core; }',
      '{ isa = XCLocalSwiftPackageReference; relativePath = Gone; }',
      '{ isa = XCRemoteSwiftPackageReference; repositoryURL = "https://example.com/core"; }',
    ]) {
      const raw = {
        'package:Core': '{ isa = XCSwiftPackageProductDependency; productName = Core; package = reference; }',
        reference,
      };
      const { host, linked, target } = await linkedTargets({
        ...app(['Core'], raw),
        ...files,
        'file:///Core/Package.swift': core,
      });
      expect(linked('App')).toEqual([]);
      expect(target('App').gaps).toEqual(['Links the package product Core']);
      expect(host.reads).not.toContain('file:///Core/Package.swift');
    }
  });

  it('stays inside of its own folder', async () => {
    for (const path of ['../Secret', '/Secret', '../../Secret', 'Sources/../../Secret']) {
      const body = `let package = Package(name: "Core", products: [.library(name: "Core", targets: ["Core"])], targets: [.target(name: "Core", path: "${path}")])`;
      const { linked, target } = await linkedTargets({
        ...app(['Core']),
        'Core/Package.swift': manifest(body),
        'Secret/S.swift': '',
        'file:///Secret/S.swift': '',
      });
      expect(linked('App')).toEqual([]);
      expect(target('App').gaps).toEqual(['The sources of the package target Core are missing']);
    }
  });

  it('says what it cannot read', async () => {
    const bodies = {
      'let package = Package(name: "Core", products: [.library(name: "Core", targets: names())], targets: [])':
        ['Parts of the package Core cannot be read'],
      'let package = Package(name: "Core", products: [.library(name: "Core", targets: ["Gone", "NoFolder"])], targets: [.target(name: "NoFolder"), .target(name: "X")])':
        ['The package target Gone cannot be found', 'The sources of the package target NoFolder are missing'],
      'let package = Package(name: "Core", products: [.library(name: "Core", targets: [])], targets: [])\nfor target in package.targets { target.dependencies.append("More") }':
        ['Parts of the package Core cannot be read'],
      'let nothing = 1': ['Links the package product Core'],
      '<<<<<<< HEAD\n=======': ['Links the package product Core'],
    };
    for (const [body, gaps] of Object.entries(bodies)) {
      const { target } = await linkedTargets({ ...app(['Core']), 'Core/Package.swift': manifest(body) });
      expect(target('App').gaps).toEqual(gaps);
    }
  });
});

describe('a manifest', () => {
  it('may name its parts by constants, and add to its lists', async () => {
    const body = `let name = "Core"
enum Folder { static let code = "Code" }
extension Target.Dependency {
    static let base: Self = "Base"
    static var more: Self { .target(name: "More") }
}
var shared: [Target.Dependency] = [.base]
#if os(macOS)
shared += [.more]
#else
shared += ["Elsewhere"]
#endif
let package = Package(
    name: name,
    products: [.library(name: "\\(name)", targets: [name])],
    targets: [.target(name: name, dependencies: shared + ["Last"], path: Folder.code + "/Core")]
)
package.targets.append(.target(name: "Base"))
package.targets += [.target(name: "More"), .target(name: "Last")]
for target in package.targets { target.swiftSettings = [.enableUpcomingFeature("X")] }
`;
    const { linked, target } = await linkedTargets({
      ...app(['Core']),
      'Core/Package.swift': manifest(body),
      'Core/Code/Core/Core.swift': '',
      'Core/Sources/Base/Base.swift': '',
      'Core/Sources/More/More.swift': '',
      'Core/Sources/Last/Last.swift': '',
    });
    expect(linked('App')).toEqual([
      'Core/Code/Core/Core.swift',
      'Core/Sources/Base/Base.swift',
      'Core/Sources/Last/Last.swift',
      'Core/Sources/More/More.swift',
    ]);
    expect(target('App').gaps).toEqual([]);
  });

  it('for the newest Swift is the one that counts', async () => {
    const named = (target: string) =>
      manifest(
        `let package = Package(name: "Core", products: [.library(name: "Core", targets: ["${target}"])], targets: [.target(name: "Old"), .target(name: "New")])`,
      );
    const { linked } = await linkedTargets({
      ...app(['Core']),
      'Core/Package.swift': named('Old'),
      'Core/Package@swift-5.9.swift': named('Old'),
      'Core/Package@swift-5.10.swift': named('New'),
      'Core/Sources/Old/Old.swift': '',
      'Core/Sources/New/New.swift': '',
    });
    expect(linked('App')).toEqual(['Core/Sources/New/New.swift']);
  });

  it('is no source of a target that is the whole folder', async () => {
    const body =
      'let package = Package(name: "Core", products: [.library(name: "Core", targets: ["Core"])], targets: [.target(name: "Core", path: ".", exclude: ["Tests"])])';
    const { linked } = await linkedTargets({
      ...app(['Core']),
      'Core/Package.swift': manifest(body),
      'Core/Core.swift': '',
      'Core/Tests/T.swift': '',
    });
    expect(linked('App')).toEqual(['Core/Core.swift']);
  });
});
