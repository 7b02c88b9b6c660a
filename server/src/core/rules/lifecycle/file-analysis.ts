/** What is resolved of a file that is looked at alone, shared by the rules of this family. */

import { FileAnalysis } from '../../program/analysis';
import type { ProgramFile } from '../../program/ir';
import { Memo } from '../../program/memo';
import { namesIn } from '../../program/text-names';
import type { ProgramUnit } from '../context';

const cache = new Memo<ProgramFile, FileAnalysis>();

export function analysisOf(program: ProgramFile): FileAnalysis {
  return cache.of(program, () => new FileAnalysis(program));
}

/** A cheap look before anything is resolved. */
export function saysAny({ program, text }: ProgramUnit, names: Iterable<string>): boolean {
  const known = namesIn(program, text);
  for (const name of names) if (known.has(name)) return true;
  return false;
}
