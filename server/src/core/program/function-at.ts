import type { FunctionDecl, ProgramFile } from './ir';
import { walkProgram } from './walk';

/**
 * The innermost function that is declared around `offset`: a method, accessor, free or local function. Closures do not
 * count, because alone they say little. `undefined` outside of all functions.
 */
export function functionAt(program: ProgramFile, offset: number): FunctionDecl | undefined {
  let innermost: FunctionDecl | undefined;
  walkProgram(program, {
    enterFunction(fn) {
      if (offset < fn.range.start || fn.range.end < offset) return false;
      if (fn.kind !== 'closure') innermost = fn;
      return true;
    },
  });
  return innermost;
}
