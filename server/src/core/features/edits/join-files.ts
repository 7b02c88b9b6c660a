import type { FileEdit } from '../../rules/types';
import type { TextEdit } from '../../text';
import { joinEdits } from './join';

/**
 * Additions to files together with removals from one file, which may be among them. `undefined` when they overlap.
 */
export function withRemovals(
  files: readonly FileEdit[],
  { uri, text }: { readonly uri: string; readonly text: string },
  removals: readonly TextEdit[],
): readonly FileEdit[] | undefined {
  const same = files.find((file) => file.uri === uri);
  if (same === undefined) return [...files, { uri, edits: removals }];
  const edits = joinEdits(text, same.edits, removals);
  return edits && files.map((file) => (file === same ? { uri, edits } : file));
}
