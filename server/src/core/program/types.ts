/** Lightweight local type inference: enough to say whether a receiver is certainly of some SDK class. */
import { scheduledTaskTypes } from '../catalog/obligations';
import type { CallExpr, ClosureExpr, Expr, FunctionDecl, MemberExpr, ProgramFile, TypeRef } from './ir';
import { parentsOf } from './parents';
import { type Resolver, unwrap } from './resolve';
import type { Declaration } from './scopes';
import { allTypes } from './walk';

/** `yes` and `no` are certain. */
export type Verdict = 'yes' | 'maybe' | 'no';

/** Looks up properties that another file declares. Answers the head of the type. */
export type ForeignProperty = (type: string, property: string) => string | undefined;

const maxDepth = 12;

/** Members of a class that answer its own instance. */
const singletons =
  /^(?:shared|default|standard|main|current|instance)$|^(?:shared|default|standard|main|current)[A-Z]/;

/** Types that say nothing about the class. */
const anything = new Set(['id', 'Any', 'AnyObject', 'NSObject', 'instancetype', 'auto', '__auto_type']);

function supertypesIn(program: ProgramFile): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { name, inherits } of allTypes(program))
    found.set(name, [...(found.get(name) ?? []), ...inherits]);
  return found;
}

export class TypeInference {
  readonly #resolver: Resolver;
  readonly #foreign: ForeignProperty;
  #supertypes: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(resolver: Resolver, foreign: ForeignProperty = () => undefined) {
    this.#resolver = resolver;
    this.#foreign = foreign;
  }

  #inheritedBy(name: string): readonly string[] {
    this.#supertypes ??= supertypesIn(this.#resolver.program);
    return this.#supertypes.get(name) ?? [];
  }

  /** Whether a function is a closure whose parameter is a launched task. */
  #isLaunchHandler(fn: FunctionDecl | undefined): boolean {
    const closure = fn === undefined ? undefined : this.#resolver.scopes.scopeOfFunction(fn)?.closure;
    const call = closure === undefined ? undefined : parentsOf(this.#resolver).callAround(closure);
    return call !== undefined && launchHandler(call) === closure;
  }

  /** Whether `expr` is an instance of `type` or of a subclass declared in this file. */
  isInstance(expr: Expr, type: string): Verdict {
    const name = this.typeOf(expr);
    if (name === undefined) return 'maybe';
    return this.#inherits(name, type, 0) ? 'yes' : 'no';
  }

  #inherits(name: string, type: string, depth: number): boolean {
    if (name === type) return true;
    const supers = depth < maxDepth ? this.#inheritedBy(name) : [];
    return supers.some((each) => this.#inherits(each, type, depth + 1));
  }

  /** Head of the type of a value; `undefined` when it is not known. */
  typeOf(expr: Expr, depth = 0): string | undefined {
    if (depth > maxDepth) return undefined;
    const value = unwrapCasts(expr);
    switch (value.kind) {
      case 'name':
        return this.#typeOfName(value, depth);
      case 'member':
        return this.#typeOfMember(value, depth);
      case 'call':
        return this.#typeOfCall(value, depth);
      case 'cast':
        return known(value.type);
      case 'ternary':
        return this.typeOf(value.then, depth + 1) ?? this.typeOf(value.otherwise, depth + 1);
      case 'binary':
        return value.op === '??' ? this.typeOf(value.left, depth + 1) : undefined;
      default:
        return undefined;
    }
  }

  /** The type that an expression names: `UIApplication`, `UIKit.UIApplication`, `Self`. */
  namedType(expr: Expr): string | undefined {
    if (expr.kind === 'member') {
      return expr.base !== undefined && this.namedType(expr.base) !== undefined && startsUpper(expr.name)
        ? expr.name
        : undefined;
    }
    if (expr.kind !== 'name' || this.#resolver.scopes.declaration(expr) !== undefined) return undefined;
    if (expr.name === 'Self') return this.#resolver.typeAround(expr);
    if (!startsUpper(expr.name) || this.#resolver.global(expr.name) !== undefined) return undefined;
    return this.#resolver.program.aliases?.find(({ name }) => name === expr.name)?.type ?? expr.name;
  }

  #typeOfName(expr: Extract<Expr, { kind: 'name' }>, depth: number): string | undefined {
    if (expr.name === 'self') return this.#resolver.typeAround(expr);
    const declaration = this.#resolver.scopes.declaration(expr);
    if (declaration !== undefined) return this.#typeOfDeclaration(declaration, depth + 1);
    const global = this.#resolver.global(expr.name);
    if (global !== undefined) return this.#typeOfVariable(global.type, global.initial, depth + 1);
    return this.#typeOfProperty(this.#resolver.typeAround(expr), expr.name, depth + 1);
  }

  #typeOfDeclaration(declaration: Declaration, depth: number): string | undefined {
    if (depth > maxDepth) return undefined;
    if (declaration.captured !== undefined) return this.#typeOfDeclaration(declaration.captured, depth + 1);
    if (declaration.kind === 'param') {
      const type = declaration.type && known(declaration.type);
      if (type !== undefined || declaration.index !== 0) return type;
      return this.#isLaunchHandler(declaration.owner.fn) ? scheduledTaskTypes[0] : undefined;
    }
    return this.#typeOfVariable(declaration.type, declaration.value, depth);
  }

  #typeOfVariable(type: TypeRef | undefined, value: Expr | undefined, depth: number): string | undefined {
    // `typeof(self)` and `id` leave it to the initialiser.
    if (type !== undefined && !/^(?:__)?typeof/.test(type.text) && !anything.has(type.name))
      return known(type);
    return value === undefined ? undefined : this.typeOf(value, depth + 1);
  }

  #typeOfProperty(type: string | undefined, name: string, depth: number): string | undefined {
    if (type === undefined || depth > maxDepth) return undefined;
    const plain = this.#resolver.language === 'objc' ? name.replace(/^_/, '') : name;
    const property = this.#resolver.property(type, plain);
    if (property !== undefined) return this.#typeOfVariable(property.type, property.initial, depth);
    return this.#foreign(type, plain);
  }

  #typeOfMember(expr: MemberExpr, depth: number): string | undefined {
    if (expr.base === undefined) return undefined;
    const type = this.namedType(expr.base);
    if (type !== undefined) {
      return (
        this.#typeOfProperty(type, expr.name, depth + 1) ?? (singletons.test(expr.name) ? type : undefined)
      );
    }
    return this.#typeOfProperty(this.typeOf(expr.base, depth + 1), expr.name, depth + 1);
  }

  #typeOfCall(expr: CallExpr, depth: number): string | undefined {
    if (expr.constructs !== undefined) return expr.constructs;
    const type = expr.receiver === undefined ? undefined : this.namedType(expr.receiver);
    if (type !== undefined && expr.args.length === 0 && singletons.test(expr.name)) return type;
    const receiver =
      expr.receiver === undefined ? undefined : (type ?? this.typeOf(expr.receiver, depth + 1));
    const returned = this.#returned(expr, receiver);
    // Objective-C getters: `[self application]`.
    if (returned !== undefined || receiver === undefined || this.#resolver.language !== 'objc')
      return returned;
    return expr.args.length > 0 ? undefined : this.#typeOfProperty(receiver, expr.name, depth + 1);
  }

  /** What a function of this file returns, if all that the call can mean agree. */
  #returned(expr: CallExpr, receiver: string | undefined): string | undefined {
    const resolver = this.#resolver;
    const local = resolver.scopes.declaration(expr);
    if (expr.receiver !== undefined && receiver === undefined) return undefined;
    const around = resolver.typeAround(expr);
    const own = receiver ?? around;
    const methods = own === undefined ? [] : resolver.functions(own, expr.name);
    const named =
      methods.length > 0 || receiver !== undefined ? methods : resolver.functions(undefined, expr.name);
    const functions = local === undefined ? named : local.fn === undefined ? [] : [local.fn];
    const types = new Set(functions.map(({ returns }) => returns && known(returns)));
    return types.size === 1 ? [...types][0] : undefined;
  }
}

function known(type: TypeRef): string | undefined {
  return type.isFunction || anything.has(type.name) || type.name === '' ? undefined : type.name;
}

function startsUpper(name: string): boolean {
  const first = name.charAt(0);
  return first !== first.toLowerCase();
}

/** A cast decides the type; everything else that does not change the value is stripped. */
function unwrapCasts(expr: Expr): Expr {
  if (expr.kind === 'cast' && expr.form !== 'is' && !anything.has(expr.type.name)) return expr;
  if (expr.kind === 'cast') return expr.form === 'is' ? expr : unwrapCasts(expr.expr);
  if (expr.kind === 'try' || expr.kind === 'await') return unwrapCasts(expr.expr);
  if (expr.kind === 'unary' && expr.op === 'force') return unwrapCasts(expr.operand);
  return expr;
}

/** The launch handler that a call registers with the task scheduler. */
function launchHandler(call: CallExpr): ClosureExpr | undefined {
  const isRegister =
    (call.name === 'register' && call.args[0]?.label === 'forTaskWithIdentifier') ||
    call.selector === 'registerForTaskWithIdentifier:usingQueue:launchHandler:';
  const last = isRegister ? call.args.at(-1)?.value : undefined;
  const value = last === undefined ? undefined : unwrap(last);
  return value?.kind === 'closure' ? value : undefined;
}
