import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentLink } from 'vscode-languageserver-protocol';
import { createWorkspace } from '../../server/src/core/workspace';
import { memoryHost } from '../support/memory-fs';
import { pullingClient } from './support/capabilities';
import { TestClient } from './support/client';
import { infoPlist } from './support/player-app';
import { inMemory } from './support/transport';

const project = `// !$*UTF8*$!
{
	archiveVersion = 1;
	objectVersion = 56;
	objects = {
		A1 = {isa = PBXFileReference; lastKnownFileType = sourcecode.swift; path = "Köln 🎧.swift"; sourceTree = "<group>"; };
		A2 = {isa = PBXFileReference; path = Gone.swift; sourceTree = "<group>"; };
		A3 = {isa = PBXFileReference; path = ../../outside/Secret.swift; sourceTree = "<group>"; };
		A4 = {isa = PBXFileReference; path = App.app; sourceTree = BUILT_PRODUCTS_DIR; };
		A5 = {isa = PBXFileReference; path = Base.xcconfig; sourceTree = SOURCE_ROOT; };
		G0 = {isa = PBXGroup; children = (G1, A5); sourceTree = "<group>"; };
		G1 = {isa = PBXGroup; children = (A1, A2, A3); path = App; sourceTree = "<group>"; };
		T1 = {isa = PBXNativeTarget; buildConfigurationList = L1; buildPhases = (); name = App; productType = "com.apple.product-type.application"; };
		P1 = {isa = PBXProject; buildConfigurationList = L2; mainGroup = G0; targets = (T1); };
		C1 = {isa = XCBuildConfiguration; baseConfigurationReference = A5; buildSettings = {INFOPLIST_FILE = "$(SRCROOT)/App/Info.plist"; SDKROOT = iphoneos; }; name = Debug; };
		C2 = {isa = XCBuildConfiguration; buildSettings = {}; name = Debug; };
		L1 = {isa = XCConfigurationList; buildConfigurations = (C1); };
		L2 = {isa = XCConfigurationList; buildConfigurations = (C2); };
	};
	rootObject = P1;
}
`;

const spec = `name: Tool
include: shared.yml
targets:
  Tool:
    type: application
    platform: iOS
    info:
      path: Tool/Info.plist
    entitlements: { path: "Tool/Tool.entitlements" }
    sources:
      - Tool
      - path: Tool/Main.swift
      - \${DIR}/Other.swift
`;

const files: Readonly<Record<string, string>> = {
  'App.xcodeproj/project.pbxproj': project,
  'App/Köln 🎧.swift': `// background-modes:ignore background-task-not-ended/never, no-such-rule -- it is ended elsewhere\nfunc f() {}\n`,
  'App/Info.plist': infoPlist('audio').replace(
    '<dict>',
    '<!-- background-modes:ignore unused-background-mode: later -->\n<dict>',
  ),
  'App/App.entitlements': infoPlist(),
  'Base.xcconfig': '#include "Config/Shared.xcconfig"\nCODE_SIGN_ENTITLEMENTS = App/App.entitlements\n',
  'Config/Shared.xcconfig': '#include? "Missing.xcconfig"\n#include "Base.xcconfig"\n',
  'Config/Other.xcconfig': '#include "$(ROOT)/Shared.xcconfig"\n#include ""\n',
  'tool/project.yml': spec,
  'tool/shared.yml': 'settings: {}\n',
  'tool/Tool/Main.swift': 'let a = 1\n',
  'tool/Tool/Info.plist': infoPlist(),
  'background-modes.json':
    '{ "rules": { "unused-background-mode": "off", "nonsense": "off" }, "overrides": [{ "files": [], "rules": { "missing-background-mode/processing": "hint" } }] }',
};

describe('document links', () => {
  let client: TestClient;
  const uriOf = (path: string) => memoryHost({}).uri(path);

  beforeEach(async () => {
    const host = memoryHost({ ...files, 'file:///outside/Secret.swift': 'let a = 1' });
    const pages = (rule: string) => `file:///pages/${rule}.md`;
    client = await TestClient.start(
      inMemory(() => createWorkspace(host), { installedPage: pages }),
      { capabilities: pullingClient },
    );
    for (const [path, text] of Object.entries(files)) client.open(uriOf(path), text);
    await client.indexed();
  });
  afterEach(() => client.stop());

  /** Linked text → where it leads. */
  async function links(path: string): Promise<Readonly<Record<string, string>>> {
    const uri = uriOf(path);
    const found = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    const document = client.document(uri);
    return Object.fromEntries(
      found.map(({ range, target }) => {
        const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
        return [document.getText().slice(start, end), target ?? ''];
      }),
    );
  }

  it('lead from a project to files that are there, and nowhere outside of the workspace', async () => {
    expect(await links('App.xcodeproj/project.pbxproj')).toEqual({
      '"Köln 🎧.swift"': uriOf('App/Köln 🎧.swift'),
      'Base.xcconfig': uriOf('Base.xcconfig'),
      '"$(SRCROOT)/App/Info.plist"': uriOf('App/Info.plist'),
    });
  });

  it('lead from build configuration files to what they include, and to the files of settings', async () => {
    expect(await links('Base.xcconfig')).toEqual({
      'Config/Shared.xcconfig': uriOf('Config/Shared.xcconfig'),
      'App/App.entitlements': uriOf('App/App.entitlements'),
    });
    // Beside the file there is none of that name, in the folder of the project there is.
    expect(await links('Config/Shared.xcconfig')).toEqual({ 'Base.xcconfig': uriOf('Base.xcconfig') });
    expect(await links('Config/Other.xcconfig')).toEqual({});
  });

  it('lead from a spec to its files, but not to folders', async () => {
    expect(await links('tool/project.yml')).toEqual({
      'shared.yml': uriOf('tool/shared.yml'),
      'Tool/Info.plist': uriOf('tool/Tool/Info.plist'),
      'Tool/Main.swift': uriOf('tool/Tool/Main.swift'),
    });
  });

  it('lead from comments and from background-modes.json to the pages of rules', async () => {
    expect(await links('App/Köln 🎧.swift')).toEqual({
      'background-task-not-ended/never': 'file:///pages/background-task-not-ended.md',
    });
    expect(await links('App/Info.plist')).toEqual({
      'unused-background-mode': 'file:///pages/unused-background-mode.md',
    });
    expect(await links('background-modes.json')).toEqual({
      'unused-background-mode': 'file:///pages/unused-background-mode.md',
      'missing-background-mode/processing': 'file:///pages/missing-background-mode.md',
    });
  });

  it('appear when the file does', async () => {
    const entitlements = uriOf('tool/Tool/Tool.entitlements');
    client.open(entitlements, infoPlist());
    expect(await links('tool/project.yml')).toMatchObject({ '"Tool/Tool.entitlements"': entitlements });
  });
});
