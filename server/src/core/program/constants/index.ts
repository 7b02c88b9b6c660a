/** Constant propagation: per file what it declares and uses, per target what that is worth. */
import type { Expr, ProgramFile } from '../ir';
import type { Resolver } from '../resolve';
import { allTypes } from '../walk';
import { ConstantIndex } from './constant-index';
import { declaredConstants } from './declarations';
import { evaluate } from './evaluate';
import { Reducer } from './reduce';
import type { ConstantValue, FileConstants } from './types';
import { constantUses, ownerOf } from './uses';

/** Depends on the file alone. `undefined` for files that have nothing to tell. */
export function summariseConstants(program: ProgramFile): FileConstants | undefined {
  const constants = collect(new Reducer(program));
  const { declarations, uses } = constants;
  return declarations.length === 0 && uses.length === 0 ? undefined : constants;
}

function collect(reducer: Reducer): FileConstants {
  return { ...declared(reducer), uses: constantUses(reducer) };
}

function declared(reducer: Reducer): Pick<FileConstants, 'declarations' | 'types'> {
  const types = allTypes(reducer.program).filter(({ inherits }) => inherits.length > 0);
  return {
    declarations: declaredConstants(reducer),
    types: types.map(({ path, inherits }) => ({ path, inherits })),
  };
}

/** Values within one file: names that other files declare are unknown. */
export class FileValues {
  readonly #reducer: Reducer;
  readonly #index: ConstantIndex;

  constructor(resolver: Resolver) {
    const reducer = new Reducer(resolver.program);
    this.#reducer = reducer;
    this.#index = new ConstantIndex(() => new Map([['', { ...declared(reducer), uses: [] }]]));
  }

  of(expr: Expr): ConstantValue {
    const scope = { uri: '', owner: ownerOf(expr, this.#reducer) };
    return evaluate(this.#reducer.reduce(expr), scope, this.#index);
  }
}

const cache = new WeakMap<Resolver, FileValues>();

/** Made once for a file. */
export function fileValues(resolver: Resolver): FileValues {
  let known = cache.get(resolver);
  if (known === undefined) {
    known = new FileValues(resolver);
    cache.set(resolver, known);
  }
  return known;
}
