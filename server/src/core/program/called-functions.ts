/** The functions of the target that a call written somewhere can mean, told by its name and its labels. */
import { isBridged } from './bridged-calls';
import { callTargets } from './call-targets';
import type { CodeIndex, IndexedFunction } from './code-index';
import type { ParamInfo } from './effect-types';
import type { IndexTypes } from './index-types';
import type { PassedArg, WrittenCall } from './written-calls';

/** `type` is that of `self` where the call stands. Empty: none that has been read. */
export function calledFunctions(
  call: WrittenCall,
  type: string | undefined,
  index: CodeIndex,
): readonly IndexedFunction[] {
  const { callee, args, selector } = call;
  const fits = ({ fn }: IndexedFunction): boolean =>
    selector !== undefined || isBridged(fn, selector) || acceptsLabels(fn.params, args, index.types);
  const own = type === undefined ? [] : index.methods(type, callee.name).filter(fits);
  switch (callee.on) {
    case 'bare':
      if (own.length > 0) return own;
      return [
        ...index.functions(callee.name).filter(fits),
        ...callTargets({ ...callee, on: 'self' }, type, index, call).filter(fits),
      ];
    case 'self':
    case 'super':
    case 'type':
      return callTargets(callee, type, index, call).filter(fits);
    case 'unknown':
      return [];
  }
}

function acceptsLabels(params: readonly ParamInfo[], args: readonly PassedArg[], types: IndexTypes): boolean {
  return positions(params, args, types).every((position) => position !== -1);
}

/** Which parameter each argument is for; -1 for none. A trailing closure takes the last function type that is left. */
export function positions(
  params: readonly ParamInfo[],
  args: readonly PassedArg[],
  types: IndexTypes,
): readonly number[] {
  let next = 0;
  return args.map((arg) => {
    const fits = (param: ParamInfo): boolean =>
      arg.isTrailing && arg.label === undefined ? types.takesFunction(param) : param.label === arg.label;
    const found = params.findIndex((param, index) => index >= next && fits(param));
    if (found !== -1) next = found + 1;
    return found;
  });
}
