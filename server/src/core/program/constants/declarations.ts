/** Which constants a file declares. */
import { isSdkType } from '../../catalog/inert-calls';
import type { FunctionDecl, ProgramFile, TypeDecl, TypeRef, VariableDecl } from '../ir';
import { unwrap } from '../resolve';
import { allTypes, walkProgram } from '../walk';
import { isFileLocal } from './callers';
import { plainType } from './exprs';
import type { Reducer } from './reduce';
import { additions } from './shapes';
import type { ConstantDeclaration, ConstantExpr, ConstantParam } from './types';
import { unknownExpr } from './types';

/** A function with more parameters is not looked at. */
const maxParams = 4;

/** Results that can be constants of interest; computing all others would be wasted. */
const constantTypes =
  /^(?:(?:NS)?(?:Mutable)?(?:String|Set|Array)|Bool|BOOL|Int|NSInteger|NSUInteger|Self|.*(?:Category|Options?|Types?|Mode|ID|Id|Identifiers?|Keys?|Name))$/;

/** Names that are known not to be constant are declared as unknown: they hide others. */
export function declaredConstants(reducer: Reducer): readonly ConstantDeclaration[] {
  const reader = new Reader(reducer);
  const { program } = reducer;
  return [
    ...allTypes(program).flatMap((type) => reader.members(type)),
    ...program.globals.flatMap((variable) => reader.variable(variable, undefined)),
    ...program.topLevel.statements.flatMap((stmt) =>
      stmt.kind === 'var' && program.language === 'swift' ? reader.variable(stmt.variable, undefined) : [],
    ),
    ...program.functions.flatMap((fn) => reader.method(fn, undefined)),
  ];
}

class Reader {
  readonly #reducer: Reducer;
  readonly #program: ProgramFile;

  constructor(reducer: Reducer) {
    this.#reducer = reducer;
    this.#program = reducer.program;
  }

  members(type: TypeDecl): readonly ConstantDeclaration[] {
    return [
      ...type.properties.flatMap((property) => this.variable(property, type)),
      ...type.methods.flatMap((method) => this.method(method, type)),
    ];
  }

  variable(variable: VariableDecl, type: TypeDecl | undefined): readonly ConstantDeclaration[] {
    const { name, attributes, accessors } = variable;
    // Declared here, given its value elsewhere.
    const isElsewhere = attributes.includes('extern') || (this.#isObjc && variable.initial === undefined);
    if (isElsewhere && type?.kind !== 'enum') return [];
    const getter = accessors.find((accessor) => accessor.name === 'get');
    const isEnumerator = this.#isObjc && type?.kind === 'enum';
    if (type !== undefined && this.#isObjc && !isEnumerator) return [];
    const value =
      getter?.body === undefined ? this.#stored(variable, type) : this.#computed(getter, variable.type);
    const objectType = value.kind === 'unknown' ? ownTypeOf(variable) : undefined;
    return [
      {
        // Enumerators of C are global names.
        owner: isEnumerator || type === undefined ? '' : type.path,
        name,
        value,
        ...(objectType !== undefined && { type: objectType }),
        ...this.#flags(variable, type),
        ...(attributes.includes('case') || isEnumerator ? { isCase: true as const } : {}),
        ...(getter === undefined && !variable.isConstant && { isVariable: true as const }),
      },
    ];
  }

  #stored(variable: VariableDecl, owner: TypeDecl | undefined): ConstantExpr {
    const { initial, type, isConstant } = variable;
    const isKept = initial !== undefined && (isConstant || !isSetUnseen(variable, owner));
    return isKept ? this.#reducer.declared(initial, type) : unknownExpr;
  }

  #computed(getter: FunctionDecl, type: TypeRef | undefined): ConstantExpr {
    return type !== undefined && constantTypes.test(type.name) ? this.#reducer.summary(getter) : unknownExpr;
  }

  method(fn: FunctionDecl, type: TypeDecl | undefined): readonly ConstantDeclaration[] {
    const isValue = fn.returns !== undefined && constantTypes.test(fn.returns.name);
    if (fn.body === undefined || !isValue || fn.params.length > maxParams || fn.isAsync) return [];
    const value = this.#reducer.summary(fn);
    if (value.kind === 'unknown' && !fn.attributes.includes('override')) return [];
    const params = fn.params.map(
      ({ label, defaultValue }): ConstantParam => ({
        label,
        defaultValue: defaultValue && this.#reducer.reduce(defaultValue),
      }),
    );
    const name = this.#isObjc ? fn.fullName : fn.name;
    return [{ owner: type?.path ?? '', name, value, params, ...this.#flags(fn, type) }];
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

/** Names that code of a file assigns or changes in place, sorted. */
export function changedNames(program: ProgramFile): readonly string[] {
  const names = new Set<string>();
  walkProgram(program, {
    expr: (expr) => {
      const isChange =
        expr.kind === 'call' &&
        (additions.has(expr.selector ?? expr.name) || /^(?:remove|form|pop|set|toggle)/.test(expr.name));
      const changed =
        expr.kind === 'assign'
          ? expr.target
          : expr.kind === 'unary' && expr.op === '&'
            ? expr.operand
            : isChange
              ? expr.receiver
              : undefined;
      const target = changed && unwrap(changed);
      if (target?.kind === 'name' || target?.kind === 'member') names.add(target.name);
      return true;
    },
  });
  return [...names].sort();
}
