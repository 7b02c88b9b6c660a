/** Tasks that are ended in a file of their own, which need not name UIKit at all. */
import { expect, it } from 'vitest';
import { checkFiles } from '../support/check-files';
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
  return findings.map(({ rule }) => rule);
}

it('an extension that hands the identifier to a helper of another module may end the task', async () => {
  const extension = 'extension Uploader {\n  func finish() { Assertions.release(bgTask) }\n}\n';
  expect(await rules({ 'Uploader+Finish.swift': extension })).toEqual([]);
});

it('an extension that only forgets the identifier does not end the task', async () => {
  const extension = 'extension Uploader {\n  func finish() { bgTask = .invalid }\n}\n';
  expect(await rules({ 'Uploader+Finish.swift': extension })).toContain('background-task-not-ended');
});
