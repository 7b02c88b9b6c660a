/** Xcode workspaces: which projects are built together. */
import { SaxesParser } from 'saxes';
import { dirnameUri, joinUri } from '../../uri';
import type { ProjectFiles } from '../project-files';
import type { Problem } from '../types';

export interface XcodeWorkspace {
  /** Its project.pbxproj files, those outside of the roots left out. */
  readonly projects: ReadonlySet<string>;
}

/** `folders` are those named .xcworkspace. */
export async function readWorkspaces(
  folders: readonly string[],
  files: ProjectFiles,
): Promise<{ readonly workspaces: readonly XcodeWorkspace[]; readonly problems: readonly Problem[] }> {
  const workspaces: XcodeWorkspace[] = [];
  const problems: Problem[] = [];
  for (const folder of folders) {
    const uri = joinUri(folder, 'contents.xcworkspacedata');
    const text = await files.text(uri);
    if (text === undefined) continue;
    const { locations, isSound } = referencedFiles(text, dirnameUri(folder));
    if (!isSound) problems.push({ uri, message: 'The workspace could not be read completely' });
    const projects = locations
      .filter((location) => location.endsWith('.xcodeproj'))
      .map((location) => joinUri(location, 'project.pbxproj'))
      .filter((project) => files.isReadable(project));
    workspaces.push({ projects: new Set(projects) });
  }
  return { workspaces, problems };
}

/** URIs of the files that a workspace names; `folder` is the one around it. What stands before an error counts. */
function referencedFiles(
  text: string,
  folder: string,
): { readonly locations: readonly string[]; readonly isSound: boolean } {
  const locations: string[] = [];
  /** Folders of the groups around, the innermost last. */
  const groups = [folder];
  let isSound = true;
  const parser = new SaxesParser();
  parser.on('error', () => {
    isSound = false;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const place = locate(attributes.location ?? '', groups.at(-1) ?? folder, folder);
    if (name === 'Group') groups.push(place ?? folder);
    else if (name === 'FileRef' && place !== undefined) locations.push(place);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'Group') groups.pop();
  });
  parser.write(text).close();
  return { locations, isSound };
}

/** `group:`, `container:` and `absolute:` paths; others are parts of Xcode. */
function locate(location: string, group: string, container: string): string | undefined {
  const [kind = '', ...rest] = location.split(':');
  const path = rest.join(':');
  if (kind === 'group') return joinUri(group, path);
  if (kind === 'container') return joinUri(container, path);
  return kind === 'absolute' && path.startsWith('/') ? joinUri(container, path) : undefined;
}
