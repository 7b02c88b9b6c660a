/** Rules that other files can prove wrong wait until these have been read. */
import { expect, it } from 'vitest';
import { createWorkspace } from '../../server/src/core/workspace';
import { memoryHost } from '../support/memory-fs';
import { infoPlist } from '../support/plist-text';

const pushes = `import PushKit
final class Pushes: NSObject, PKPushRegistryDelegate {
  func pushRegistry(_ r: PKPushRegistry, didUpdate c: PKPushCredentials, for type: PKPushType) {}
  func pushRegistry(_ r: PKPushRegistry, didReceiveIncomingPushWith p: PKPushPayload, for type: PKPushType, completion: @escaping () -> Void) {
    NotificationCenter.default.post(name: .incomingPush, object: p)
    completion()
  }
}
`;
const reports = `import CallKit
final class Calls {
  let provider = CXProvider(configuration: CXProviderConfiguration())
  @objc func incoming(_ n: Notification) {
    provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in }
  }
}
`;

it.each([
  ['elsewhere', { 'Calls.swift': reports }, []],
  ['nowhere', {}, ['voip-push-not-reported']],
])('a push that is reported %s', async (_name, others, expected) => {
  const host = memoryHost({ 'Info.plist': infoPlist(['voip']), 'Pushes.swift': pushes, ...others });
  const workspace = createWorkspace(host);
  const uri = host.uri('Pushes.swift');
  const found = async () => (await workspace.findings(uri)).map(({ rule }) => rule);
  workspace.setFolders(['file:///ws']);
  workspace.didOpen(uri, 1, pushes);
  expect(await found()).toEqual([]);
  await workspace.load();
  expect(await found()).toEqual(expected);
  workspace.dispose();
});
