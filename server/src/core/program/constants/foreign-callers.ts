/** Parameters of functions that other files of the target can call. */
import type { FunctionDecl, ProgramFile, TypeDecl } from '../ir';
import type { FunctionScope } from '../scopes';
import { allTypes } from '../walk';
import { partsOf } from './exprs';
import { isConstructed } from './init-mentions';
import { initName } from './mention-names';
import type { Reducer } from './reduce';
import type { CalleeKind, ConstantExpr, ConstantParam, PassedExpr } from './types';

/** Code outside of the target, or the runtime, may call what has one of these. */
const openWords = /^(?:override|public|open|package|dynamic|@objc|@IBAction|@_|@inlinable|@usableFromInline)/;

/** What makes objects of types with one of these is written as something else than a call. */
const attributeTypes = /^@(?:propertyWrapper|resultBuilder|globalActor|dynamicCallable)/;

/** What a function is called as, if by all that its file says only the target calls it. */
export function calleeOf({ fn, type, parent }: FunctionScope, program: ProgramFile): CalleeKind | undefined {
  if (parent !== undefined || fn === undefined) return undefined;
  if (program.language === 'objc') return objcCallee(fn, type);
  const isInit = fn.kind === 'init';
  if (fn.kind !== 'function' && fn.kind !== 'method' && !isInit) return undefined;
  if (fn.attributes.some((word) => openWords.test(word))) return undefined;
  if (type === undefined) return 'function';
  if (type.kind === 'protocol') return undefined;
  // Members of `public extension` are public.
  if (type.kind === 'extension' && type.attributes.some((word) => openWords.test(word))) return undefined;
  const declaration = type.kind === 'extension' ? extendedType(type, program) : type;
  // `@objcMembers` stands at the type, which another file may declare, and holds for its extensions.
  if (declaration?.attributes.some((word) => word.startsWith('@objc')) !== false) return undefined;
  if (!isInit) return 'function';
  // Objects of a type that is only known when the code runs are made by these.
  const isRequired = fn.attributes.includes('required');
  const isUnusual = declaration.attributes.some((word) => attributeTypes.test(word));
  return isRequired || isUnusual || !isConstructed(declaration) ? undefined : 'init';
}

/** Any message may be sent by its name; setters are written as assignments. */
function objcCallee(fn: FunctionDecl, type: TypeDecl | undefined): CalleeKind | undefined {
  if (type === undefined) return fn.kind === 'function' ? 'c-function' : undefined;
  if (type.kind === 'protocol' || !fn.fullName.includes(':')) return undefined;
  const isSetter = /^set[^a-z]\w*:$/.test(fn.fullName);
  return isSetter || fn.attributes.some((word) => word.startsWith('IB')) ? undefined : 'message';
}

function extendedType({ path }: TypeDecl, program: ProgramFile): TypeDecl | undefined {
  return allTypes(program).find((type) => type.kind !== 'extension' && type.path === path);
}

export function passedExpr(
  { fn, type }: FunctionScope,
  callee: CalleeKind,
  index: number,
  own: ConstantExpr,
  reducer: Reducer,
): ConstantExpr {
  if (fn === undefined) return own;
  const params = paramsOf(fn, reducer);
  const name = nameOf(fn, callee, type);
  return { kind: 'passed', callee, owner: type?.path ?? '', name, params, index, own };
}

function nameOf(fn: FunctionDecl, callee: CalleeKind, type: TypeDecl | undefined): string {
  if (callee === 'init') return initName(type?.name ?? '');
  return callee === 'message' ? fn.fullName : fn.name;
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
