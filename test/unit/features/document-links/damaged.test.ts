import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../../../server/src/core/features/document-links';
import type { Target } from '../../../../server/src/core/project/types';
import { createWorkspace } from '../../../../server/src/core/workspace';
import { memoryHost } from '../../../support/memory-fs';
import { pbxproj } from '../../../support/pbxproj-builder';

const files = {
  'App.xcodeproj/project.pbxproj': pbxproj({
    targets: [
      {
        name: 'App',
        sources: ['App/Größe 🎧.swift'],
        settings: { INFOPLIST_FILE: '"App/Info.plist"', SDKROOT: 'iphoneos' },
        xcconfig: 'App.xcconfig',
      },
    ],
  }),
  'App.xcconfig': '#include "Base.xcconfig"\nCODE_SIGN_ENTITLEMENTS = App/App.entitlements\n',
  'Spec/project.yml': `name: Tool
include: [shared.yml, { path: more.yml }]
configFiles: { Debug: Debug.xcconfig }
targets:
  Tool:
    type: application
    platform: iOS
    info: { path: Tool/Info.plist }
    sources: [Tool, { path: Tool/Main.swift }]
`,
  'background-modes.json': '{ "rules": { "unused-background-mode": "off" } }',
  'App/Größe 🎧.swift': '// background-modes:ignore unused-background-mode -- 🎧\nlet size = 1\n',
};

async function linksIn(path: keyof typeof files, text: string) {
  const host = memoryHost({ ...files, [path]: text });
  const workspace = createWorkspace(host, []);
  workspace.setFolders(['file:///ws']);
  await workspace.load();
  const uri = host.uri(path);
  const targets = async (): Promise<readonly Target[]> =>
    (await workspace.targets()).map(({ target }) => target);
  const links = await documentLinks({ uri, text, unit: () => workspace.unit(uri), targets });
  workspace.dispose();
  return links;
}

describe.each(Object.keys(files) as (keyof typeof files)[])('links in %s', (path) => {
  const text = files[path];

  it('are found while it is whole', async () => {
    expect((await linksIn(path, text)).length).toBeGreaterThan(0);
  });

  it('stay within it, however damaged it is', async () => {
    const offset = fc.nat({ max: text.length });
    await fc.assert(
      fc.asyncProperty(offset, offset, fc.constantFrom('', '"', '{', ': ', '*/'), async (a, b, put) => {
        const damaged = text.slice(0, Math.min(a, b)) + put + text.slice(Math.max(a, b));
        for (const { range } of await linksIn(path, damaged)) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThan(range.start);
          expect(range.end).toBeLessThanOrEqual(damaged.length);
        }
      }),
      { numRuns: 40 },
    );
  });
});
