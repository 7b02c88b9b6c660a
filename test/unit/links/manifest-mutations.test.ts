import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseSwift } from '../../../server/src/core/program/parse-swift';
import { readManifest } from '../../../server/src/core/project/packages/manifest';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { fixtureFiles } from '../../support/fixture-files';
import { linkedTargets } from '../../support/link-targets';
import { testWasm } from '../../support/wasm';

const manifest = `import PackageDescription
let shared: [Target.Dependency] = ["Base", .product(name: "Kit", package: "kit", condition: .when(platforms: [.iOS]))]
let package = Package(
    name: "Core",
    platforms: [.iOS(.v15), .macOS("12.6")],
    products: [.library(name: "Core", targets: ["Core"])],
    dependencies: [.package(path: "../Kit"), .package(url: "https://example.com/a.git", from: "1.0.0")],
    targets: [.target(name: "Core", dependencies: shared + ["More"], path: "Code", exclude: ["A"], sources: ["B"])]
)
package.targets += [.target(name: "Base"), .target(name: "More")]
`;

/** A piece taken out, and another text put in its place. */
function mutated(text: string): fc.Arbitrary<string> {
  const place = fc.nat(text.length);
  const piece = fc.constantFrom(
    '',
    '(',
    ')',
    '[',
    ']',
    '"',
    '{',
    '}',
    ',',
    '.',
    '\\(',
    '<<<<<<< HEAD\n',
    '<',
    '&',
    'x',
  );
  return fc
    .tuple(place, fc.nat(40), piece)
    .map(([start, length, inserted]) => text.slice(0, start) + inserted + text.slice(start + length));
}

const parser = new TreeParser(testWasm);
beforeAll(() => parser.load('swift'));

describe('a manifest that is being edited', () => {
  it('is read as far as it goes', () => {
    expect(readManifest(parseSwift(parser, manifest))).toMatchObject({
      name: 'Core',
      deploymentTargets: { iOS: '15', macOS: '12.6' },
      dependencies: [
        { identity: 'kit', path: '../Kit' },
        { identity: 'a', path: undefined },
      ],
      isComplete: true,
    });
    fc.assert(
      fc.property(mutated(manifest), (text) => {
        const read = readManifest(parseSwift(parser, text));
        for (const { name } of read?.targets ?? []) expect(text).toContain(name);
      }),
      { numRuns: 150 },
    );
  });
});

describe('links of a workspace in which one file is damaged', () => {
  const files = fixtureFiles('xcode/workspace');
  const paths = [
    'Packages/Cart/Package.swift',
    'Shop.xcworkspace/contents.xcworkspacedata',
    'Payments/Payments.xcodeproj/project.pbxproj',
    'Shop.xcodeproj/project.pbxproj',
  ];

  it('name files of the workspace and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...paths)
          .chain((path) => mutated(files[path] ?? '').map((text) => ({ ...files, [path]: text }))),
        async (changed) => {
          const { host, targets } = await linkedTargets(changed);
          expect(host.reads.filter((uri) => !host.contents.has(uri))).toEqual([]);
          for (const { linkedSources = [] } of targets) {
            for (const uri of linkedSources) expect(host.contents.has(uri)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
