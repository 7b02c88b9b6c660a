/** Resolves targets of a workspace in memory, without the rest of the engine. */
import { effectiveInfoPlist } from '../../server/src/core/project/effective-info-plist';
import type { EffectiveInfoPlist, PlistFile, Target } from '../../server/src/core/project/types';
import { type ResolvedProject, resolveXcodeProject } from '../../server/src/core/project/xcode-project';
import { parseOpenStep } from '../../server/src/core/syntax/openstep';
import { parsePlist } from '../../server/src/core/syntax/plist';
import { OpenDocuments } from '../../server/src/core/workspace/documents';
import { WorkspaceFiles } from '../../server/src/core/workspace/files';
import { type MemoryHost, memoryHost } from './memory-fs';

export interface Resolution extends ResolvedProject {
  readonly host: MemoryHost;
  target(name: string): Target;
  /** Sources of a target by their paths below the workspace. */
  sources(name: string): readonly string[];
  infoPlist(name: string): EffectiveInfoPlist;
}

const root = 'file:///ws';

/** `project` is the text of App.xcodeproj/project.pbxproj; the workspace is `/ws`. */
export async function resolveProject(
  project: string,
  others: Readonly<Record<string, string>> = {},
  path = 'App.xcodeproj/project.pbxproj',
): Promise<Resolution> {
  const host = memoryHost({ ...others, [path]: project });
  const files = new WorkspaceFiles(host, new OpenDocuments());
  files.setRoots([root]);
  const resolved = await resolveXcodeProject(host.uri(path), parseOpenStep(project), files);
  const target = (name: string): Target => {
    const found = resolved.targets.find((other) => other.name === name);
    if (found === undefined) throw new Error(`No target ${name}`);
    return found;
  };
  const plist = (uri: string): PlistFile | undefined => {
    const text = host.contents.get(uri);
    return typeof text === 'string' ? { uri, text, document: parsePlist(text) } : undefined;
  };
  return {
    ...resolved,
    host,
    target,
    sources: (name) => target(name).sources.map((uri) => decodeURIComponent(uri.slice(root.length + 1))),
    infoPlist: (name) => effectiveInfoPlist(target(name), plist),
  };
}
