/** Xcode build configuration files (.xcconfig) with ranges. */
import type { TextRange } from '../text';
import { trimBlank } from './blank';
import type { SyntaxProblem } from './plist-types';

/** One `[name=pattern]` behind a setting's name, for example `sdk` and `iphoneos*`. */
export interface XcconfigCondition {
  readonly name: string;
  readonly pattern: string;
}

export interface XcconfigAssignment {
  /** Without conditions. */
  readonly key: string;
  readonly keyRange: TextRange;
  readonly conditions: readonly XcconfigCondition[];
  /** Without comment, final `;` and outer blanks; continued lines joined by a blank; variables as written. */
  readonly value: string;
  readonly valueRange: TextRange;
}

export interface XcconfigInclude {
  /** As written between the quotes. */
  readonly path: string;
  /** Without quotes. */
  readonly pathRange: TextRange;
  /** `#include?`: no error when the file is missing. */
  readonly isOptional: boolean;
}

export type XcconfigStatement =
  | ({ readonly kind: 'assignment' } & XcconfigAssignment)
  | ({ readonly kind: 'include' } & XcconfigInclude);

export interface XcconfigDocument {
  /** In document order, which matters: later assignments win over earlier ones, included ones too. */
  readonly statements: readonly XcconfigStatement[];
  readonly assignments: readonly XcconfigAssignment[];
  readonly includes: readonly XcconfigInclude[];
  readonly problems: readonly SyntaxProblem[];
}

const LINE = /[^\r\n\u2028\u2029]*/y;
const INCLUDE = /^\s*#\s*include(\?)?\s+"([^"]*)"\s*(?:\/\/.*)?$/;
const ASSIGNMENT = /^([A-Za-z_]\w*)\s*((?:\[[^\]=]*=[^\]]*\]\s*)*)=/;
const CONDITION = /\[([^\]=]*)=([^\]]*)\]/g;

/**
 * Reads a file line by line as Xcode's build system does (swift-build, MacroConfigFileParser.swift): `//` begins a
 * comment even in a value, a final `;` is dropped, a final `\` joins the next line.
 * Never throws; a line that cannot be read becomes a problem and the rest goes on.
 */
export function parseXcconfig(text: string): XcconfigDocument {
  const statements: XcconfigStatement[] = [];
  const problems: SyntaxProblem[] = [];

  const lines = linesOf(text).reverse();
  for (let line = lines.pop(); line !== undefined; line = lines.pop()) {
    const content = trimBlank(text, withoutComment(text, line));
    const statement = include(text, line) ?? assignment(text, content, lines);
    if (statement !== undefined) statements.push(statement);
    else if (content.start < content.end) {
      problems.push({ range: content, message: 'This is neither a setting (NAME = value) nor an #include' });
    }
  }
  return {
    statements,
    assignments: statements.filter((statement) => statement.kind === 'assignment'),
    includes: statements.filter((statement) => statement.kind === 'include'),
    problems,
  };
}

function linesOf(text: string): TextRange[] {
  const lines: TextRange[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    LINE.lastIndex = start;
    const end = start + (LINE.exec(text)?.[0].length ?? 0);
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

function withoutComment(text: string, line: TextRange): TextRange {
  const comment = text.slice(line.start, line.end).indexOf('//');
  return comment < 0 ? line : { start: line.start, end: line.start + comment };
}

function include(text: string, line: TextRange): XcconfigStatement | undefined {
  const found = INCLUDE.exec(text.slice(line.start, line.end));
  if (found === null) return undefined;
  const path = found[2] ?? '';
  const start = line.start + found[0].indexOf('"') + 1;
  const pathRange = { start, end: start + path.length };
  return { kind: 'include', path, pathRange, isOptional: found[1] !== undefined };
}

/** Takes the lines that continue the value away from the end of `following`, which is reversed. */
function assignment(text: string, line: TextRange, following: TextRange[]): XcconfigStatement | undefined {
  const [head, key = '', conditions = ''] = ASSIGNMENT.exec(text.slice(line.start, line.end)) ?? [];
  if (head === undefined) return undefined;
  const parts = valueParts(text, { start: line.start + head.length, end: line.end }, following);
  const valueRange = { start: parts[0]?.start ?? line.end, end: parts.at(-1)?.end ?? line.end };
  return {
    kind: 'assignment',
    key,
    keyRange: { start: line.start, end: line.start + key.length },
    conditions: [...conditions.matchAll(CONDITION)].map(([, name = '', pattern = '']) => ({ name, pattern })),
    value: parts.map(({ start, end }) => text.slice(start, end)).join(' '),
    valueRange,
  };
}

/** One range for each line of a value; blank ones are left out. */
function valueParts(text: string, first: TextRange, following: TextRange[]): TextRange[] {
  const parts: TextRange[] = [];
  for (let line: TextRange | undefined = first; line !== undefined; ) {
    let part = withoutFinal(text, ';', trimBlank(text, withoutComment(text, line)));
    const isContinued = text.charAt(part.end - 1) === '\\' && part.end > part.start;
    if (isContinued) part = withoutFinal(text, '\\', part);
    if (part.start < part.end) parts.push(part);
    line = isContinued ? following.pop() : undefined;
  }
  return parts;
}

function withoutFinal(text: string, char: string, range: TextRange): TextRange {
  if (range.start === range.end || text.charAt(range.end - 1) !== char) return range;
  return trimBlank(text, { start: range.start, end: range.end - 1 });
}
