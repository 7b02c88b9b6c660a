/** What .gitignore files of the workspace leave out of the repository. */
import { dirnameUri, joinUri, relativeUri } from '../uri';
import { globMatcher } from './glob';
import type { ProjectFiles } from './project-files';

interface Pattern {
  readonly folder: string;
  readonly matches: (path: string) => boolean;
  readonly isNegated: boolean;
}

/** Whether git leaves the file out. `.gitignore` files above the workspace are not seen. */
export async function isIgnored(uri: string, files: ProjectFiles): Promise<boolean> {
  const folders = foldersAround(uri, files);
  const patterns: Pattern[] = [];
  for (const folder of folders) {
    const text = await files.text(joinUri(folder, '.gitignore'));
    patterns.push(...(text ?? '').split(/\r\n?|\n/).flatMap((line) => patternOf(folder, line)));
    // What lies in an ignored folder cannot be taken back.
    const next = folders.find((other) => dirnameUri(other) === folder) ?? uri;
    const last = patterns.findLast((pattern) => pattern.matches(relativeUri(pattern.folder, next)));
    if (last !== undefined && !last.isNegated) return true;
  }
  return false;
}

/** From the root of the workspace down to the file's folder. */
function foldersAround(uri: string, files: ProjectFiles): readonly string[] {
  const folders: string[] = [];
  let folder = dirnameUri(uri);
  while (files.isReadable(folder) && !folders.includes(folder)) {
    folders.unshift(folder);
    folder = dirnameUri(folder);
  }
  return folders;
}

function patternOf(folder: string, line: string): readonly Pattern[] {
  const written = line.trim();
  if (written === '' || written.startsWith('#')) return [];
  const isNegated = written.startsWith('!');
  const path = (isNegated ? written.slice(1) : written).replace(/\/$/, '');
  // A slash inside ties the pattern to the folder; a bare name may lie anywhere below it.
  const glob = path.includes('/') ? path.replace(/^\//, '') : `**/${path}`;
  return [{ folder, matches: globMatcher(glob, { coversFolders: false }), isNegated }];
}
