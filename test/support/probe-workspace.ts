/** A workspace in memory with the probe rules, and answers that are easy to compare. */
import type { Finding } from '../../server/src/core/rules/types';
import { relativeUri } from '../../server/src/core/uri';
import { createWorkspace } from '../../server/src/core/workspace';
import type { Workspace } from '../../server/src/core/workspace-types';
import { type MemoryHost, memoryHost } from './memory-fs';
import { probeRules } from './probe-rules';

export interface ProbeWorkspace {
  readonly host: MemoryHost;
  readonly workspace: Workspace;
  uri(path: string): string;
  /** `rule: message` of every finding of a file. */
  messages(path: string): Promise<readonly string[]>;
  /** Paths that `update` answers. */
  updated(): Promise<readonly string[]>;
  /** Replaces a file on disk and tells the workspace; `undefined` deletes it. */
  write(path: string, content: string | Uint8Array | undefined): void;
}

/** Loads `/ws` with these files. */
export async function probeWorkspace(
  files: Readonly<Record<string, string | Uint8Array>>,
  wrap: (host: MemoryHost) => MemoryHost = (host) => host,
): Promise<ProbeWorkspace> {
  const probe = unloadedProbe(files, wrap);
  await probe.workspace.load();
  await probe.workspace.update();
  return probe;
}

/** The same before the first load. */
export function unloadedProbe(
  files: Readonly<Record<string, string | Uint8Array>>,
  wrap: (host: MemoryHost) => MemoryHost = (host) => host,
): ProbeWorkspace {
  const host = memoryHost(files);
  const workspace = createWorkspace(wrap(host), probeRules);
  workspace.setFolders(['file:///ws']);
  return {
    host,
    workspace,
    uri: host.uri,
    async messages(path) {
      return (await workspace.findings(host.uri(path))).map(describeFinding);
    },
    async updated() {
      return (await workspace.update()).map((uri) => relativeUri('file:///ws', uri));
    },
    write(path, content) {
      const uri = host.uri(path);
      const existed = host.contents.has(uri);
      if (content === undefined) host.contents.delete(uri);
      else host.contents.set(uri, content);
      const type = content === undefined ? 'deleted' : existed ? 'changed' : 'created';
      workspace.didChangeFiles([{ uri, type }]);
    },
  };
}

function describeFinding({ rule, message }: Finding): string {
  return `${rule.replace('probe-', '')}: ${message}`;
}
