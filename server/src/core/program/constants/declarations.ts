/** Which constants a file declares. */

import { isSdkType } from '../../catalog/inert-calls';
import { errorsIn } from '../errors-in';
import type { FunctionDecl, ProgramFile, TypeDecl, TypeKind, TypeRef, VariableDecl } from '../ir';
import { Memo } from '../memo';
import { originOf } from '../moved';
import { unwrap } from '../resolve';
import { allTypes } from '../walk';
import { isFileLocal } from './callers';
import { plainType } from './exprs';
import { isConstructed } from './init-mentions';
import { objcStored } from './objc-stored';
import type { Reducer } from './reduce';
import type { ConstantDeclaration, ConstantExpr, ConstantParam } from './types';
import { unknownExpr } from './types';

/** Types in which a member that looks the same is remembered. */
const maxPaths = 64;

/** A function with more parameters is not looked at. */
const maxParams = 4;

/** Results that can be constants of interest; computing all others would be wasted. */
const constantTypes =
  /^(?:(?:NS)?(?:Mutable)?(?:String|Set|Array)|Bool|BOOL|Int|NSInteger|NSUInteger|Self|.*(?:Category|Options?|Types?|Mode|ID|Id|Identifiers?|Keys?|Name))$/;

interface VariableValue {
  readonly isComputed: boolean;
  readonly hasInitial: boolean;
  readonly value: ConstantExpr;
  /** The app's own type of the value. */
  readonly objectType: string | undefined;
}

interface FunctionValue {
  readonly hasBody: boolean;
  readonly value: ConstantExpr;
  readonly params: readonly ConstantParam[];
}

/** What a member of a type declares. Places are no part of it. */
interface Remembered {
  /** Where the parser lost its way inside of the member. */
  readonly errors: string;
  readonly kind: TypeKind | undefined;
  readonly isConditional: boolean;
  readonly declared: readonly ConstantDeclaration[];
}

/** By the object as which a member was first lowered, and by the path of the type: members of several may look the same. */
const memory = new Memo<FunctionDecl | VariableDecl, Map<string, Remembered>>();

/** Names that are known not to be constant are declared as unknown: they hide others. */
export function declaredConstants(reducer: Reducer): readonly ConstantDeclaration[] {
  const reader = new Reader(reducer);
  const { program } = reducer;
  const found: ConstantDeclaration[] = [];
  const add = (declared: readonly ConstantDeclaration[]): void => {
    for (const each of declared) found.push(each);
  };
  for (const type of allTypes(program)) {
    for (const property of type.properties) add(reader.variable(property, type));
    for (const method of type.methods) add(reader.method(method, type));
  }
  for (const variable of program.globals) add(reader.variable(variable, undefined));
  if (program.language === 'swift')
    for (const stmt of program.topLevel.statements)
      if (stmt.kind === 'var') add(reader.variable(stmt.variable, undefined));
  for (const fn of program.functions) add(reader.method(fn, undefined));
  add(objcStored(program));
  return found;
}

class Reader {
  readonly #reducer: Reducer;
  readonly #program: ProgramFile;

  constructor(reducer: Reducer) {
    this.#reducer = reducer;
    this.#program = reducer.program;
  }

  variable(variable: VariableDecl, type: TypeDecl | undefined): readonly ConstantDeclaration[] {
    return this.#remembered(variable, type, () => this.#variable(variable, type));
  }

  #variable(variable: VariableDecl, type: TypeDecl | undefined): readonly ConstantDeclaration[] {
    const { name, attributes, isConstant } = variable;
    const { isComputed, hasInitial, value, objectType } = this.#variableValue(variable);
    // Declared here, given its value elsewhere.
    const isElsewhere = attributes.includes('extern') || (this.#isObjc && !hasInitial);
    if (isElsewhere && type?.kind !== 'enum') return [];
    const isEnumerator = this.#isObjc && type?.kind === 'enum';
    if (type !== undefined && this.#isObjc && !isEnumerator) return [];
    const isVariable = !isComputed && !isConstant;
    const isUnknown = value.kind === 'unknown' || (isVariable && isSetUnseen(variable, type));
    return [
      {
        // Enumerators of C are global names.
        owner: isEnumerator || type === undefined ? '' : type.path,
        name,
        value: isUnknown ? unknownExpr : value,
        ...(isUnknown && objectType !== undefined && { type: objectType }),
        ...this.#flags(variable, type),
        ...((attributes.includes('case') || isEnumerator) && { isCase: true }),
        ...(isVariable && { isVariable: true }),
        ...(isStored(variable, type) && { stored: 'swift' }),
      },
    ];
  }

  #variableValue(variable: VariableDecl): VariableValue {
    const { accessors, initial, type } = variable;
    const getter = accessors.find((accessor) => accessor.name === 'get' && accessor.body !== undefined);
    const stored = initial === undefined ? unknownExpr : this.#reducer.declared(initial, type);
    return {
      isComputed: getter !== undefined,
      hasInitial: initial !== undefined,
      value: getter === undefined ? stored : this.#returned(getter, type),
      objectType: ownTypeOf(variable),
    };
  }

  #returned(fn: FunctionDecl, type: TypeRef | undefined): ConstantExpr {
    return type !== undefined && constantTypes.test(type.name) ? this.#reducer.summary(fn) : unknownExpr;
  }

  method(fn: FunctionDecl, type: TypeDecl | undefined): readonly ConstantDeclaration[] {
    if (fn.returns === undefined || !constantTypes.test(fn.returns.name) || fn.isAsync) return [];
    return this.#remembered(fn, type, () => this.#method(fn, type));
  }

  #method(fn: FunctionDecl, type: TypeDecl | undefined): readonly ConstantDeclaration[] {
    const { hasBody, value, params } = this.#functionValue(fn);
    if (value.kind === 'unknown' && !(hasBody && fn.attributes.includes('override'))) return [];
    const name = this.#isObjc ? fn.fullName : fn.name;
    return [{ owner: type?.path ?? '', name, value, params, ...this.#flags(fn, type) }];
  }

  #functionValue(fn: FunctionDecl): FunctionValue {
    const hasBody = fn.body !== undefined && fn.params.length <= maxParams;
    if (!hasBody) return { hasBody, value: unknownExpr, params: [] };
    const params = fn.params.map(
      ({ label, defaultValue }): ConstantParam => ({
        label,
        defaultValue: defaultValue && this.#reducer.reduce(defaultValue),
      }),
    );
    return { hasBody, value: this.#returned(fn, fn.returns), params };
  }

  /** What is declared follows from the member and the syntax errors in it, unless other members were looked at. */
  #remembered(
    member: FunctionDecl | VariableDecl,
    type: TypeDecl | undefined,
    make: () => readonly ConstantDeclaration[],
  ): readonly ConstantDeclaration[] {
    const origin = originOf(member);
    const errors = errorsIn(member.range, this.#program.errors);
    const path = type?.path ?? '';
    const kind = type?.kind;
    const isConditional = (type?.when.length ?? 0) > 0;
    const byPath = memory.of(origin, () => new Map());
    const known = byPath.get(path);
    if (known?.errors === errors && known.kind === kind && known.isConditional === isConditional)
      return known.declared;
    const { value: declared, isOwn } = this.#reducer.observed(make);
    // While the name of a type is written, each letter makes another path.
    if (byPath.size >= maxPaths) byPath.clear();
    if (isOwn) byPath.set(path, { errors, kind, isConditional, declared });
    return declared;
  }

  #flags(
    { attributes, isStatic, when }: VariableDecl | FunctionDecl,
    type: TypeDecl | undefined,
  ): Pick<ConstantDeclaration, 'isFileLocal' | 'isConditional'> {
    const isLocal =
      isFileLocal(attributes) ||
      (type === undefined && this.#isObjc && (isStatic || attributes.includes('static')));
    const isConditional = when.length > 0 || (type?.when.length ?? 0) > 0;
    return { ...(isLocal && { isFileLocal: true }), ...(isConditional && { isConditional: true }) };
  }

  get #isObjc(): boolean {
    return this.#program.language === 'objc';
  }
}

/** Whether initialisers may set it. */
function isStored(variable: VariableDecl, type: TypeDecl | undefined): boolean {
  const { isStatic, isLazy, isConstant, initial, accessors } = variable;
  if (type === undefined || !isConstructed(type) || isStatic || isLazy) return false;
  return !(isConstant && initial !== undefined) && !accessors.some(({ name }) => name === 'get');
}

/** The declared or constructed type, unless it is one of the SDK. */
function ownTypeOf({ type, initial }: VariableDecl): string | undefined {
  const made = initial === undefined ? undefined : unwrap(initial);
  const constructed = made?.kind === 'call' ? made.constructs : undefined;
  const name = type === undefined ? constructed : plainType(type)?.join('.');
  return name === undefined || isSdkType(name) || plainTypes.has(name) ? undefined : name;
}

/** Whether a variable can get another value without its name being assigned in code that is compiled with it. */
function isSetUnseen({ attributes, isStatic }: VariableDecl, owner: TypeDecl | undefined): boolean {
  // The initialiser that every structure has takes the values of its properties.
  if (owner?.kind === 'struct' && !isStatic && !isFileLocal(attributes)) return true;
  return attributes.some((word) => word === 'public' || word === 'open' || wrapper.test(word));
}

/** Property wrappers keep values elsewhere; these words are none. */
const wrapper = /^@(?!objc$|MainActor|available|nonobjc|inlinable|usableFromInline|_)/;

const plainTypes: ReadonlySet<string> = new Set([
  'String',
  'Bool',
  'Int',
  'Double',
  'Any',
  'AnyObject',
  'Self',
]);
