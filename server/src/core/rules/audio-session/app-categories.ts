/** Which categories an app sets anywhere. */
import { type AudioCategory, audioCategory } from '../../catalog/audio-session';
import type { ConstantIndex } from '../../program/constants/constant-index';
import { evaluate } from '../../program/constants/evaluate';
import type { ConstantUse, ConstantValue } from '../../program/constants/types';

export interface CategoryUse {
  readonly uri: string;
  /** Of the argument. */
  readonly use: ConstantUse;
}

export interface AppCategories {
  readonly uses: readonly CategoryUse[];
  /** Every category that is set is known for certain. */
  readonly isKnown: boolean;
  /** What is set, or set under a condition. */
  readonly names: readonly AudioCategory[];
}

/** Calls of setCategory count on whatever object they are made: wrappers have methods of this name. */
export function appCategories(constants: ConstantIndex): AppCategories {
  const uses = [...constants.files].flatMap(([uri, file]) =>
    file.uses.filter(({ role }) => role === 'audio-category').map((use) => ({ uri, use })),
  );
  const categories = uses.map(({ uri, use }) =>
    categoriesOf(evaluate(use.value, { uri, owner: use.owner }, constants)),
  );
  const known = categories.filter((names) => names !== undefined);
  return { uses, isKnown: known.length === categories.length, names: [...new Set(known.flat())] };
}

/** `undefined` when it may be something else too. */
function categoriesOf(value: ConstantValue): readonly AudioCategory[] | undefined {
  if (value.kind === 'one-of' && value.isComplete) {
    const all = value.values.map(categoriesOf);
    const known = all.filter((names) => names !== undefined);
    return known.length === all.length ? known.flat() : undefined;
  }
  const name = value.kind === 'member' ? audioCategory(value.name) : undefined;
  return name === undefined ? undefined : [name];
}
