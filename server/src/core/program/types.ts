/** Lightweight local type inference: enough to say whether a receiver is certainly of some SDK class. */
import { scheduledTaskTypes } from '../catalog/obligations';
import { closureResults } from './closure-results';
import { type ForeignTypes, noForeignTypes, typePaths, type Verdict } from './foreign-types';
import type { CallExpr, ClosureExpr, Expr, FunctionDecl, MemberExpr, NameExpr, TypeRef } from './ir';
import { OwnTypes } from './own-types';
import { parentsOf } from './parents';
import { propertyName, type Resolver, unwrap } from './resolve';
import type { Declaration } from './scopes';
import {
  agreed,
  elementOf,
  handedTo,
  headOf,
  isAnything,
  isSelf,
  memberOf,
  parameterOf,
  plainRef,
  resultOf,
  subscripted,
} from './type-refs';

export type { ForeignTypes, Verdict } from './foreign-types';

const maxDepth = 12;

/** Members of a class that answer its own instance. */
const singletons =
  /^(?:shared|default|standard|main|current|instance)$|^(?:shared|default|standard|main|current)[A-Z]/;

export class TypeInference {
  readonly #resolver: Resolver;
  readonly #foreign: ForeignTypes;
  #ownTypes: OwnTypes | undefined;
  #ways: TypeInference | undefined;

  constructor(resolver: Resolver, foreign: ForeignTypes = noForeignTypes) {
    this.#resolver = resolver;
    this.#foreign = foreign;
  }

  get #own(): OwnTypes {
    this.#ownTypes ??= new OwnTypes(this.#resolver);
    return this.#ownTypes;
  }

  /** Whether `expr` is an instance of the SDK's `type` or of a subclass that the app declares. */
  isInstance(expr: Expr, type: string): Verdict {
    const name = this.typeOf(expr);
    return name === undefined ? 'maybe' : this.isKind(name, type);
  }

  /** Whether instances of `name` are instances of the SDK's `type`. */
  isKind(name: string, type: string): Verdict {
    if (this.#own.declares(type)) return 'no';
    return this.#foreign.isKind(name, type) ?? (this.#own.lineage(name).has(type) ? 'yes' : 'no');
  }

  /** Head of the type of a value; `undefined` when it is not known. */
  typeOf(expr: Expr, depth = 0): string | undefined {
    return this.#head(this.#refOf(expr, depth));
  }

  #head(type: TypeRef | undefined): string | undefined {
    const head = headOf(type);
    return head === undefined ? undefined : this.#meaning(head);
  }

  /** The same; where other files are not known, the way to the type: see `typePaths`. */
  wayTo(expr: Expr): string | undefined {
    const type = this.typeOf(expr);
    if (type !== undefined || this.#foreign !== noForeignTypes) return type;
    this.#ways ??= new TypeInference(this.#resolver, typePaths);
    return this.#ways.typeOf(expr);
  }

  /** The head of a type as it is written, with other names resolved. */
  named(type: TypeRef | undefined): string | undefined {
    return this.#head(type);
  }

  /** Names of types, and the other names that this file or others have for them. */
  spellings(types: readonly string[]): readonly string[] {
    const own = this.#resolver.program.aliases ?? [];
    return types.flatMap((type) => [
      type,
      ...own.flatMap((alias) => (alias.type === type ? [alias.name] : [])),
      ...this.#foreign.namesOf(type),
    ]);
  }

  /** What a name of a type stands for. */
  #meaning(name: string): string | undefined {
    const alias = this.#resolver.program.aliases?.find((each) => each.name === name);
    return alias === undefined ? this.#foreign.named(name) : alias.type || undefined;
  }

  #refOf(expr: Expr, depth: number): TypeRef | undefined {
    if (depth > maxDepth) return undefined;
    const value = unwrapCasts(expr);
    switch (value.kind) {
      case 'name':
        return this.#ofName(value, depth + 1);
      case 'member':
        return this.#ofMember(value, depth + 1);
      case 'call':
        return this.#ofCall(value, depth + 1);
      case 'subscript':
        return isRange(value.args[0]?.value) ? undefined : subscripted(this.#refOf(value.base, depth + 1));
      case 'cast':
        return value.type;
      case 'ternary':
        return this.#common(value.then, value.otherwise, depth + 1);
      case 'binary':
        return value.op === '??' ? this.#common(value.left, value.right, depth + 1) : undefined;
      default:
        return undefined;
    }
  }

  /** Both have one type; where only one of them is known, it decides. */
  #common(a: Expr, b: Expr, depth: number): TypeRef | undefined {
    const [left, right] = [this.#refOf(a, depth), this.#refOf(b, depth)];
    if (left === undefined || right === undefined) return left ?? right;
    return left.name === right.name ? left : undefined;
  }

  /** The type that an expression names: `UIApplication`, `UIKit.UIApplication`, `Self`, `[self class]`. */
  namedType(expr: Expr, depth = 0): string | undefined {
    if (expr.kind === 'call') return this.#classOf(expr, depth + 1);
    if (expr.kind === 'member') {
      const base = expr.base === undefined ? undefined : this.namedType(expr.base, depth);
      if (expr.name === 'self') return base;
      if (expr.name === 'class') return base ?? (expr.base && this.typeOf(expr.base, depth + 1));
      return base !== undefined && startsUpper(expr.name) ? expr.name : undefined;
    }
    if (expr.kind !== 'name' || this.#resolver.scopes.declaration(expr) !== undefined) return undefined;
    if (expr.name === 'Self') return this.#resolver.typeAround(expr);
    if (!startsUpper(expr.name) || this.#resolver.global(expr.name) !== undefined) return undefined;
    return this.#meaning(expr.name);
  }

  /** `[self class]`, `type(of: self)` */
  #classOf({ receiver, name, args: [first] }: CallExpr, depth: number): string | undefined {
    const isClass = name === 'class' && first === undefined;
    const object = isClass ? receiver : name === 'type' && first?.label === 'of' ? first.value : undefined;
    return object && (this.namedType(object, depth) ?? this.typeOf(object, depth));
  }

  #ofName(expr: NameExpr, depth: number): TypeRef | undefined {
    const around = this.#resolver.typeAround(expr);
    if (expr.name === 'self') return ref(around);
    if (expr.name === 'super')
      return ref(around && (this.#own.superclass(around) ?? this.#foreign.superclass(around)));
    const declaration = this.#resolver.scopes.declaration(expr);
    if (declaration !== undefined) return this.#ofDeclaration(declaration, depth);
    const global = this.#resolver.global(expr.name);
    if (global !== undefined) return this.#ofVariable(global.type, global.initial, depth);
    const property = around === undefined ? undefined : this.#own.property(around, expr.name);
    if (property !== undefined) return this.#ofVariable(property.type, property.initial, depth);
    return ref(this.#foreign.bare(around, propertyName(expr.name, this.#resolver.language)));
  }

  #ofDeclaration(declaration: Declaration, depth: number): TypeRef | undefined {
    if (depth > maxDepth) return undefined;
    const { captured, element, type } = declaration;
    if (captured !== undefined) return this.#ofDeclaration(captured, depth + 1);
    if (declaration.kind === 'param') return type ?? this.#given(declaration, depth + 1);
    if (element !== undefined && type === undefined) return elementOf(this.#refOf(element, depth + 1));
    return this.#ofVariable(type, declaration.value, depth);
  }

  /** What a call hands to its closure: a parameter without a type. */
  #given({ index, owner: { closure } }: Declaration, depth: number): TypeRef | undefined {
    const call = closure && parentsOf(this.#resolver).callAround(closure);
    if (call === undefined || index === undefined) return undefined;
    if (index === 0 && launchHandler(call) === closure) return ref(scheduledTaskTypes[0]);
    const receiver = call.receiver && this.#refOf(call.receiver, depth);
    const part = index === 0 ? handedTo(call.name, receiver) : undefined;
    if (part !== undefined) return part;
    const [fn, other] = this.#functionsOf(call, this.#head(receiver));
    const handlers = (fn?.params ?? []).filter(({ type }) => type?.isFunction === true);
    return other === undefined && handlers.length === 1 ? parameterOf(handlers[0]?.type, index) : undefined;
  }

  #ofVariable(type: TypeRef | undefined, value: Expr | undefined, depth: number): TypeRef | undefined {
    // `id` leaves it to the initialiser, `typeof(self)` too.
    if (type !== undefined && !/^(?:__)?typeof/.test(type.text) && !isAnything(type.name)) return type;
    return value === undefined ? undefined : this.#refOf(value, depth + 1);
  }

  #ofProperty(type: string | undefined, name: string, depth: number): TypeRef | undefined {
    if (type === undefined || depth > maxDepth) return undefined;
    if (this.#hasOwnProperty(type, name)) return this.#ofOwnProperty(type, name, depth);
    return ref(this.#foreign.property(type, propertyName(name, this.#resolver.language)));
  }

  #hasOwnProperty(type: string, name: string): boolean {
    return this.#own.property(type, name) !== undefined || this.#getters(type, name).length > 0;
  }

  #ofOwnProperty(type: string, name: string, depth: number): TypeRef | undefined {
    const property = this.#own.property(type, name);
    if (property !== undefined) return this.#ofVariable(property.type, property.initial, depth);
    return answered(this.#getters(type, name), type);
  }

  /** In Objective-C dots call methods without parameters as well. */
  #getters(type: string, name: string): readonly FunctionDecl[] {
    return this.#resolver.language === 'objc' ? this.#own.methods(type, name, name) : [];
  }

  #ofMember({ base, name }: MemberExpr, depth: number): TypeRef | undefined {
    if (base === undefined) return undefined;
    const type = this.namedType(base, depth);
    if (type !== undefined) {
      if (name === 'new' && this.#resolver.language === 'objc') return plainRef(type);
      if (!singletons.test(name)) return this.#ofProperty(type, name, depth);
      return this.#ofOwnProperty(type, name, depth) ?? ref(this.#foreign.shared(type, name));
    }
    const object = this.#refOf(base, depth);
    return memberOf(object, name) ?? this.#ofProperty(this.#head(object), name, depth);
  }

  #ofCall(expr: CallExpr, depth: number): TypeRef | undefined {
    const { receiver, constructs, name, args } = expr;
    if (constructs === 'Optional') return args[0] && this.#refOf(args[0].value, depth);
    if (constructs !== undefined) return plainRef(constructs);
    if (receiver === undefined || name === '') return this.#ofFunction(expr, depth);
    const type = this.namedType(receiver, depth);
    const object = type === undefined ? this.#refOf(receiver, depth) : undefined;
    const owner = type ?? this.#head(object);
    if (type !== undefined && args.length === 0 && singletons.test(name))
      return answered(this.#functionsOf(expr, type), type) ?? ref(this.#foreign.shared(type, name));
    const returned = owner === undefined ? undefined : this.#returned(expr, owner);
    if (returned !== undefined || args.length > 0) return returned;
    // Objective-C getters: `[self application]`.
    return this.#resolver.language === 'objc'
      ? (memberOf(object, name) ?? this.#ofProperty(owner, name, depth))
      : memberOf(object, name);
  }

  /** What a call without a receiver answers, or one of a closure that is written there. */
  #ofFunction(expr: CallExpr, depth: number): TypeRef | undefined {
    const declaration = this.#resolver.scopes.declaration(expr);
    const around = this.#resolver.typeAround(expr);
    if (expr.receiver === undefined && declaration === undefined) {
      const property = around === undefined ? undefined : this.#own.property(around, expr.name);
      return property === undefined ? this.#returned(expr, undefined) : resultOf(property.type);
    }
    if (declaration?.fn !== undefined) return answered([declaration.fn], around);
    if (declaration?.type !== undefined) return resultOf(declaration.type);
    const value = expr.receiver ?? declaration?.value;
    const closure = value === undefined ? undefined : unwrap(value);
    return closure?.kind === 'closure' ? this.#closureResult(closure, depth) : undefined;
  }

  #closureResult({ function: fn }: ClosureExpr, depth: number): TypeRef | undefined {
    return fn.returns ?? agreed(closureResults(fn).map((value) => this.#refOf(value, depth)));
  }

  /** What the functions return that a call can mean, if all agree. */
  #returned(expr: CallExpr, owner: string | undefined): TypeRef | undefined {
    const around = owner ?? this.#resolver.typeAround(expr);
    const functions = this.#functionsOf(expr, owner);
    if (functions.length > 0) return answered(functions, around);
    const name = expr.selector ?? expr.name;
    return ref(
      owner === undefined ? this.#foreign.bareResult(around, name) : this.#foreign.result(owner, name),
    );
  }

  /** Functions of this file that a call can mean. */
  #functionsOf(expr: CallExpr, receiver: string | undefined): readonly FunctionDecl[] {
    const local = this.#resolver.scopes.declaration(expr);
    if (local !== undefined) return local.fn === undefined ? [] : [local.fn];
    if (expr.receiver !== undefined && receiver === undefined) return [];
    const own = receiver ?? this.#resolver.typeAround(expr);
    const methods = own === undefined ? [] : this.#own.methods(own, expr.name, expr.selector);
    if (methods.length > 0 || receiver !== undefined) return methods;
    return this.#resolver.functions(undefined, expr.name);
  }
}

function ref(name: string | undefined): TypeRef | undefined {
  return name === undefined ? undefined : plainRef(name);
}

/** What methods of `type` return, if they agree. */
function answered(functions: readonly FunctionDecl[], type: string | undefined): TypeRef | undefined {
  const returned = agreed(functions.map(({ returns }) => returns));
  return returned !== undefined && isSelf(returned) ? ref(type) : returned;
}

function isRange(expr: Expr | undefined): boolean {
  return expr?.kind === 'binary' && (expr.op === '...' || expr.op === '..<');
}

function startsUpper(name: string): boolean {
  const first = name.charAt(0);
  return first !== first.toLowerCase();
}

/** A cast decides the type; everything else that does not change the value is stripped. */
function unwrapCasts(expr: Expr): Expr {
  if (expr.kind === 'cast' && expr.form !== 'is' && !isAnything(expr.type.name)) return expr;
  if (expr.kind === 'cast') return expr.form === 'is' ? expr : unwrapCasts(expr.expr);
  if (expr.kind === 'try' || expr.kind === 'await') return unwrapCasts(expr.expr);
  if (expr.kind === 'unary' && expr.op === 'force') return unwrapCasts(expr.operand);
  if (expr.kind === 'collection' && expr.form === 'tuple' && expr.elements.length === 1)
    return unwrapCasts(expr.elements[0] ?? expr);
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
