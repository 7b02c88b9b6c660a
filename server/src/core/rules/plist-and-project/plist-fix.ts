import type { TextEdit } from '../../text';
import type { Fix } from '../types';

/** A fix of one file, or none where the file cannot be edited. */
export function fileFix(
  uri: string,
  title: string,
  edits: readonly TextEdit[] | undefined,
  isPreferred: boolean,
): readonly Fix[] {
  if (edits === undefined || edits.length === 0) return [];
  return [{ title, files: [{ uri, edits }], isPreferred }];
}
