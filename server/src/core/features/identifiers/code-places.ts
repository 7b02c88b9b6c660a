/** Where the code of a group writes an identifier. */
import type { Expr, LiteralExpr } from '../../program/ir';
import { walkProgram } from '../../program/walk';
import type { ProgramUnit } from '../../rules/context';
import type { TextRange } from '../../text';
import { constantsWorth, mayName } from './constant-names';
import { filesWith } from './files';
import { mayMention, mentionsIn } from './mentions';
import { literalPieces } from './pieces';
import { type Spelling, spelledValue, Tracer } from './trace';
import type { Files, IdentifierGroup, IdentifierUse, TextValue } from './types';
import { canBe, isSame } from './values';

/** The expression that is exactly there; the outermost of several. */
export function exprAt({ program }: ProgramUnit, range: TextRange): Expr | undefined {
  let found: Expr | undefined;
  walkProgram(program, {
    expr: (expr) => {
      const isIt = expr.range.start === range.start && expr.range.end === range.end;
      if (isIt) found ??= expr;
      return found === undefined && expr.range.start <= range.start && range.end <= expr.range.end;
    },
  });
  return found;
}

export async function programAt(files: Files, uri: string): Promise<ProgramUnit | undefined> {
  const unit = await files.unit(uri);
  return unit?.kind === 'program' ? unit : undefined;
}

/** How the argument of a use is spelled where it is the identifier. */
export async function spellingsOf(
  use: Pick<IdentifierUse, 'uri' | 'range'>,
  value: TextValue,
  group: IdentifierGroup,
  files: Files,
): Promise<readonly Spelling[]> {
  const unit = await programAt(files, use.uri);
  const expr = unit && exprAt(unit, use.range);
  return unit === undefined || expr === undefined ? [] : spelledAs(expr, unit, value, group, files);
}

export async function spelledAs(
  expr: Expr,
  unit: ProgramUnit,
  value: TextValue,
  group: IdentifierGroup,
  files: Files,
): Promise<readonly Spelling[]> {
  const all = await new Tracer(files, group.constants).spellings(expr, unit);
  return all.filter((spelling) => {
    const spelled = spelledValue(spelling);
    return spelled !== undefined && isSame(spelled, value, group);
  });
}

/** Uses that are, or may be, given the identifier. */
export function usesOf(
  { role, value }: { readonly role: IdentifierUse['role']; readonly value: TextValue },
  group: IdentifierGroup,
): readonly IdentifierUse[] {
  return group.uses.filter((use) => use.role === role && canBe(use.value, value, group));
}

export interface MentionedPlace {
  readonly unit: ProgramUnit;
  readonly expr: Expr;
  readonly spellings: readonly Spelling[];
}

/** Comparisons with the identifier. `only`: in these files. */
export async function comparedPlaces(
  value: TextValue,
  group: IdentifierGroup,
  files: Files,
  only: readonly string[] = group.code,
): Promise<readonly MentionedPlace[]> {
  const end = endOf(value);
  const constants = constantsWorth(value, group);
  const found: MentionedPlace[] = [];
  const isWanted = (text: string) => mayMention(text) && (text.includes(end) || mayName(text, constants));
  for (const uri of await filesWith(files, only, isWanted)) {
    const unit = await programAt(files, uri);
    for (const expr of unit === undefined ? [] : mentionsIn(unit)) {
      if (unit === undefined) break;
      const spellings = await spelledAs(expr, unit, value, group, files);
      if (spellings.length > 0) found.push({ unit, expr, spellings });
    }
  }
  return found;
}

/** Literals that are the identifier, wherever they stand. */
export async function equalLiterals(
  value: TextValue,
  group: IdentifierGroup,
  files: Files,
  only: readonly string[] = group.code,
): Promise<readonly { readonly unit: ProgramUnit; readonly literal: LiteralExpr }[]> {
  const end = endOf(value);
  const found: { unit: ProgramUnit; literal: LiteralExpr }[] = [];
  for (const uri of await filesWith(files, only, (text) => text.includes(end))) {
    const unit = await programAt(files, uri);
    if (unit === undefined) continue;
    for (const literal of literalsOf(unit)) {
      const [piece, ...others] = literalPieces(unit, literal);
      if (piece?.kind !== 'text' || others.length > 0) continue;
      const spelled = spelledValue([piece]);
      if (spelled !== undefined && isSame(spelled, value, group)) found.push({ unit, literal });
    }
  }
  return found;
}

function literalsOf({ program }: ProgramUnit): readonly LiteralExpr[] {
  const found: LiteralExpr[] = [];
  walkProgram(program, {
    expr: (expr) => {
      if (expr.kind === 'literal' && expr.type === 'string') found.push(expr);
      return true;
    },
  });
  return found;
}

/** The string literal around an offset, quotes included. */
export function literalAt(unit: ProgramUnit, offset: number): LiteralExpr | undefined {
  return literalsOf(unit).findLast(({ range }) => range.start <= offset && offset <= range.end);
}

/**
 * The last word with the quote behind it: what is put together mostly shares its beginning with others, and so do all
 * files of an app.
 */
function endOf({ parts }: TextValue): string {
  const last = parts.at(-1);
  return typeof last === 'string' ? (/\w*$/.exec(last)?.[0] ?? '') + (/\w$/.test(last) ? '"' : '') : '';
}
