/** Parameters of functions that other files of the target can call. */
import type { FunctionDecl, ProgramFile, TypeDecl } from '../ir';
import type { FunctionScope } from '../scopes';
import { allTypes } from '../walk';
import { partsOf } from './exprs';
import type { Reducer } from './reduce';
import type { ConstantExpr, ConstantParam, PassedExpr } from './types';

/** Code outside of the target, or the runtime, may call what has one of these. */
const openWords = /^(?:override|public|open|package|dynamic|@objc|@IBAction|@_|@inlinable|@usableFromInline)/;

/**
 * Whether only the target calls the function, by all that its file says. Objective-C is left out: any message may be
 * sent by its name, and Swift calls methods by other names.
 */
export function isCalledByTarget({ fn, type, parent }: FunctionScope, program: ProgramFile): boolean {
  if (program.language !== 'swift' || parent !== undefined || fn === undefined) return false;
  if (fn.kind !== 'function' && fn.kind !== 'method') return false;
  if (fn.attributes.some((word) => openWords.test(word))) return false;
  if (type === undefined) return true;
  if (type.kind === 'protocol') return false;
  // Members of `public extension` are public.
  if (type.kind === 'extension' && type.attributes.some((word) => openWords.test(word))) return false;
  const declaration = type.kind === 'extension' ? extendedType(type, program) : type;
  // `@objcMembers` stands at the type, which another file may declare, and holds for its extensions.
  return declaration?.attributes.some((word) => word.startsWith('@objc')) === false;
}

function extendedType({ path }: TypeDecl, program: ProgramFile): TypeDecl | undefined {
  return allTypes(program).find((type) => type.kind !== 'extension' && type.path === path);
}

export function passedExpr(
  { fn, type }: FunctionScope,
  index: number,
  own: ConstantExpr,
  reducer: Reducer,
): ConstantExpr {
  if (fn === undefined) return own;
  const params = paramsOf(fn, reducer);
  return { kind: 'passed', owner: type?.path ?? '', name: fn.name, params, index, own };
}

function paramsOf({ params }: FunctionDecl, reducer: Reducer): readonly ConstantParam[] {
  return params.map(({ label, defaultValue }) => ({
    label,
    defaultValue: defaultValue && reducer.reduce(defaultValue),
  }));
}

/** Everything in a value that depends on calls in other files. */
export function passedIn(value: ConstantExpr): readonly PassedExpr[] {
  const inner = partsOf(value).flatMap(passedIn);
  return value.kind === 'passed' ? [value, ...inner] : inner;
}
