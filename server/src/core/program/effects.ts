/** Summarises what the functions of one file do about background tasks. */
import type { FileEffects } from './effect-types';
import type { ProgramFile } from './ir';

export type { FileEffects } from './effect-types';

/** Depends on the file alone; joined with other files by `buildCodeIndex`. */
export function summariseEffects(program: ProgramFile): FileEffects {
  const functions = program.functions.map((fn) => ({
    type: undefined,
    name: fn.name,
    params: fn.params.map((param) => ({ label: param.label, isFunction: param.type?.isFunction ?? false })),
    effects: undefined,
  }));
  return { types: [], functions };
}
