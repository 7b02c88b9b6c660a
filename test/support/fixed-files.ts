/** Files as somebody leaves them who takes every quick fix. */
import { applyEdits } from '../../server/src/core/text';
import { type Checked, checkFiles, type Files } from './check-files';

/** The files after the first fix of the first finding that has one. Throws when there is none. */
export function fixedOnce(files: Files, { findings, path }: Checked): Files {
  const [fix] = findings.flatMap(({ fixes }) => fixes);
  if (fix === undefined) throw new Error('There is nothing to fix');
  const changed = fix.files.map(({ uri, edits, create }) => [
    path(uri),
    create ?? applyEdits(files[path(uri)] ?? '', edits),
  ]);
  return { ...files, ...Object.fromEntries(changed) };
}

/** After `times` fixes. */
export async function fixedFiles(files: Files, times: number): Promise<Files> {
  if (times === 0) return files;
  return fixedFiles(fixedOnce(files, await checkFiles(files)), times - 1);
}
