import type { TextRange } from '../text';
import type { DirectiveRegion } from './directive-regions';
import { methodBodies } from './objc-bodies';
import { selectBranches } from './objc-branches';
import { type ObjcDefine, type ObjcInclude, readDirectives } from './objc-directives';
import { type Overwrite, overwriteMacros } from './objc-macros';
import { type ObjcToken, scanObjc } from './objc-scanner';

/** Objective-C without its preprocessor, and what the preprocessor said. */
export interface NormalisedObjc {
  /** As long as the original, with its line ends where they were: every offset still holds. */
  readonly text: string;
  readonly comments: readonly TextRange[];
  readonly includes: readonly ObjcInclude[];
  readonly defines: readonly ObjcDefine[];
  /** Conditionals whose branches are all in `text`, outer ones before inner ones. */
  readonly conditionals: readonly DirectiveRegion[];
  /** Conditionals that cut through a statement; one of their branches is in `text`. */
  readonly torn: readonly TextRange[];
  /** The other branches of torn conditionals: code that is not in `text`. */
  readonly dropped: readonly TextRange[];
  /** Bodies of methods, from brace to brace; with `closings` all of their braces balance in `text`. */
  readonly bodies: readonly TextRange[];
  /** Offsets of closing braces that bodies lack, in order. They are not in `text`. */
  readonly closings: readonly number[];
  /** Bodies that lack them and are not garbled. */
  readonly unclosed: readonly TextRange[];
  /** Those whose braces do not balance in the original; in `text` they have their outermost braces only. */
  readonly garbled: readonly TextRange[];
}

/**
 * Prepares Objective-C for a parser that knows no preprocessor: directives, branches that cannot be read together,
 * annotations and enumeration macros are blanked or replaced in place. Strings and comments are left alone.
 * `startsInImplementation`: the text begins inside of an `@implementation`.
 */
export function normaliseObjc(text: string, startsInImplementation = false): NormalisedObjc {
  const { tokens, comments } = scanObjc(text);
  const { includes, defines, conditionals } = readDirectives(text, tokens);
  const { code, whole, torn, dropped, dead } = selectBranches(conditionals, tokens);
  const removed = [...dropped, ...dead];
  const bodies = methodBodies(text, code, startsInImplementation);
  const inner = new Set(bodies.flatMap(({ garbled }) => garbled ?? []));
  const closings = bodies.flatMap((body) => body.closings);
  const balanced = withClosings(
    inner.size === 0 ? code : code.filter((token) => !inner.has(token)),
    closings,
  );
  const overwrites: Overwrite[] = overwriteMacros(text, balanced).slice();
  for (const token of inner) overwrites.push(blanked(token));
  for (const token of tokens) if (token.kind === 'directive') overwrites.push(blanked(token));
  for (const range of removed) overwrites.push(blanked(range));
  return {
    text: overwrite(text, overwrites),
    comments,
    includes,
    defines,
    conditionals: whole,
    torn,
    dropped,
    bodies: bodies.map(({ range }) => range),
    closings,
    unclosed: bodies.flatMap((body) =>
      body.closings.length === 0 || body.garbled !== undefined ? [] : [body.range],
    ),
    garbled: bodies.flatMap(({ range, garbled }) => (garbled === undefined ? [] : [range])),
  };
}

/** Closing braces of no length stand in for those that are missing. */
function withClosings(code: readonly ObjcToken[], closings: readonly number[]): readonly ObjcToken[] {
  if (closings.length === 0) return code;
  const added = closings.map((at): ObjcToken => ({ kind: 'punctuation', text: '}', start: at, end: at }));
  // Sorting is stable, and a closing brace comes behind what ends there.
  return [...code, ...added].toSorted((a, b) => a.end - b.end);
}

function blanked({ start, end }: TextRange): Overwrite {
  return { start, end, by: undefined };
}

/** Overwrites may contain each other: what one has blanked stays blank. */
function overwrite(text: string, overwrites: readonly Overwrite[]): string {
  const sorted = overwrites.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, by } of sorted) {
    if (end <= position) continue;
    const from = Math.max(start, position);
    parts.push(text.slice(position, from));
    parts.push(by === undefined || from > start ? blank(text.slice(from, end)) : by.padEnd(end - start));
    position = end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
