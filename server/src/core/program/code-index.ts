/** Function summaries of all files of a target, looked up by type and name across extensions and categories. */
import type { FileEffects } from './effects';

export interface CodeIndex {
  readonly files: ReadonlyMap<string, FileEffects>;
}

/** Joins the summaries of files that are compiled together. Keys are document URIs. */
export function buildCodeIndex(files: ReadonlyMap<string, FileEffects>): CodeIndex {
  return { files };
}
