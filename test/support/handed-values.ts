/** Small apps in which one file hands an identifier or a category over to another one. */
import { allRules } from '../../server/src/core/rules';
import { createWorkspace } from '../../server/src/core/workspace';
import type { Workspace } from '../../server/src/core/workspace-types';
import { type MemoryHost, memoryHost } from './memory-fs';
import { pbxproj } from './pbxproj-builder';
import { infoPlist } from './plist-text';

export type Files = Readonly<Record<string, string>>;

const project = pbxproj({
  targets: [{ name: 'App', folders: ['App'], settings: { INFOPLIST_FILE: 'Info.plist' } }],
  folders: [{ path: 'App' }],
});
export const plist = infoPlist(['fetch'], { BGTaskSchedulerPermittedIdentifiers: ['a.known'] });

/** What is found when `a.other` gets to the scheduler. */
export const refused = ["'a.other'"];

export function hostOf(files: Files): MemoryHost {
  return memoryHost({ 'App.xcodeproj/project.pbxproj': project, 'Info.plist': plist, ...files });
}

export async function opened(host: MemoryHost): Promise<Workspace> {
  const workspace = createWorkspace(host, allRules);
  workspace.setFolders(['file:///ws']);
  await workspace.load();
  return workspace;
}

/** The identifiers that are refused, and modes that are missing. */
export async function found(workspace: Workspace): Promise<readonly string[]> {
  const all = await workspace.allFindings();
  return all
    .filter(({ rule }) => /^(?:missing-background-mode|task-identifier-not-permitted)$/.test(rule))
    .map(({ rule, entry, message }) => (rule.startsWith('task') ? message.split(' is not')[0] : entry) ?? '');
}

export async function check(files: Files): Promise<readonly string[]> {
  const workspace = await opened(hostOf(files));
  const findings = await found(workspace);
  workspace.dispose();
  return findings;
}
