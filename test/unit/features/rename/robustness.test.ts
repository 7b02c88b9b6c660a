/** Half-written files at random places: answers or refusals, never a failure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  definitionAt,
  highlightsAt,
  referencesAt,
} from '../../../../server/src/core/features/navigation/navigation';
import { RenameRefused } from '../../../../server/src/core/features/rename/refusal';
import { rename } from '../../../../server/src/core/features/rename/rename';
import { identifierApp, infoPlist } from '../../../support/identifier-app';

const code = `import BackgroundTasks
enum TaskID: String {
  case refresh = "com.example.app.refresh"
  var id: String { switch self { case .refresh: return "\\(Bundle.main.bundleIdentifier!).refresh" } }
}
final class Refresher {
  let name: String
  init(name: String = "com.example.app.refresh") { self.name = name }
  func start() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: name, using: nil) { task in
      if task.identifier == TaskID.refresh.rawValue { }
    }
    _ = BGAppRefreshTaskRequest(identifier: TaskID.refresh.id)
  }
}
`;
const plist = infoPlist('com.example.app.refresh', '$(PRODUCT_BUNDLE_IDENTIFIER).refresh');

describe('unfinished files', () => {
  it('have answers or refusals at every place', async () => {
    const cut = (text: string) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(12))
        .map(([at, length]) => text.slice(0, at) + text.slice(at + length));
    await fc.assert(
      fc.asyncProperty(cut(code), cut(plist), fc.nat(29), async (swift, list, first) => {
        const { workspace, host } = await identifierApp({ 'App/Info.plist': list, 'App/A.swift': swift });
        for (const path of ['App/A.swift', 'App/Info.plist']) {
          for (let offset = first; offset < code.length; offset += 30) {
            const uri = host.uri(path);
            await definitionAt(workspace, uri, offset);
            await referencesAt(workspace, uri, offset, true);
            await highlightsAt(workspace, uri, offset);
            const answer = await rename(workspace, uri, offset, 'com.example.app.sync').catch(
              (error) => error,
            );
            if (answer instanceof Error) expect(answer).toBeInstanceOf(RenameRefused);
          }
        }
        workspace.dispose();
      }),
      { numRuns: 15 },
    );
  });
});
