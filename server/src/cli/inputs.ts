/** From the paths on the command line to what the workspace opens and what is shown of it. */
import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isInside, normaliseUri } from '../core/uri';
import { UsageError } from './exit';

export interface Inputs {
  /** Folders for the workspace, none inside of another. */
  readonly roots: readonly string[];
  /** Whether a document was asked for. */
  includes(uri: string): boolean;
}

/** Throws a UsageError for a path that does not exist or cannot be read. */
export async function resolveInputs(paths: readonly string[], directory: string): Promise<Inputs> {
  const inputs = await Promise.all(paths.map((given) => resolveInput(given, directory)));
  const roots = [...new Set(inputs.map(({ root }) => root))].sort();
  const wanted = inputs.map(({ uri }) => uri);
  return {
    roots: roots.filter((root) => !roots.some((other) => other !== root && isInside(other, root))),
    includes: (uri) => wanted.some((one) => isInside(one, uri)),
  };
}

export function fileUri(file: string): string {
  return normaliseUri(pathToFileURL(file).href);
}

async function resolveInput(given: string, directory: string): Promise<{ uri: string; root: string }> {
  const absolute = path.resolve(directory, given);
  const isFolder = await readableKind(absolute, given);
  const start = isFolder ? absolute : path.dirname(absolute);
  const root = (await enclosingProject(start, directory)) ?? start;
  return { uri: fileUri(absolute), root: fileUri(root) };
}

async function readableKind(absolute: string, given: string): Promise<boolean> {
  try {
    const info = await stat(absolute);
    await access(absolute, info.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK);
    return info.isDirectory();
  } catch (error) {
    throw new UsageError(reason(error, given));
  }
}

function reason(error: unknown, given: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `No such file or folder: ${given}`;
  if (code === 'EACCES' || code === 'EPERM') return `No permission to read ${given}`;
  return `${given} cannot be read (${error instanceof Error ? error.message : String(error)})`;
}

/**
 * A source file says little without its target: looks for the nearest folder with an Xcode project, from `folder` up to
 * the working directory, or outside of that to the root of the repository.
 */
async function enclosingProject(folder: string, directory: string): Promise<string | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    const names = await readdir(at).catch((): string[] => []);
    if (names.some((name) => name.endsWith('.xcodeproj'))) return at;
    if (at === directory || names.includes('.git') || at === path.dirname(at)) return undefined;
  }
}
