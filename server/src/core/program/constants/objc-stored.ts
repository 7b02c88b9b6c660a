/** What the implementation of an Objective-C class sets its properties and instance variables to. */
import { errorsIn } from '../errors-in';
import type { Expr, ProgramFile, TypeDecl, VariableDecl } from '../ir';
import { membersOf, walkMember } from '../members';
import { hasBody } from '../moved';
import { unwrap } from '../resolve';
import { allTypes } from '../walk';
import { bounded } from './exprs';
import type { Reducer } from './reduce';
import { type ConstantDeclaration, type ConstantExpr, choice, unknownExpr } from './types';

/** Values that can be constants and do not change in place. */
const valueTypes = /^(?:NSString|BOOL|NSInteger|NSUInteger|.*(?:Category|Options?|Mode|Identifier|Name))$/;

/**
 * Properties that only the implementation of their class can set: read-only ones, and what stands in the file of the
 * implementation. By the names of the property and of its instance variable.
 */
export function objcStored(program: ProgramFile): readonly ConstantDeclaration[] {
  if (program.language !== 'objc') return [];
  const types = allTypes(program).filter(({ kind }) => kind === 'class' || kind === 'extension');
  const implemented = new Set(types.filter(isImplementation).map(({ path }) => path));
  return types.flatMap((type) =>
    type.properties
      .filter((property) => implemented.has(type.path) || property.attributes.includes('readonly'))
      .filter(({ type: of, isStatic }) => of !== undefined && valueTypes.test(of.name) && !isStatic)
      .flatMap((property) => declarationsOf(property, type, implemented.has(type.path))),
  );
}

function isImplementation({ methods }: TypeDecl): boolean {
  return methods.some(hasBody);
}

function declarationsOf(
  { name, attributes, when }: VariableDecl,
  { path, when: around }: TypeDecl,
  isLocal: boolean,
): readonly ConstantDeclaration[] {
  const names = attributes.includes('ivar') ? [name] : [name, `_${name}`];
  const isConditional = when.length + around.length > 0;
  return names.map((each) => ({
    owner: path,
    name: each,
    value: unknownExpr,
    stored: 'objc',
    ...(isLocal && { isFileLocal: true }),
    ...(isConditional && { isConditional: true }),
  }));
}

/** `undefined` for files without the implementation of the class, and unknown where other code may set it. */
export function objcStoredValue(
  reducer: Reducer,
  typeName: string,
  written: string,
): ConstantExpr | undefined {
  const { program } = reducer;
  const parts = allTypes(program).filter(({ name, kind }) => name === typeName && kind !== 'protocol');
  if (!parts.some(isImplementation)) return undefined;
  const isBroken = parts.some(
    ({ range, attributes }) => errorsIn(range, program.errors) !== '' || attributes.some(renames),
  );
  const property = written.startsWith('_') ? written.slice(1) : written;
  const values = isBroken ? undefined : new ObjcStore(reducer, typeName, property).values();
  if (values === undefined || values.length === 0) return unknownExpr;
  return bounded(choice(values.map((value) => reducer.reduce(value))));
}

/** `@synthesize id = other;` */
function renames(attribute: string): boolean {
  return attribute.startsWith('@synthesize') && attribute.includes('=');
}

class ObjcStore {
  readonly #reducer: Reducer;
  readonly #type: string;
  readonly #property: string;

  constructor(reducer: Reducer, type: string, property: string) {
    this.#reducer = reducer;
    this.#type = type;
    this.#property = property;
  }

  /** Everything that is assigned; `undefined` when it may be set in other ways. */
  values(): readonly Expr[] | undefined {
    const values: Expr[] = [];
    let isClear = true;
    for (const member of membersOf(this.#reducer.program))
      walkMember(member, {
        expr: (expr) => {
          if (expr.kind === 'assign' && this.#isNamed(expr.target)) {
            if (expr.op === '=' && this.#isOwn(expr.target)) values.push(expr.value);
            else isClear &&= this.#isLocal(expr.target);
          } else if (this.#mayChange(expr)) isClear = false;
          return true;
        },
      });
    return isClear ? values : undefined;
  }

  #isNamed(expr: Expr): boolean {
    const target = unwrap(expr);
    return (target.kind === 'name' || target.kind === 'member') && this.#isName(target.name);
  }

  #isName(name: string): boolean {
    return name === this.#property || name === `_${this.#property}`;
  }

  #isOwn(target: Expr): boolean {
    const { resolver } = this.#reducer;
    const place = resolver.place(target);
    return (
      place.kind === 'property' && this.#isName(place.name) && resolver.typeAround(target) === this.#type
    );
  }

  #isLocal(target: Expr): boolean {
    return this.#reducer.resolver.scopes.declaration(unwrap(target)) !== undefined;
  }

  /** Its address is taken, or its setter or its key is used. */
  #mayChange(expr: Expr): boolean {
    if (expr.kind === 'unary') return expr.op === '&' && this.#isNamed(expr.operand);
    if (expr.kind !== 'call') return false;
    const setter = `set${this.#property.charAt(0).toUpperCase()}${this.#property.slice(1)}:`;
    const isKey = /^(?:setValue:|decode)/.test(expr.selector ?? '');
    const names = expr.args.map(({ value }) => unwrap(value));
    return (
      expr.selector === setter ||
      (isKey && names.some((each) => each.kind === 'literal' && each.value === this.#property))
    );
  }
}
