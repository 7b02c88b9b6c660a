/** The edit of one spelling of an identifier. */
import type { TextEdit } from '../../text';
import type { TextPiece } from '../identifiers/pieces';
import type { Piece, Spelling } from '../identifiers/trace';
import { type NameForms, someBundle } from './new-name';
import { placeName, RenameRefused } from './refusal';
import { writtenText } from './source-text';

export interface PieceEdit {
  readonly piece: TextPiece;
  readonly edit: TextEdit;
}

/** Changes one piece, the last that will do, and leaves the bundle identifier and all shared beginnings alone. */
export function spellingEdit(spelling: Spelling, forms: NameForms): PieceEdit {
  const texts = spelling.map(textOf);
  const isSymbolic = spelling.some(({ kind }) => kind === 'bundle-identifier');
  const wanted = isSymbolic ? forms.symbolic : forms.plain;
  for (let index = spelling.length - 1; wanted !== undefined && index >= 0; index--) {
    const piece = spelling[index];
    if (piece?.kind !== 'text' || piece.written === undefined || piece.value === '') continue;
    const before = texts.slice(0, index).join('');
    const after = texts.slice(index + 1).join('');
    const length = wanted.length - before.length - after.length;
    if (length <= 0 || !wanted.startsWith(before) || !wanted.endsWith(after)) continue;
    return pieceEdit(piece, piece.written, wanted.slice(before.length, before.length + length));
  }
  throw new RenameRefused(reason(spelling, isSymbolic));
}

function textOf(piece: Piece): string {
  return piece.kind === 'text' ? piece.value : someBundle;
}

function pieceEdit(
  piece: TextPiece,
  { range, style }: NonNullable<TextPiece['written']>,
  value: string,
): PieceEdit {
  const { text } = piece.unit;
  const newText = writtenText(value, style, text[range.start - 1] === '"');
  if (newText === undefined)
    throw new RenameRefused(`The raw string in ${placeOf(piece)} cannot hold the new name`);
  return { piece, edit: { range, newText } };
}

function reason(spelling: Spelling, isSymbolic: boolean): string {
  const texts = spelling.filter((piece) => piece.kind === 'text');
  const last = texts.at(-1);
  if (last === undefined) return 'The identifier is the bundle identifier itself';
  const place = placeOf(last);
  if (texts.every(({ written }) => written === undefined))
    return `The identifier is not written as a plain string in ${place}`;
  return isSymbolic
    ? `The identifier begins with the bundle identifier in ${place}: the new name has to begin with it too`
    : `The identifier is put together in ${place}: the new name has to keep all but its last part`;
}

export function placeOf({ unit, literal }: TextPiece): string {
  return placeName({ uri: unit.uri, text: unit.text, range: literal });
}
