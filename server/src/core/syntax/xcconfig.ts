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
  /** Without comment and outer blanks; variables as written. */
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

const LINE = /[^\r\n]*/y;
const INCLUDE = /^#include(\?)?\s*"([^"]*)"?/;
const NAME = /^[A-Za-z_][\w.-]*/;
const CONDITIONS = /^(?:\s*\[[^\]]*\])*/;
const CONDITION = /([\w.-]+)\s*=\s*([^,\]\s]*)/g;

/** Never throws; a line that cannot be read becomes a problem and the rest goes on. */
export function parseXcconfig(text: string): XcconfigDocument {
  const statements: XcconfigStatement[] = [];
  const problems: SyntaxProblem[] = [];
  for (const range of lines(text)) {
    const line = trimBlank(text, withoutComment(text, range));
    if (line.start === line.end) continue;
    const statement = include(text, line) ?? assignment(text, line);
    if (statement !== undefined) statements.push(statement);
    else problems.push({ range: line, message: 'This is neither a setting (NAME = value) nor an #include' });
  }
  return {
    statements,
    assignments: statements.filter((statement) => statement.kind === 'assignment'),
    includes: statements.filter((statement) => statement.kind === 'include'),
    problems,
  };
}

function* lines(text: string): Generator<TextRange> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    LINE.lastIndex = start;
    const end = start + (LINE.exec(text)?.[0].length ?? 0);
    yield { start, end };
    start = end + 1;
  }
}

/** `//` begins a comment wherever it stands, in values as well: that is why they cannot hold plain URLs. */
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

function assignment(text: string, line: TextRange): XcconfigStatement | undefined {
  const written = text.slice(line.start, line.end);
  const key = NAME.exec(written)?.[0];
  if (key === undefined) return undefined;
  const conditions = CONDITIONS.exec(written.slice(key.length))?.[0] ?? '';
  const equals =
    key.length + conditions.length + written.slice(key.length + conditions.length).search(/\S|$/);
  if (written.charAt(equals) !== '=') return undefined;
  const valueRange = trimBlank(text, { start: line.start + equals + 1, end: line.end });
  return {
    kind: 'assignment',
    key,
    keyRange: { start: line.start, end: line.start + key.length },
    conditions: readConditions(conditions),
    value: text.slice(valueRange.start, valueRange.end),
    valueRange,
  };
}

/** `[sdk=iphoneos*][arch=arm64]` and `[sdk=iphoneos*,arch=arm64]` say the same. */
function readConditions(written: string): XcconfigCondition[] {
  return [...written.matchAll(CONDITION)].map(([, name = '', pattern = '']) => ({ name, pattern }));
}
