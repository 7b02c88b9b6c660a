/** What is resolved of a file that is looked at alone, shared by the rules of this family. */
import { FileAnalysis } from '../../program/analysis';
import type { ProgramFile } from '../../program/ir';

const cache = new WeakMap<ProgramFile, FileAnalysis>();

export function analysisOf(program: ProgramFile): FileAnalysis {
  let known = cache.get(program);
  if (known === undefined) {
    known = new FileAnalysis(program);
    cache.set(program, known);
  }
  return known;
}

/** A cheap look before anything is resolved. */
export function saysAny({ text }: { readonly text: string }, names: Iterable<string>): boolean {
  for (const name of names) if (text.includes(name)) return true;
  return false;
}
