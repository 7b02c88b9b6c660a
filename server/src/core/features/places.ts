/** Names of places for people: `App/Info.plist, line 42`. */
import { LineIndex, type TextRange } from '../text';
import { basenameUri, isInside, relativeUri } from '../uri';

/** Path below the workspace folder that holds the file, led by the folder's name when there are several. */
export function displayPath(uri: string, folders: readonly string[]): string {
  const folder = folders.find((candidate) => isInside(candidate, uri));
  if (folder === undefined) return basenameUri(uri);
  const path = relativeUri(folder, uri);
  return folders.length > 1 ? `${basenameUri(folder)}/${path}` : path;
}

/** One-based line of the start of `range`. */
export function lineNumber(text: string, range: TextRange): number {
  return new LineIndex(text).at(range.start).line + 1;
}

/** `text` is the file's. */
export function placeText(uri: string, text: string, range: TextRange, folders: readonly string[]): string {
  return `${displayPath(uri, folders)}, line ${lineNumber(text, range)}`;
}
