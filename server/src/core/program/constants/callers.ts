/** What is passed for a parameter at the calls of its function in the same file. */
import { firstPiece } from '../../catalog/selectors';
import type { CallExpr, Expr, FunctionDecl, TypeDecl } from '../ir';
import { membersMentioning, walkNaming } from '../members';
import { Memo } from '../memo';
import { hasBody } from '../moved';
import { parentsOf } from '../parents';
import { type Resolver, unwrap } from '../resolve';
import type { FunctionScope } from '../scopes';
import { knownNames } from '../text-names';
import { allTypes } from '../walk';
import { bindArguments } from './arguments';

interface Passed {
  readonly values: readonly Expr[];
  /** Nobody else can call the function, and every call is understood. */
  readonly isComplete: boolean;
}

const nothing: Passed = { values: [], isComplete: false };

/** Values for parameter `index` of the function that `scope` stands for. */
export function argumentsOf(resolver: Resolver, scope: FunctionScope, index: number): Passed {
  const { fn, type } = scope;
  if (fn === undefined || (fn.kind !== 'function' && fn.kind !== 'method' && fn.kind !== 'init'))
    return nothing;
  const values: Expr[] = [];
  let isComplete = isPrivate(fn, type, scope) && !isMentioned(resolver, fn, type);
  for (const call of callsNamed(resolver, namesOf(resolver, fn, type))) {
    if (!isNamed(call, fn, type)) continue;
    const bound = bindArguments(call.args, fn.params, call.selector !== undefined);
    const value = bound?.[index]?.value ?? fn.params[index]?.defaultValue;
    if (bound === undefined) continue;
    if (value !== undefined && isCallOf(resolver, call, scope)) values.push(value);
    else isComplete = false;
  }
  return { values, isComplete };
}

/** One of them stands in each call of a function. */
function namesOf({ language }: Resolver, fn: FunctionDecl, type: TypeDecl | undefined): readonly string[] {
  if (language === 'objc') return [firstPiece(fn.fullName)];
  return fn.kind === 'init' ? [type?.name ?? '', 'Self', 'init'] : [fn.name];
}

/** Of files that nobody types in. */
const known = new Memo<Resolver, ReadonlyMap<string, readonly CallExpr[]>>();

/** Calls by what they are named or what they make, in source order. */
function callsNamed(resolver: Resolver, names: readonly string[]): readonly CallExpr[] {
  const { program } = resolver;
  const text = knownNames(program);
  const parents = parentsOf(resolver);
  // Another name of a type stands for it in a call.
  const aliases = (program.aliases ?? []).flatMap(({ name, type }) => (names.includes(type) ? [name] : []));
  if (text !== undefined) return parents.callsIn(membersMentioning(program, text, [...names, ...aliases]));
  const calls = known.of(resolver, () => byName(parents.calls));
  const [first = '', ...others] = names;
  if (others.length === 0) return calls.get(first) ?? [];
  const found = new Set(names.flatMap((name) => calls.get(name) ?? []));
  return [...found].sort((a, b) => a.range.start - b.range.start);
}

function byName(calls: readonly CallExpr[]): ReadonlyMap<string, readonly CallExpr[]> {
  const found = new Map<string, CallExpr[]>();
  const add = (name: string, call: CallExpr): void => {
    const same = found.get(name);
    if (same === undefined) found.set(name, [call]);
    else same.push(call);
  };
  for (const call of calls) {
    const made = call.constructs?.split('.').at(-1);
    add(call.name, call);
    if (made !== undefined && made !== call.name) add(made, call);
  }
  return found;
}

function isNamed(call: CallExpr, fn: FunctionDecl, type: TypeDecl | undefined): boolean {
  if (call.selector !== undefined) return call.selector === fn.fullName;
  if (fn.kind !== 'init') return call.name === fn.name;
  const made = call.constructs ?? (call.name === 'init' ? type?.name : undefined);
  return made === 'Self' || made?.split('.').at(-1) === type?.name;
}

/** Whether a call of that name certainly means the function. */
function isCallOf(resolver: Resolver, call: CallExpr, { fn, type, parent }: FunctionScope): boolean {
  const local = call.receiver === undefined ? resolver.scopes.declaration(call) : undefined;
  if (local !== undefined) return local.fn === fn;
  if (parent !== undefined || isOverloaded(resolver, fn, type)) return false;
  if (fn?.kind === 'init' && call.selector === undefined) return isMaking(resolver, call, type);
  if (call.receiver === undefined) return type === undefined || resolver.typeAround(call) === type.name;
  const receiver = unwrap(call.receiver);
  if (resolver.isSelf(receiver)) return resolver.typeAround(call) === type?.name;
  if (receiver.kind !== 'name') return false;
  return receiver.name === 'Self'
    ? resolver.typeAround(call) === type?.name
    : receiver.name === type?.name && resolver.scopes.declaration(receiver) === undefined;
}

/** Whether a call that may be one of an initialiser of the type certainly is. */
function isMaking(resolver: Resolver, call: CallExpr, type: TypeDecl | undefined): boolean {
  const { constructs, receiver } = call;
  const isOwn = constructs === 'Self' || (constructs === undefined && isNameOf(receiver, 'self', 'Self'));
  return isOwn ? resolver.typeAround(call) === type?.name : constructs === type?.name;
}

function isNameOf(expr: Expr | undefined, ...names: readonly string[]): boolean {
  return expr?.kind === 'name' && names.includes(expr.name);
}

/** Overloads that only differ in their types cannot be told apart. */
function isOverloaded(resolver: Resolver, fn: FunctionDecl | undefined, type: TypeDecl | undefined): boolean {
  if (fn === undefined) return true;
  const same = resolver.functions(type?.name, fn.name).filter(({ fullName }) => fullName === fn.fullName);
  return same.filter(hasBody).length > 1;
}

const openWords = /^(?:override|@objc|@IBAction|@_)/;

function isPrivate(fn: FunctionDecl, type: TypeDecl | undefined, { parent }: FunctionScope): boolean {
  if (parent !== undefined) return true;
  if (fn.attributes.some((word) => openWords.test(word))) return false;
  return isFileLocal(fn.attributes) || (type !== undefined && isFileLocal(type.attributes));
}

/** Whether other files cannot see what has these modifiers. */
export function isFileLocal(attributes: readonly string[]): boolean {
  return attributes.includes('private') || attributes.includes('fileprivate');
}

/** Whether the function is named other than in a call: then it can be called from anywhere. */
function isMentioned(resolver: Resolver, fn: FunctionDecl, type: TypeDecl | undefined): boolean {
  const { program } = resolver;
  const isInit = fn.kind === 'init';
  let found = isInit && allTypes(program).some(({ inherits }) => inherits.includes(type?.name ?? ''));
  walkNaming(program, isInit ? [type?.name ?? '', 'Self', 'self', 'init'] : [fn.name], {
    expr: (expr) => {
      if (isInit) found ||= isOfType(expr, type?.name ?? '');
      else found ||= (expr.kind === 'name' || expr.kind === 'member') && expr.name === fn.name;
      return !found;
    },
  });
  return found;
}

/** `Job.init`, `.init`, `Job.self`: objects of it can be made elsewhere. */
function isOfType(expr: Expr, type: string): boolean {
  if (expr.kind !== 'member' || (expr.name !== 'init' && expr.name !== 'self')) return false;
  return expr.base === undefined || isNameOf(unwrap(expr.base), type, 'Self', 'self');
}
