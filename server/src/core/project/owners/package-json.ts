/** The dependencies that a package.json names. */
import { type JsonValues, parseJsonValues } from '../../syntax/json-values';
import { dictEntry, valueAt } from '../../syntax/plist-query';
import type { TextRange } from '../../text';
import type { ProjectFiles } from '../project-files';

export interface PackageJson {
  readonly uri: string;
  readonly text: string;
  readonly values: JsonValues;
}

const fields: readonly string[] = ['dependencies', 'devDependencies', 'peerDependencies'];

/** `undefined` when there is none. A broken one is read as far as it can be. */
export async function readPackageJson(uri: string, files: ProjectFiles): Promise<PackageJson | undefined> {
  const text = await files.text(uri);
  return text === undefined ? undefined : { uri, text, values: parseJsonValues(text) };
}

/** Where a dependency is named; `undefined` when it is none. */
export function dependencyRange(file: PackageJson | undefined, name: string): TextRange | undefined {
  for (const field of fields) {
    const entry = dictEntry(valueAt(file?.values.root, field), name);
    if (entry !== undefined) return entry.keyElement;
  }
  return undefined;
}
