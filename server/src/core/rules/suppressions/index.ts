/**
 * Suppression comments. `RULES` are rule ids or `rule/case` codes; a reason may follow.
 *
 * - `background-modes:ignore RULES -- reason`: on the line of a finding or right above it
 * - `background-modes:ignore-start RULES -- reason` … `background-modes:ignore-end RULES`: the lines between
 * - `background-modes:ignore-file RULES -- reason`: the whole file
 */
import { LineIndex, type TextRange } from '../../text';
import type { Unit } from '../context';
import type { Finding } from '../types';
import { commentsOf } from './comments';

export const MARKER = 'background-modes:ignore';

/**
 * At the beginning of a comment or of one of its lines, so that comments may speak about suppressions. The rules, then
 * a reason after `--` or, as XML comments must not hold two hyphens, after a colon.
 */
const DIRECTIVE =
  /^[ \t]*(?:\/\/[/!]*|\/\*[*!]*|\*|#+|<!--)?[ \t]*background-modes:ignore(?:-(start|end|file))?(?![\w-])(?:[ \t]+([\w/, \t-]*?))?[ \t]*(?:(?:--|:)([^\r\n]*))?$/m;

/** A rule that a comment silences. */
export interface SuppressedCode {
  /** Rule id or `rule/entry` code as written. */
  readonly code: string;
  /** Of the code in the text. */
  readonly range: TextRange;
}

/** What one comment silences. */
export interface Suppression {
  readonly codes: readonly SuppressedCode[];
  /** Zero-based, inclusive; `to` is infinite for the rest of the file. */
  readonly lines: { readonly from: number; readonly to: number };
  /** Why; `undefined` when no reason is given. */
  readonly reason: string | undefined;
  /** The whole comment. */
  readonly range: TextRange;
}

interface Directive extends Pick<Suppression, 'codes' | 'reason' | 'range'> {
  readonly kind: 'line' | 'start' | 'end' | 'file';
}

/** Suppressions of a file. Empty for kinds of files that have no comments of their own. */
export function suppressionsOf(unit: Unit): readonly Suppression[] {
  if (!unit.text.includes(MARKER)) return [];
  const comments = commentsOf(unit);
  const lines = new LineIndex(unit.text);
  const next = nextLines(unit.text, lines, comments);
  const directives = comments.flatMap((range) => parseDirective(unit.text, range) ?? []);
  return directives.flatMap(({ kind, codes, reason, range }, index) => {
    const { line } = lines.at(range.start);
    const make = (from: number, to: number, of = codes): Suppression => ({
      codes: of,
      lines: { from, to },
      reason,
      range,
    });
    if (kind === 'end') return [];
    if (kind === 'file') return [make(0, Number.POSITIVE_INFINITY)];
    // The lines of comments between are meant too: what is said about comments has to be silenced somewhere.
    if (kind === 'line') return [make(line, next(line))];
    // Each rule of a region has its own end.
    return codes.map((one) => make(line, endOf(one, directives.slice(index + 1), lines), [one]));
  });
}

/** Line of the comment that ends a region, or infinity. A comment without rules ends all. */
function endOf({ code }: SuppressedCode, following: readonly Directive[], lines: LineIndex): number {
  const end = following.find(
    ({ kind, codes }) => kind === 'end' && (codes.length === 0 || codes.some((one) => one.code === code)),
  );
  return end === undefined ? Number.POSITIVE_INFINITY : lines.at(end.range.start).line;
}

/** A comment on lines of its own speaks of what follows it; several of them may be stacked. */
function nextLines(text: string, lines: LineIndex, comments: readonly TextRange[]): (line: number) => number {
  const alone = comments.filter((range) => standsAlone(text, lines, range));
  const ends = new Map(alone.map((range) => [lines.at(range.start).line, lines.at(range.end).line]));
  return (line) => {
    let at = line;
    for (let end = ends.get(at); end !== undefined; end = ends.get(at)) at = end + 1;
    return at;
  };
}

function standsAlone(text: string, lines: LineIndex, range: TextRange): boolean {
  const before = text.slice(lines.lineStart(lines.at(range.start).line), range.start);
  const after = text.slice(range.end, lines.lineStart(lines.at(range.end).line + 1));
  return before.trim() === '' && after.trim() === '';
}

/** `undefined` when the comment is no directive, or names no rule where it has to. */
function parseDirective(text: string, range: TextRange): Directive | undefined {
  const comment = text.slice(range.start, range.end).replace(/(\*\/|-->)$/, '');
  const match = DIRECTIVE.exec(comment);
  if (match === null) return undefined;
  const [whole, suffix = '', list = '', reason = ''] = match;
  const kind = suffix === 'start' || suffix === 'end' || suffix === 'file' ? suffix : 'line';
  const head = whole.indexOf(MARKER) + MARKER.length + (suffix === '' ? 0 : suffix.length + 1);
  const listStart = range.start + match.index + whole.indexOf(list, head);
  const codes = [...list.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => {
    const start = listStart + index;
    return { code, range: { start, end: start + code.length } };
  });
  if (codes.length === 0 && kind !== 'end') return undefined;
  return { kind, codes, reason: reason.trim() || undefined, range };
}

/** A suppression and what it hid. */
export interface Applied {
  readonly visible: readonly Finding[];
  /** Codes that silenced something. */
  readonly used: ReadonlySet<SuppressedCode>;
}

/** Findings of one file without those that its own comments silence. */
export function applySuppressions(
  findings: readonly Finding[],
  text: string,
  suppressions: readonly Suppression[],
): Applied {
  const lines = new LineIndex(text);
  const used = new Set<SuppressedCode>();
  const visible = findings.filter(({ rule, entry, range }) => {
    const { line } = lines.at(range.start);
    const names = entry === undefined ? [rule] : [rule, `${rule}/${entry}`];
    const hits = suppressions
      .filter((one) => one.lines.from <= line && line <= one.lines.to)
      .flatMap(({ codes }) => codes.filter(({ code }) => names.includes(code)));
    for (const hit of hits) used.add(hit);
    return hits.length === 0;
  });
  return { visible, used };
}

/** As `applySuppressions`, for whoever only wants the rest. */
export function withoutSuppressed(findings: readonly Finding[], unit: Unit): readonly Finding[] {
  const suppressions = suppressionsOf(unit);
  return suppressions.length === 0 ? findings : applySuppressions(findings, unit.text, suppressions).visible;
}
