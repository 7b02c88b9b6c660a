/** Which identifier stands at a place. */

import { constantUseRowsOf } from '../../program/constants/use-rows';
import { possibleValues } from '../../program/constants/values';
import type { Expr, LiteralExpr } from '../../program/ir';
import { callsOf } from '../../program/walk';
import { generatedPlists } from '../../project/owned-values';
import type { ProgramUnit, Unit } from '../../rules/context';
import type { TextRange } from '../../text';
import type { TargetModel } from '../../workspace-types';
import { exprAt, literalAt } from './code-places';
import { entriesIn, groupOf, groupOfFile, isIdentifierRole, targetsWith } from './groups';
import { mentionsIn } from './mentions';
import { lastName, namedExpr } from './paths';
import { literalPieces, shownPart } from './pieces';
import { type Spelling, spelledValue, Tracer } from './trace';
import type { Files, Identifier, IdentifierGroup, IdentifierUse, PermittedEntry, TextValue } from './types';
import { canBe, isDistinctive, isSame } from './values';

/** What a group makes of the place: the same text can be another identifier in another target. */
export interface FoundIdentifier {
  readonly group: IdentifierGroup;
  readonly identifier: Identifier;
}

export interface IdentifierCursor {
  readonly range: TextRange;
  /** An entry of a property list, a literal of code, or the name of a constant that code hands over. */
  readonly at: 'entry' | 'literal' | 'name';
  /** At least one. */
  readonly found: readonly FoundIdentifier[];
  /** The property list that the entry stands in is written by a tool. */
  readonly isGenerated: boolean;
}

/** Whether one may be there, as far as the file alone tells; cheap. */
export function mayBeIdentifier(unit: Unit, offset: number): boolean {
  if (unit.kind !== 'program') return unit.kind === 'plist';
  return textAt(unit, offset) !== undefined || isArgumentAt(unit, offset);
}

function isArgumentAt({ program }: ProgramUnit, offset: number): boolean {
  return callsOf(program).some(
    (call) =>
      holds(call.range, offset) &&
      constantUseRowsOf(call).some(({ role, index }) => {
        const argument = call.args[index];
        return isIdentifierRole(role) && argument !== undefined && holds(argument.range, offset);
      }),
  );
}

/** `undefined` when no identifier of a task or a session is there. */
export async function identifierAt(
  unit: Unit,
  offset: number,
  models: readonly TargetModel[],
  files: Files,
): Promise<IdentifierCursor | undefined> {
  const groups = targetsWith(unit.uri, models).map(groupOf);
  const entry = entryAt(unit, offset, groups);
  if (entry !== undefined || unit.kind !== 'program') return entry;
  const inCode = groups.length === 0 ? [groupOfFile(unit)] : groups;
  return codeCursor(unit, offset, inCode, files);
}

function entryAt(
  unit: Unit,
  offset: number,
  groups: readonly IdentifierGroup[],
): IdentifierCursor | undefined {
  const places = groups.flatMap((group) =>
    [...group.entries, ...generatedEntries(unit, group)].flatMap((entry) => {
      const [value] = entry.values;
      const isHere = entry.file.uri === unit.uri && holds(entry.item.range, offset);
      return isHere && value !== undefined ? [{ group, entry, value }] : [];
    }),
  );
  const [first] = places;
  if (first === undefined) return undefined;
  const { item } = first.entry;
  return {
    range: item.inner,
    at: 'entry',
    found: places.map(({ group, value }) => ({ group, identifier: { role: 'task-identifier', value } })),
    isGenerated: !places.some(({ group, entry }) => group.entries.includes(entry)),
  };
}

function generatedEntries(unit: Unit, { model }: IdentifierGroup): readonly PermittedEntry[] {
  if (unit.kind !== 'plist' || model === undefined) return [];
  return generatedPlists(model.target).includes(unit.uri) ? entriesIn(unit, model.target, false) : [];
}

async function codeCursor(
  unit: ProgramUnit,
  offset: number,
  groups: readonly IdentifierGroup[],
  files: Files,
): Promise<IdentifierCursor | undefined> {
  const literal = textAt(unit, offset);
  if (literal === undefined) return nameCursor(unit, offset, groups);
  const found: FoundIdentifier[] = [];
  for (const group of groups) {
    const identifier = await identifierOf(literal, unit, group, files);
    if (identifier !== undefined) found.push({ group, identifier });
  }
  const range = shownPart(unit, literal);
  return found.length === 0 ? undefined : { range, at: 'literal', found, isGenerated: false };
}

/** A literal, unless the place is in something that is put into it. */
function textAt(unit: ProgramUnit, offset: number): LiteralExpr | undefined {
  const literal = literalAt(unit, offset) ?? mentionsIn(unit).find((expr) => isTextAt(expr, offset));
  if (literal?.kind !== 'literal') return undefined;
  const isInside = literal.parts?.some((part) => typeof part !== 'string' && holds(part.range, offset));
  return isInside === true ? undefined : literal;
}

/** Patterns of `switch` are no expressions of the program. */
function isTextAt({ kind, range }: Expr, offset: number): boolean {
  return kind === 'literal' && holds(range, offset);
}

function nameCursor(
  unit: ProgramUnit,
  offset: number,
  groups: readonly IdentifierGroup[],
): IdentifierCursor | undefined {
  const found: FoundIdentifier[] = [];
  let range: TextRange | undefined;
  for (const group of groups) {
    const use = group.uses.find((each) => each.uri === unit.uri && holds(each.range, offset));
    const expr = use && exprAt(unit, use.range);
    const name = expr && lastName(namedExpr(expr));
    if (use?.value.kind !== 'text' || name === undefined || !holds(name, offset)) continue;
    range = name;
    found.push({ group, identifier: { role: use.role, value: use.value } });
  }
  return range && { range, at: 'name', found, isGenerated: false };
}

async function identifierOf(
  literal: LiteralExpr,
  unit: ProgramUnit,
  group: IdentifierGroup,
  files: Files,
): Promise<Identifier | undefined> {
  const texts = literalPieces(unit, literal).flatMap((piece) => (piece.kind === 'text' ? [piece.value] : []));
  if (texts.every((text) => text === '' || /\s/.test(text))) return undefined;
  return (
    (await leadingTo(literal, unit, texts, group, files)) ??
    (await comparedWith(literal, unit, group, files)) ??
    passedOn(literal, unit, group)
  );
}

/** The identifier of a use that the literal is, or becomes a part of. */
async function leadingTo(
  literal: LiteralExpr,
  unit: ProgramUnit,
  texts: readonly string[],
  group: IdentifierGroup,
  files: Files,
): Promise<Identifier | undefined> {
  for (const use of group.uses) {
    if (!texts.some((text) => mayHold(use, text))) continue;
    const target = use.uri === unit.uri ? unit : await files.unit(use.uri);
    const expr = target?.kind === 'program' ? exprAt(target, use.range) : undefined;
    if (target?.kind !== 'program' || expr === undefined) continue;
    const spellings = await new Tracer(files, group.constants).spellings(expr, target);
    for (const spelling of spellings.filter((each) => isPartOf(literal, unit, each))) {
      const value = spelledValue(spelling);
      if (value !== undefined && canBe(use.value, value, group)) return { role: use.role, value };
    }
  }
  return undefined;
}

function mayHold({ value }: IdentifierUse, text: string): boolean {
  return possibleValues(value).some(
    (each) =>
      each.kind === 'text' && each.parts.some((part) => typeof part === 'string' && part.includes(text)),
  );
}

function isPartOf(literal: LiteralExpr, unit: ProgramUnit, spelling: Spelling): boolean {
  return spelling.some(
    (piece) =>
      piece.kind === 'text' && piece.unit.uri === unit.uri && piece.literal.start === literal.range.start,
  );
}

async function comparedWith(
  literal: LiteralExpr,
  unit: ProgramUnit,
  group: IdentifierGroup,
  files: Files,
): Promise<Identifier | undefined> {
  const compared = mentionsIn(unit).find(
    ({ range }) => range.start <= literal.range.start && literal.range.end <= range.end,
  );
  const own = compared && (await new Tracer(files, group.constants).spellings(compared, unit));
  for (const spelling of own ?? []) {
    const value = spelledValue(spelling);
    const known = value && isPartOf(literal, unit, spelling) ? knownAs(value, group) : undefined;
    if (known !== undefined) return known;
  }
  return undefined;
}

/** A literal that is handed to the app's own code, while not all that is handed to the SDK is known. */
function passedOn(literal: LiteralExpr, unit: ProgramUnit, group: IdentifierGroup): Identifier | undefined {
  const [piece, ...others] = literalPieces(unit, literal);
  if (piece?.kind !== 'text' || others.length > 0) return undefined;
  const value = spelledValue([piece]);
  if (value === undefined) return undefined;
  const known = knownAs(value, group);
  return known !== undefined && isDistinctive(value) && hasUnknownUses(known.role, group) ? known : undefined;
}

export function hasUnknownUses(role: Identifier['role'], { uses }: IdentifierGroup): boolean {
  return uses.some((use) => use.role === role && use.value.kind !== 'text');
}

function knownAs(value: TextValue, group: IdentifierGroup): Identifier | undefined {
  const use = group.uses.find((each) => canBe(each.value, value, group));
  if (use !== undefined) return { role: use.role, value };
  const isPermitted = group.entries.some(({ values }) => values.some((each) => isSame(each, value, group)));
  return isPermitted ? { role: 'task-identifier', value } : undefined;
}

function holds({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
