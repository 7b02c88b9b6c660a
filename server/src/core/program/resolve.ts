/** Names to meanings: `self` under all its aliases, properties, and what a value was copied from. */
import type { CallExpr, Expr, FunctionDecl, ProgramFile, SourceLanguage, VariableDecl } from './ir';
import { Memo } from './memo';
import { type Declaration, type FunctionScope, resolveScopes, type Scopes } from './scopes';
import { allTypes } from './walk';

/** Chains of aliases longer than this are not followed. */
const maxAliases = 12;

/** What a name or a member stands for once aliases are followed. */
export type Place =
  | { readonly kind: 'self' }
  | { readonly kind: 'local'; readonly declaration: Declaration }
  /** Of the enclosing type, without a leading underscore. */
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'foreign'; readonly name: string }
  | { readonly kind: 'unknown' };

const unknown: Place = { kind: 'unknown' };

/** Messages that answer their receiver, or what cannot be told from it. */
const sameValue = new Set(['copy', 'retain', 'autorelease']);

/** Strips what does not change the value: `try`, `await`, casts, `!`, copies of Objective-C. */
export function unwrap(expr: Expr): Expr {
  switch (expr.kind) {
    case 'call': {
      const source = copiedBy(expr);
      return source === undefined ? expr : unwrap(source);
    }
    case 'try':
    case 'await':
      return unwrap(expr.expr);
    case 'cast':
      return expr.form === 'is' ? expr : unwrap(expr.expr);
    case 'unary':
      return expr.op === 'force' ? unwrap(expr.operand) : expr;
    case 'collection':
      return expr.form === 'tuple' && expr.elements.length === 1 && expr.elements[0] !== undefined
        ? unwrap(expr.elements[0])
        : expr;
    default:
      return expr;
  }
}

/** `[block copy]`, `Block_copy(block)` */
function copiedBy({ receiver, selector, name, args }: CallExpr): Expr | undefined {
  if (selector !== undefined) return sameValue.has(selector) ? receiver : undefined;
  return receiver === undefined && name === 'Block_copy' ? args[0]?.value : undefined;
}

/** Resolved names of one file. */
export class Resolver {
  readonly program: ProgramFile;
  readonly scopes: Scopes;
  #properties: ReadonlyMap<string, ReadonlyMap<string, VariableDecl>> | undefined;
  #methods: ReadonlyMap<string, readonly FunctionDecl[]> | undefined;
  #globals: ReadonlyMap<string, VariableDecl> | undefined;
  #backed: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

  constructor(program: ProgramFile) {
    this.program = program;
    this.scopes = resolveScopes(program);
  }

  get language(): SourceLanguage {
    return this.program.language;
  }

  /** Values assigned to a local after its declaration, anywhere in the file. */
  assignments(declaration: Declaration): readonly Expr[] {
    return this.scopes.assignments(declaration);
  }

  /** A property of `type`, in any of its declarations in this file. */
  property(type: string | undefined, name: string): VariableDecl | undefined {
    this.#properties ??= propertiesOf(this.program);
    return type === undefined ? undefined : this.#properties.get(type)?.get(name);
  }

  /** Methods of `type` with this base name that this file declares; free functions for no type. */
  functions(type: string | undefined, name: string): readonly FunctionDecl[] {
    this.#methods ??= methodsOf(this.program);
    const declared = type === undefined ? this.program.functions : (this.#methods.get(type) ?? []);
    return declared.filter((fn) => fn.name === name);
  }

  global(name: string): VariableDecl | undefined {
    this.#globals ??= new Map(this.program.globals.map((variable) => [variable.name, variable]));
    return this.#globals.get(name);
  }

  /** Follows constants and bindings back to what they were made from. */
  origin(expr: Expr): Expr {
    let current = unwrap(expr);
    for (let step = 0; step < maxAliases; step++) {
      const declaration = this.scopes.declaration(current);
      const source = declaration === undefined ? undefined : this.#source(declaration);
      if (source === undefined || current.kind !== 'name') return current;
      current = unwrap(source);
    }
    return current;
  }

  #source(declaration: Declaration): Expr | undefined {
    if (declaration.captured !== undefined) return this.#source(declaration.captured);
    const isAlias = declaration.isConstant || this.assignments(declaration).length === 0;
    return isAlias && declaration.kind !== 'param' ? declaration.value : undefined;
  }

  /** The variable behind a name: bindings and copies of a variable are that variable. */
  root(declaration: Declaration): Declaration {
    let current = declaration;
    for (let step = 0; step < maxAliases; step++) {
      const source = current.captured ?? this.#aliased(current);
      if (source === undefined) return current;
      current = source;
    }
    return current;
  }

  #aliased(declaration: Declaration): Declaration | undefined {
    const source = this.#source(declaration);
    return source === undefined || unwrap(source).kind !== 'name'
      ? undefined
      : this.scopes.declaration(unwrap(source));
  }

  isSelf(expr: Expr): boolean {
    const origin = this.origin(expr);
    return origin.kind === 'name' && origin.name === 'self';
  }

  /** What is read or written by `expr`. */
  place(expr: Expr): Place {
    const target = unwrap(expr);
    if (target.kind === 'member') return this.#memberPlace(target);
    if (target.kind !== 'name') return unknown;
    if (target.name === 'self') return { kind: 'self' };
    const declaration = this.scopes.declaration(target);
    if (declaration !== undefined) return this.#localPlace(declaration);
    const scope = this.scopes.scopeOf(target);
    if (scope?.type === undefined || this.global(target.name) !== undefined) return unknown;
    return { kind: 'property', name: this.#propertyBehind(target) };
  }

  #memberPlace(target: Extract<Expr, { kind: 'member' }>): Place {
    if (target.base === undefined) return unknown;
    const isOwn = this.isSelf(target.base) || this.#isOwnType(target.base);
    return { kind: isOwn ? 'property' : 'foreign', name: this.#propertyBehind(target) };
  }

  /** The property that an instance variable backs, as `@synthesize` or a leading underscore say. */
  #propertyBehind(variable: Extract<Expr, { kind: 'name' | 'member' }>): string {
    const { name } = variable;
    if (this.language !== 'objc') return name;
    this.#backed ??= synthesized(this.program);
    const type = this.#backed.size === 0 ? undefined : this.typeAround(variable);
    return (type && this.#backed.get(type)?.get(name)) ?? propertyName(name, this.language);
  }

  #localPlace(declaration: Declaration): Place {
    const root = this.root(declaration);
    const source = this.#source(root);
    // A copy of a property that is never assigned again stands for the property.
    const origin = source === undefined ? undefined : unwrap(source);
    if (
      origin?.kind === 'member' ||
      (origin?.kind === 'name' && this.scopes.declaration(origin) === undefined)
    ) {
      const place = this.place(origin);
      if (place.kind !== 'unknown') return place;
    }
    return { kind: 'local', declaration: root };
  }

  /** `Self.x`, `Uploader.x` inside of Uploader. */
  #isOwnType(base: Expr): boolean {
    if (base.kind !== 'name') return false;
    return base.name === 'Self' || base.name === this.typeAround(base);
  }

  /** Name of the type around an expression. */
  typeAround(expr: Expr): string | undefined {
    return this.scopes.scopeOf(expr)?.type?.name;
  }
}

function propertiesOf(program: ProgramFile): Map<string, Map<string, VariableDecl>> {
  const found = new Map<string, Map<string, VariableDecl>>();
  for (const type of allTypes(program)) {
    const known = found.get(type.name) ?? new Map<string, VariableDecl>();
    for (const property of type.properties)
      known.set(propertyName(property.name, program.language), property);
    found.set(type.name, known);
  }
  return found;
}

function methodsOf(program: ProgramFile): Map<string, FunctionDecl[]> {
  const found = new Map<string, FunctionDecl[]>();
  for (const type of allTypes(program))
    found.set(type.name, [...(found.get(type.name) ?? []), ...type.methods]);
  return found;
}

/** By type: instance variables and the properties that they back. */
function synthesized(program: ProgramFile): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { name, attributes } of allTypes(program)) {
    for (const attribute of attributes) {
      if (!attribute.startsWith('@synthesize')) continue;
      for (const [, property = '', variable = ''] of attribute.matchAll(/(\w+)\s*=\s*(\w+)/g)) {
        const known = found.get(name) ?? new Map<string, string>();
        found.set(name, known.set(variable, property));
      }
    }
  }
  return found;
}

const cache = new Memo<ProgramFile, Resolver>();

/** The resolver of a program, made once. */
export function resolverOf(program: ProgramFile): Resolver {
  return cache.of(program, () => new Resolver(program));
}

/** An instance variable and the property that it backs have one name here. */
export function propertyName(name: string, language: SourceLanguage): string {
  return language === 'objc' && name.length > 1 && name.startsWith('_') ? name.slice(1) : name;
}

/** Whether `inner` is `outer` or lies in it. */
export function isInside(inner: FunctionScope | undefined, outer: FunctionScope): boolean {
  for (let scope = inner; scope !== undefined; scope = scope.parent) if (scope === outer) return true;
  return false;
}
