/** Constant propagation: per file what it declares and uses, per target what that is worth. */
import type { ProgramFile } from '../ir';
import { changedNames } from '../member-facts';
import { allTypes } from '../walk';
import { declaredConstants } from './declarations';
import { Reducer } from './reduce';
import type { FileConstants } from './types';
import { constantUses } from './uses';

/** Depends on the file alone. `undefined` for files that have nothing to tell. */
export function summariseConstants(program: ProgramFile): FileConstants | undefined {
  const reducer = new Reducer(program);
  const declarations = declaredConstants(reducer);
  const uses = constantUses(reducer);
  const types = allTypes(program).filter(({ inherits }) => inherits.length > 0);
  const changed = changedNames(program);
  if (declarations.length + uses.length + types.length + changed.length === 0) return undefined;
  return {
    declarations,
    types: types.map(({ path, inherits }) => ({ path, inherits })),
    uses,
    ...(changed.length > 0 && { changed }),
  };
}
