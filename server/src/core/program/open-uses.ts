/** Uses whose value is looked up among the files of a target. */
import type { ConstantIndex } from './constants/constant-index';
import { evaluate } from './constants/evaluate';
import type { ApiUse, FileUses, OpenUse } from './summary';
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
): readonly ApiUse[] {
  if (openUses.length === 0) return uses;
  const resolved = openUses.flatMap((open) => resolveUse(open, uri, index));
  return [...uses, ...resolved].sort((a, b) => a.range.start - b.range.start);
}

function resolveUse(open: OpenUse, uri: string, index: ConstantIndex): readonly ApiUse[] {
  const { row, range, when, pattern, otherwise } = open;
  const value = evaluate(open.value, { uri, owner: open.owner }, index);
  return detailsOf(value, pattern, otherwise).map((detail) => ({ row, range, when, detail }));
}
