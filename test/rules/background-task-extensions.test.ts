/** Tasks that are ended in a file of their own, which may not be read yet, and need not name UIKit at all. */
import { expect, it } from 'vitest';
import { createWorkspace } from '../../server/src/core/workspace';
import { checkFiles } from '../support/check-files';
import { memoryHost } from '../support/memory-fs';
import { infoPlist } from '../support/plist-text';

const uploader = `import UIKit
final class Uploader {
  var bgTask: UIBackgroundTaskIdentifier = .invalid
  func start() {
    bgTask = UIApplication.shared.beginBackgroundTask(withName: "upload") { [weak self] in self?.finish() }
  }
}
`;

async function rules(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await checkFiles({
    'Info.plist': infoPlist([]),
    'Uploader.swift': uploader,
    ...files,
  });
  return findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('background-task-'));
}

it('an extension that hands the identifier to a helper of another module may end the task', async () => {
  const extension = 'extension Uploader {\n  func finish() { Assertions.release(bgTask) }\n}\n';
  expect(await rules({ 'Uploader+Finish.swift': extension })).toEqual([]);
});

it('an extension that only forgets the identifier does not end the task', async () => {
  const extension = 'extension Uploader {\n  func finish() { bgTask = .invalid }\n}\n';
  expect(await rules({ 'Uploader+Finish.swift': extension })).toContain('background-task-not-ended');
});

const ending = `import UIKit
extension Uploader {
  func finish() {
    UIApplication.shared.endBackgroundTask(bgTask)
    bgTask = .invalid
  }
}
`;

it.each([
  ['ended in another file', { 'Uploader+Finish.swift': ending }, []],
  ['never ended', {}, ['background-task-not-ended']],
])('says nothing before the other files are read; then a task is %s', async (_name, others, expected) => {
  const host = memoryHost({ 'Info.plist': infoPlist([]), 'Uploader.swift': uploader, ...others });
  const workspace = createWorkspace(host);
  const uri = host.uri('Uploader.swift');
  const found = async () => (await workspace.findings(uri)).map(({ rule }) => rule);
  workspace.setFolders(['file:///ws']);
  workspace.didOpen(uri, 1, uploader);
  expect(await found()).toEqual([]);
  await workspace.load();
  expect(await found()).toEqual(expected);
  workspace.dispose();
});
