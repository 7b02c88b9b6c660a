import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../server/src/core/workspace';
import { memoryHost } from '../../support/memory-fs';
import { pbxproj } from '../../support/pbxproj-builder';
import { infoPlist } from '../../support/plist-text';
import { probeWorkspace } from '../../support/probe-workspace';

const project = pbxproj({
  targets: [
    {
      name: 'Player',
      sources: ['App/App.swift'],
      packages: ['Calls'],
      settings: { INFOPLIST_FILE: 'App/Info.plist' },
    },
    { name: 'Widget', type: 'app-extension', sources: ['Widget/Widget.swift'], packages: ['Calls'] },
    { name: 'Tests', type: 'bundle.unit-test', sources: ['Tests/Tests.swift'], packages: ['Calls'] },
  ],
});

const manifest = `let package = Package(
    name: "Calls",
    products: [.library(name: "Calls", targets: ["Calls"])],
    targets: [.target(name: "Calls"), .target(name: "More")]
)
`;

const provider = 'import CallKit\nfunc calls() { let provider = CXProvider(configuration: configuration) }\n';

const files = {
  'Player.xcodeproj/project.pbxproj': project,
  'App/Info.plist': infoPlist(['audio']),
  'App/App.swift': 'func start() {}\n',
  'Widget/Widget.swift': 'func widget() {}\n',
  'Tests/Tests.swift': 'func tests() {}\n',
  'Calls/Package.swift': manifest,
  'Calls/Sources/Calls/Provider.swift': provider,
  'Calls/Sources/More/More.swift': provider,
  'Calls/Tests/CallsTests/ProviderTests.swift': provider,
};

describe('code in a package that an app links', () => {
  it('is held against the app: the finding names its target and lies in the package', async () => {
    const host = memoryHost(files);
    const workspace = createWorkspace(host);
    workspace.setFolders(['file:///ws']);
    await workspace.load();
    const missing = (await workspace.allFindings()).filter(({ rule }) => rule === 'missing-background-mode');
    expect(missing).toMatchObject([
      {
        rule: 'missing-background-mode',
        entry: 'voip-callkit',
        uri: host.uri('Calls/Sources/Calls/Provider.swift'),
        target: 'Player',
      },
    ]);
    expect(missing[0]?.fixes[0]?.files.map(({ uri }) => uri)).toEqual([host.uri('App/Info.plist')]);
  });

  it('is seen again when it changes, and when the manifest or the folder does', async () => {
    const { messages, write, updated } = await probeWorkspace({ ...files, 'App/Info.plist': infoPlist([]) });
    const path = 'Calls/Sources/Calls/Provider.swift';
    const missing = 'target: callkit-provider in Player, 0 modes beside it';
    expect(await messages(path)).toContain(missing);
    write(path, 'func calls() { work() }\n');
    expect(await updated()).toContain(path);
    expect(await messages(path)).not.toContain(missing);
    write('Calls/Sources/Calls/Second.swift', provider);
    await updated();
    expect(await messages('Calls/Sources/Calls/Second.swift')).toContain(missing);
    expect(await messages('Calls/Sources/More/More.swift')).not.toContain(missing);
    write('Calls/Package.swift', manifest.replace('targets: ["Calls"]', 'targets: ["More"]'));
    await updated();
    expect(await messages('Calls/Sources/More/More.swift')).toContain(missing);
    expect(await messages('Calls/Sources/Calls/Second.swift')).not.toContain(missing);
    write('Calls/Package.swift', undefined);
    await updated();
    expect(await messages('Calls/Sources/More/More.swift')).not.toContain(missing);
  });
});

describe('code of a framework', () => {
  it('is seen together with the app that links it: what one begins the other may end', async () => {
    const saver = `import UIKit
open class Saver {
    public var task = UIBackgroundTaskIdentifier.invalid
    public func begin() {
        task = UIApplication.shared.beginBackgroundTask(withName: "save") { self.finish() }
    }
}
`;
    const host = memoryHost({
      'Player.xcodeproj/project.pbxproj': pbxproj({
        targets: [
          { name: 'Player', sources: ['App/App.swift'], links: ['Kit'] },
          { name: 'Kit', type: 'framework', sources: ['Kit/Saver.swift'] },
        ],
      }),
      'App/App.swift': `import Kit
import UIKit
extension Saver {
    func finish() {
        UIApplication.shared.endBackgroundTask(task)
        task = .invalid
    }
}
`,
      'Kit/Saver.swift': saver,
    });
    const workspace = createWorkspace(host);
    workspace.setFolders(['file:///ws']);
    await workspace.load();
    expect(await workspace.findings(host.uri('Kit/Saver.swift'))).toEqual([]);
    host.contents.set(host.uri('App/App.swift'), 'import Kit\n');
    workspace.didChangeFiles([{ uri: host.uri('App/App.swift'), type: 'changed' }]);
    const codes = (await workspace.findings(host.uri('Kit/Saver.swift'))).map(({ rule }) => rule);
    expect(codes).toContain('background-task-not-ended');
  });
});
