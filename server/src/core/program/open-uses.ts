/** Uses whose value or receiver is looked up among the files of a target. */
import type { ConstantIndex } from './constants/constant-index';
import { evaluate } from './constants/evaluate';
import { type ForeignTypes, noForeignTypes, typeAtPath } from './foreign-types';
import type { ApiUse, FileUses, OpenReceiver, OpenUse } from './summary';
import { detailsOf } from './value-patterns';

/** A use of an API and its file. */
export interface PlacedUse {
  readonly uri: string;
  readonly use: ApiUse;
}

/** All uses of a file in document order, `uri` being what `index` knows it by. */
export function resolveUses(
  { uses, openUses }: FileUses,
  uri: string,
  index: ConstantIndex,
  types: () => ForeignTypes = () => noForeignTypes,
): readonly ApiUse[] {
  if (openUses.length === 0) return uses;
  const resolved = openUses.flatMap((open) =>
    open.receiver === undefined || isMeant(open.receiver, types()) ? resolveUse(open, uri, index) : [],
  );
  return [...uses, ...resolved].sort((a, b) => a.range.start - b.range.start);
}

/** Whether a receiver is of the API's type, or may be and its member is unmistakable. */
function isMeant({ type: path, on, otherwise }: OpenReceiver, types: ForeignTypes): boolean {
  const end = typeAtPath(path, types);
  const type = end === undefined ? undefined : types.named(end);
  const verdict = type === undefined ? undefined : types.isKind(type, on);
  return verdict === undefined || verdict === 'maybe' ? otherwise : verdict === 'yes';
}

function resolveUse(open: OpenUse, uri: string, index: ConstantIndex): readonly ApiUse[] {
  const { row, range, when, pattern, otherwise } = open;
  if (pattern === undefined) return otherwise.map((detail) => ({ row, range, when, detail }));
  const value = evaluate(open.value, { uri, owner: open.owner }, index);
  const known = otherwise.filter((detail) => detail !== undefined);
  return detailsOf(value, pattern, known).map((detail) => ({ row, range, when, detail }));
}
