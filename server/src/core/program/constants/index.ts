/** Constant propagation: per file what it declares and uses, per target what that is worth. */
import type { ProgramFile } from '../ir';
import { changedNames } from '../member-facts';
import { allTypes } from '../walk';
import { declaredConstants } from './declarations';
import { functionMentions } from './function-mentions';
import { Reducer } from './reduce';
import type { FileConstants } from './types';
import { constantUses } from './uses';

const none: ReadonlySet<string> = new Set();

/**
 * Depends on the file alone, and on what values of other files depend on: those names of `wanted` (see
 * `mention-names.ts`) that the `text` of the file may hold. `undefined` for files that have nothing to tell.
 */
export function summariseConstants(
  program: ProgramFile,
  wanted: ReadonlySet<string> = none,
  text = '',
): FileConstants | undefined {
  const reducer = new Reducer(program);
  const types = allTypes(program).filter(({ inherits }) => inherits.length > 0);
  const changed = changedNames(program);
  return mentioning(reducer, wanted, text, {
    declarations: declaredConstants(reducer),
    types: types.map(({ path, inherits }) => ({ path, inherits })),
    uses: constantUses(reducer),
    ...(changed.length > 0 && { changed }),
  });
}

/** The same when other names are wanted than when `known` was summarised. */
export function withMentions(
  known: FileConstants | undefined,
  program: ProgramFile,
  wanted: ReadonlySet<string>,
  text: string,
): FileConstants | undefined {
  const { mentions: _before, ...others } = known ?? nothing;
  return mentioning(new Reducer(program), wanted, text, others);
}

const nothing: FileConstants = { declarations: [], types: [], uses: [] };

function mentioning(
  reducer: Reducer,
  wanted: ReadonlySet<string>,
  text: string,
  others: Omit<FileConstants, 'mentions'>,
): FileConstants | undefined {
  const mentions = wanted.size === 0 ? [] : functionMentions(reducer, wanted, text);
  const { declarations, uses, types, changed = [] } = others;
  if (declarations.length + uses.length + types.length + changed.length + mentions.length === 0)
    return undefined;
  return { ...others, ...(mentions.length > 0 && { mentions }) };
}
