/** What the code of a type sets the properties of its objects to. */

import { isHarmlessSupertype } from '../../catalog/harmless-supertypes';
import { errorsIn } from '../errors-in';
import type { AssignExpr, Expr, FunctionDecl, ProgramFile, TypeDecl, VariableDecl } from '../ir';
import { factsOf } from '../member-facts';
import { membersOf } from '../members';
import { unwrap } from '../resolve';
import { allTypes, walkFunction } from '../walk';
import { bounded, typed } from './exprs';
import { delegates, isConstructed } from './init-mentions';
import { initName, storedProperty } from './mention-names';
import { objcStoredValue } from './objc-stored';
import type { Reducer } from './reduce';
import { type ConstantExpr, type ConstantParam, choice, type StoredMention, unknownExpr } from './types';

/** For a name made by `storedName`: at most one for each type of that name. */
export function storedMentions(reducer: Reducer, name: string): readonly StoredMention[] {
  const [typeName = '', property = ''] = storedProperty(name) ?? [];
  if (reducer.program.language === 'objc')
    return mentionOf(name, objcStoredValue(reducer, typeName, property));
  return allTypes(reducer.program).flatMap((type) => {
    const variable = type.properties.find((each) => each.name === property);
    if (type.name !== typeName || variable === undefined || !isConstructed(type)) return [];
    return mentionOf(name, new SwiftStore(reducer, type, variable).value() ?? unknownExpr);
  });
}

function mentionOf(name: string, value: ConstantExpr | undefined): readonly StoredMention[] {
  return value === undefined ? [] : [{ kind: 'stored', name, value, isAll: value.kind !== 'unknown' }];
}

class SwiftStore {
  readonly #reducer: Reducer;
  readonly #program: ProgramFile;
  readonly #type: TypeDecl;
  readonly #variable: VariableDecl;
  /** The declaration and extensions in the file. */
  readonly #parts: readonly TypeDecl[];

  constructor(reducer: Reducer, type: TypeDecl, variable: VariableDecl) {
    this.#reducer = reducer;
    this.#program = reducer.program;
    this.#type = type;
    this.#variable = variable;
    this.#parts = allTypes(this.#program).filter(({ path }) => path === type.path);
  }

  /** `undefined`: other code can set it too. */
  value(): ConstantExpr | undefined {
    if (!this.#isPlain()) return undefined;
    const inits = this.#parts.flatMap(({ methods }) => methods.filter(({ kind }) => kind === 'init'));
    const isMemberwise =
      this.#type.kind === 'struct' && !this.#type.methods.some(({ kind }) => kind === 'init');
    const values = inits.map((init) => this.#given(init));
    if (isMemberwise) values.push(this.#memberwise());
    if (values.length === 0) values.push(this.#initial());
    const known = values.filter((value) => value !== undefined);
    if (known.length < values.length) return undefined;
    const given = known.flat();
    return given.length === 0 ? undefined : bounded(choice(given));
  }

  /** Whether only initialisers and assignments by its name set it. */
  #isPlain(): boolean {
    const { when } = this.#variable;
    const isWhole = this.#parts.every(
      (part) =>
        part.when.length === 0 &&
        errorsIn(part.range, this.#program.errors) === '' &&
        part.attributes.every((word) => !word.startsWith('@') || plainTypeWords.test(word)) &&
        part.inherits.every((each) => isHarmlessSupertype(each, 'init') && !decoders.has(each)),
    );
    return isWhole && when.length === 0 && this.#isOwn() && !this.#isSetElsewhere();
  }

  #isOwn(): boolean {
    const { attributes, isStatic, isLazy, isConstant, accessors } = this.#variable;
    const words = isConstant ? attributes.filter((word) => word.startsWith('@')) : attributes;
    const isOpen = words.some(
      (word) => /^(?:public|open|package|@)/.test(word) && !plainTypeWords.test(word),
    );
    return !isStatic && !isLazy && !isOpen && !accessors.some(({ name }) => name === 'get');
  }

  /** By code of the file other than the initialisers of the type. */
  #isSetElsewhere(): boolean {
    const { isConstant, name } = this.#variable;
    if (isConstant) return false;
    const others = membersOf(this.#program).filter(
      ({ type, node }) => type?.path !== this.#type.path || !('params' in node) || node.kind !== 'init',
    );
    return others.some((member) => factsOf(member).changed.includes(name));
  }

  /** What an initialiser sets it to; nothing where it calls another one. `undefined`: not known. */
  #given(init: FunctionDecl): readonly ConstantExpr[] | undefined {
    if (init.when.length > 0) return undefined;
    const values: Expr[] = [];
    let isClear = true;
    walkFunction(init, {
      expr: (expr) => {
        if (expr.kind === 'assign') {
          const target = unwrap(expr.target);
          if (this.#isIt(expr)) values.push(expr.value);
          else if (target.kind === 'collection' || isSelf(target) || namesIt(target, this.#variable.name))
            isClear = isClear && this.#isLocal(target);
        } else if (expr.kind === 'unary' && expr.op === '&') {
          isClear &&= !isSelf(expr.operand) && !namesIt(expr.operand, this.#variable.name);
        }
        return true;
      },
    });
    if (!isClear) return undefined;
    if (values.length === 0) return delegates(init) ? [] : this.#initial();
    return values.map((value) => typed(this.#reducer.reduce(value), this.#variable.type));
  }

  #initial(): readonly ConstantExpr[] | undefined {
    const { initial, type } = this.#variable;
    return initial && [this.#reducer.declared(initial, type)];
  }

  /** `self.id = …`, or `id = …` where nothing nearer has the name. */
  #isIt({ target, op }: AssignExpr): boolean {
    const place = this.#reducer.resolver.place(target);
    return op === '=' && place.kind === 'property' && place.name === this.#variable.name;
  }

  #isLocal(target: Expr): boolean {
    return this.#reducer.resolver.scopes.declaration(target) !== undefined;
  }

  /** The initialiser that a structure has when it declares none. */
  #memberwise(): readonly ConstantExpr[] | undefined {
    const { name, path } = this.#type;
    const taken: VariableDecl[] = [];
    for (const property of this.#type.properties) {
      if (property.isStatic || property.accessors.some((accessor) => accessor.name === 'get')) continue;
      const isPlain =
        property.when.length === 0 &&
        !property.isLazy &&
        !property.attributes.some((word) => word.startsWith('@') && !plainTypeWords.test(word));
      if (!isPlain) return undefined;
      if (!property.isConstant || property.initial === undefined) taken.push(property);
    }
    const index = taken.indexOf(this.#variable);
    if (index < 0) return this.#initial();
    const params = taken.map((property) => this.#parameter(property));
    const own = unknownExpr;
    const passed = {
      kind: 'passed',
      callee: 'init',
      owner: path,
      name: initName(name),
      params,
      index,
      own,
    } as const;
    return [typed(passed, this.#variable.type)];
  }

  #parameter({ name, initial, type, isConstant }: VariableDecl): ConstantParam {
    const isNil = !isConstant && initial === undefined && type?.isOptional === true;
    const defaultValue: ConstantExpr | undefined = isNil
      ? { kind: 'nil' }
      : initial && this.#reducer.declared(initial, type);
    return { label: name, defaultValue };
  }
}

function isSelf(expr: Expr): boolean {
  const value = unwrap(expr);
  return value.kind === 'name' && value.name === 'self';
}

function namesIt(target: Expr, property: string): boolean {
  const value = unwrap(target);
  return (value.kind === 'member' || value.kind === 'name') && value.name === property;
}

/** Types that conform to these are made by code that nobody wrote. */
const decoders: ReadonlySet<string> = new Set(['Codable', 'Decodable']);

/** Attributes that change nothing about how objects are made; macros and property wrappers may. */
const plainTypeWords = /^@(?:MainActor|available|Observable|main|frozen|preconcurrency|nonobjc|unchecked)\b/;
