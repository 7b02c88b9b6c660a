/** What is resolved of a file that is looked at alone, shared by the rules of this family. */

import { FileAnalysis } from '../../program/analysis';
import type { ProgramFile } from '../../program/ir';
import { Memo } from '../../program/memo';

const cache = new Memo<ProgramFile, FileAnalysis>();

export function analysisOf(program: ProgramFile): FileAnalysis {
  return cache.of(program, () => new FileAnalysis(program));
}

/** A cheap look before anything is resolved. */
export function saysAny({ text }: { readonly text: string }, names: Iterable<string>): boolean {
  for (const name of names) if (text.includes(name)) return true;
  return false;
}
