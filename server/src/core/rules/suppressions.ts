/** Suppression comments: `background-modes:ignore RULE -- reason`, on the line of a finding or right above it. */
import { plistTokens } from '../syntax/plist-tokens';
import { LineIndex, type TextRange } from '../text';
import type { Unit } from './context';
import type { Finding } from './types';

export const MARKER = 'background-modes:ignore';

/** The rules, then a reason after `--` or, as XML comments must not hold two hyphens, after a colon. */
const DIRECTIVE = /\bbackground-modes:ignore[ \t]+([\w/, \t-]*?)[ \t]*(?:(?:--|:)([^\r\n]*))?$/m;

/** One comment that silences rules on one line. */
export interface Suppression {
  /** Rule ids and `rule/entry` codes as written. */
  readonly codes: readonly string[];
  /** Zero-based line whose findings it silences. */
  readonly line: number;
  /** Why; `undefined` when no reason is given. */
  readonly reason: string | undefined;
  /** The whole comment. */
  readonly range: TextRange;
}

/** Suppressions of a file. Empty for kinds of files that have no comments of their own. */
export function suppressionsOf(unit: Unit): readonly Suppression[] {
  if (!unit.text.includes(MARKER)) return [];
  const comments = commentsOf(unit);
  const lines = new LineIndex(unit.text);
  const isAlone = (range: TextRange): boolean => standsAlone(unit.text, lines, range);
  const aloneUntil = new Map(
    comments.filter(isAlone).map((range) => [lines.at(range.start).line, lines.at(range.end).line]),
  );
  return comments.flatMap((range) => {
    const directive = parseDirective(unit.text.slice(range.start, range.end));
    if (directive === undefined) return [];
    let { line } = lines.at(range.start);
    // A comment on lines of its own speaks of what follows it; several of them may be stacked.
    for (let end = aloneUntil.get(line); end !== undefined; end = aloneUntil.get(line)) line = end + 1;
    return [{ ...directive, line, range }];
  });
}

/** Findings of one file without those that its own comments silence. */
export function withoutSuppressed(findings: readonly Finding[], unit: Unit): readonly Finding[] {
  const suppressions = suppressionsOf(unit);
  if (suppressions.length === 0) return findings;
  const lines = new LineIndex(unit.text);
  return findings.filter(({ rule, entry, range }) => {
    const { line } = lines.at(range.start);
    const codes = entry === undefined ? [rule] : [rule, `${rule}/${entry}`];
    return !suppressions.some((one) => one.line === line && one.codes.some((code) => codes.includes(code)));
  });
}

function commentsOf(unit: Unit): readonly TextRange[] {
  if (unit.kind === 'program') return unit.program.comments.map(({ range }) => range);
  if (unit.kind === 'pbxproj') return [];
  return [...plistTokens(unit.text)]
    .filter(({ kind, range }) => kind === 'skip' && unit.text.startsWith('<!--', range.start))
    .map(({ range }) => range);
}

function standsAlone(text: string, lines: LineIndex, range: TextRange): boolean {
  const before = text.slice(lines.lineStart(lines.at(range.start).line), range.start);
  const after = text.slice(range.end, lines.lineStart(lines.at(range.end).line + 1));
  return before.trim() === '' && after.trim() === '';
}

/** `undefined` when the comment is no directive or names no rule. */
function parseDirective(comment: string): Pick<Suppression, 'codes' | 'reason'> | undefined {
  const [, list = '', reason = ''] = DIRECTIVE.exec(comment.replace(/(\*\/|-->)$/, '')) ?? [];
  const codes = list.split(/[\s,]+/).filter((code) => code !== '');
  return codes.length === 0 ? undefined : { codes, reason: reason.trim() || undefined };
}
