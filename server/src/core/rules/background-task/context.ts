/** What the rules of this family share about one file: resolved names and the places that begin a task. */
import { obligationSymbols } from '../../catalog/obligations';
import { FileAnalysis } from '../../program/analysis';
import type { CodeIndex } from '../../program/code-index';
import type { ProgramFile } from '../../program/ir';
import { type BeginSite, beginSites } from '../../program/task-sites';
import { type TokenUse, tokenUses } from '../../program/token-uses';
import type { TextRange } from '../../text';
import type { CodeContext } from '../context';
import type { RelatedLocation } from '../types';

export interface TaskContext {
  readonly code: CodeContext;
  readonly analysis: FileAnalysis;
  readonly sites: readonly BeginSite[];
  /** Reads and writes of everything that may be an identifier; found when first asked for. */
  uses(): readonly TokenUse[];
}

interface Cached {
  readonly index: CodeIndex;
  readonly analysis: FileAnalysis;
  readonly sites: readonly BeginSite[];
  uses(): readonly TokenUse[];
}

/** Several rules ask about the same file in a row; what was found for it is kept as long as the file is. */
const cache = new WeakMap<ProgramFile, Cached>();

export function taskContext(code: CodeContext): TaskContext {
  const { program } = code.unit;
  const { index } = code;
  let known = cache.get(program);
  if (known === undefined || known.index !== index) {
    const analysis = new FileAnalysis(program, (type, name) => index.property(type, name)?.type);
    let uses: readonly TokenUse[] | undefined;
    known = { index, analysis, sites: beginSites(analysis), uses: () => (uses ??= tokenUses(analysis)) };
    cache.set(program, known);
  }
  return { code, analysis: known.analysis, sites: known.sites, uses: known.uses };
}

/** A cheap look before anything is resolved: most files have nothing to do with background tasks. */
export function mentionsTasks({ unit }: CodeContext): boolean {
  return obligationSymbols.some((name) => unit.text.includes(name));
}

export function beganHere(code: CodeContext, site: BeginSite): RelatedLocation {
  return { uri: code.unit.uri, range: site.call.nameRange, message: 'The background task begins here' };
}

/** The part of a range on its first line: nobody wants a whole closure underlined. */
export function firstLine(text: string, range: TextRange): TextRange {
  const line = /^[^\r\n]*/.exec(text.slice(range.start, range.end))?.[0].trimEnd() ?? '';
  return { start: range.start, end: range.start + Math.max(1, line.length) };
}
