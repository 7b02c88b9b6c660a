/** String literals taken apart into what is written in them and what is put into them. */

import { formats } from '../../program/constants/shapes';
import type { CallExpr, Expr, LiteralExpr } from '../../program/ir';
import { decodeEscapes } from '../../program/lower-swift/literals';
import type { ProgramUnit } from '../../rules/context';
import type { TextRange } from '../../text';
import { lastName, namedExpr } from './paths';

/** How the text between quotes is written. */
export type LiteralStyle =
  | { readonly language: 'swift'; readonly pounds: number }
  | { readonly language: 'objc'; readonly isFormat: boolean };

export interface TextPiece {
  readonly kind: 'text';
  readonly unit: ProgramUnit;
  readonly value: string;
  /** The whole literal, quotes included. */
  readonly literal: TextRange;
  /** Where `value` is written; missing where it cannot be exchanged: several lines, several literals, names of cases. */
  readonly written?: { readonly range: TextRange; readonly style: LiteralStyle };
}

/** In their order. */
export function literalPieces(unit: ProgramUnit, literal: LiteralExpr): readonly (TextPiece | Expr)[] {
  if (unit.program.language === 'objc') return [objcPiece(unit, literal)];
  const delimiters = swiftDelimiters(unit.text, literal.range);
  const parts = literal.parts ?? [literal.value];
  return parts.map((part, index) => {
    if (typeof part !== 'string') return part;
    const piece = { kind: 'text', unit, value: part, literal: literal.range } as const;
    if (delimiters === undefined) return piece;
    const { pounds, inner } = delimiters;
    const start = startBehind(unit.text, parts[index - 1], inner);
    const end = endBefore(unit.text, parts[index + 1], pounds, inner);
    const isSame = start !== undefined && decodeEscapes(unit.text.slice(start, end), pounds.length) === part;
    if (!isSame) return piece;
    return { ...piece, written: { range: { start, end }, style: styleOf(pounds) } };
  });
}

function styleOf(pounds: string): LiteralStyle {
  return { language: 'swift', pounds: pounds.length };
}

interface SwiftDelimiters {
  readonly pounds: string;
  /** Between the quotes. */
  readonly inner: TextRange;
}

const ONE_LINE = /^(#*)"(?!"")/;

/** `undefined` for literals of several lines, and for ranges that hold no literal. */
export function swiftDelimiters(text: string, { start, end }: TextRange): SwiftDelimiters | undefined {
  const source = text.slice(start, end);
  const [opening, pounds = ''] = ONE_LINE.exec(source) ?? [];
  const closing = `"${pounds}`;
  if (opening === undefined || !source.endsWith(closing)) return undefined;
  const inner = { start: start + opening.length, end: end - closing.length };
  return inner.end < inner.start ? undefined : { pounds, inner };
}

const INTERPOLATION_END = /\s*\)/y;

function startBehind(text: string, before: string | Expr | undefined, inner: TextRange): number | undefined {
  if (before === undefined) return inner.start;
  if (typeof before === 'string') return undefined;
  INTERPOLATION_END.lastIndex = before.range.end;
  const closing = INTERPOLATION_END.exec(text)?.[0];
  return closing === undefined ? undefined : before.range.end + closing.length;
}

function endBefore(text: string, after: string | Expr | undefined, pounds: string, inner: TextRange): number {
  if (after === undefined || typeof after === 'string') return inner.end;
  return text.lastIndexOf(`\\${pounds}(`, after.range.start);
}

const OBJC_LITERAL = /^@?"(?:[^"\\]|\\[\s\S])*"$/;

function objcInner({ text }: ProgramUnit, { start, end }: TextRange): TextRange | undefined {
  const source = text.slice(start, end);
  if (!OBJC_LITERAL.test(source)) return undefined;
  return { start: start + source.indexOf('"') + 1, end: end - 1 };
}

function objcPiece(unit: ProgramUnit, { value, range }: LiteralExpr): TextPiece {
  const piece = { kind: 'text', unit, value, literal: range } as const;
  const inner = objcInner(unit, range);
  if (inner === undefined) return piece;
  return { ...piece, written: { range: inner, style: { language: 'objc', isFormat: false } } };
}

/** `%@` in a format of Objective-C with what is put there; `undefined` for everything else. */
export function formatPieces(unit: ProgramUnit, call: CallExpr): readonly (TextPiece | Expr)[] | undefined {
  const [format, ...args] = call.args.map(({ value }) => value);
  if (!formats.has(call.selector ?? '') || format?.kind !== 'literal') return undefined;
  const inner = objcInner(unit, format.range);
  // With escapes, places in the value are not places in the source.
  if (inner === undefined || unit.text.slice(inner.start, inner.end) !== format.value) return undefined;
  const texts = format.value.split('%@');
  if (texts.length !== args.length + 1) return undefined;
  if (texts.some((text) => text.replaceAll('%%', '').includes('%'))) return undefined;
  let { start } = inner;
  return texts.flatMap((text, index) => {
    const range = { start, end: start + text.length };
    start = range.end + '%@'.length;
    const piece: TextPiece = {
      kind: 'text',
      unit,
      value: text.replaceAll('%%', '%'),
      literal: format.range,
      written: { range, style: { language: 'objc', isFormat: true } },
    };
    const arg = args[index];
    return arg === undefined ? [piece] : [piece, arg];
  });
}

/** Where a person looks for a text: between the quotes when all of the literal is this piece, or the whole literal. */
export function shownRange({ unit, literal, written }: TextPiece): TextRange {
  if (written === undefined) return literal;
  const inner =
    unit.program.language === 'objc' ? objcInner(unit, literal) : swiftDelimiters(unit.text, literal)?.inner;
  return inner ?? literal;
}

/** Between the quotes of a literal; the last name of a chain; any other expression as a whole. */
export function shownPart(unit: ProgramUnit, expr: Expr): TextRange {
  if (expr.kind !== 'literal') return lastName(namedExpr(expr)) ?? expr.range;
  const piece = literalPieces(unit, expr).find((each) => each.kind === 'text');
  return piece?.kind === 'text' ? shownRange(piece) : expr.range;
}
