/** Looks through the sources of a target. */
import type { Files } from './types';

/** Files that are waited for at a time. */
const batch = 32;

/** Reads every file once for the length of one answer. */
export function remembered(files: Files): Files {
  const texts = new Map<string, Promise<string | undefined>>();
  return {
    unit: (uri) => files.unit(uri),
    read: (uri) => {
      const text = texts.get(uri) ?? files.read(uri);
      texts.set(uri, text);
      return text;
    },
  };
}

/** Those of `uris` whose text is of interest, in their order. */
export async function filesWith(
  files: Files,
  uris: readonly string[],
  isWanted: (text: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let start = 0; start < uris.length; start += batch) {
    const some = uris.slice(start, start + batch);
    const texts = await Promise.all(some.map((uri) => files.read(uri)));
    found.push(...some.filter((_, index) => isWanted(texts[index] ?? '')));
  }
  return found;
}
