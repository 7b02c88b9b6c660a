/** Lexical scopes of one file: which declaration a bare name means, and which function and type it stands in. */
import type {
  Clause,
  ClosureExpr,
  Expr,
  FunctionDecl,
  ProgramFile,
  SourceLanguage,
  TypeDecl,
  TypeRef,
  VariableDecl,
} from './ir';
import { bindBlock } from './scopes-statements';
import { allTypes, childExprs } from './walk';

/** A function, accessor, closure or local function with a body, or the file level. */
export interface FunctionScope {
  /** `undefined` for the file level and for initialisers of properties and globals. */
  readonly fn: FunctionDecl | undefined;
  /** Lexically enclosing function. */
  readonly parent: FunctionScope | undefined;
  /** Enclosing type; the one that is extended for extensions. */
  readonly type: TypeDecl | undefined;
  /** The literal, for closures. */
  readonly closure: ClosureExpr | undefined;
}

/** Something a bare name can mean inside of a function: a local, a parameter, a bound name, a local function. */
export interface Declaration {
  readonly kind: 'variable' | 'param' | 'binding' | 'function';
  readonly name: string;
  readonly type: TypeRef | undefined;
  /** Initialiser of a variable, or the expression a binding takes apart. */
  readonly value: Expr | undefined;
  /** For `[id]` in a capture list: what it copies. */
  readonly captured: Declaration | undefined;
  readonly isConstant: boolean;
  /** Position of a parameter. */
  readonly index: number | undefined;
  readonly fn: FunctionDecl | undefined;
  readonly owner: FunctionScope;
  /** Offset of the name or of the clause that binds it. */
  readonly at: number;
}

export interface Scopes {
  /** Meaning of a bare name, or of the callee of a call without a receiver. `undefined`: a member, a global, or unknown. */
  declaration(expr: Expr): Declaration | undefined;
  /** What a local variable's statement declares. */
  declared(variable: VariableDecl): Declaration | undefined;
  /** The function a name, call or closure stands in. */
  scopeOf(expr: Expr): FunctionScope | undefined;
  /** The scope that a function opens. */
  scopeOfFunction(fn: FunctionDecl): FunctionScope | undefined;
  /** All scopes of the file, outer ones first. */
  readonly all: readonly FunctionScope[];
}

/** Names visible at one point; inner environments shadow outer ones. */
export class Environment {
  readonly #names = new Map<string, Declaration>();
  readonly #outer: Environment | undefined;
  readonly scope: FunctionScope;

  constructor(scope: FunctionScope, outer: Environment | undefined) {
    this.scope = scope;
    this.#outer = outer;
  }

  find(name: string): Declaration | undefined {
    return this.#names.get(name) ?? this.#outer?.find(name);
  }

  declare(declaration: Omit<Declaration, 'owner'>): Declaration {
    const declared = { ...declaration, owner: this.scope };
    // `self` stays `self`, whatever unwraps it.
    if (declaration.name !== 'self') this.#names.set(declaration.name, declared);
    return declared;
  }

  nested(): Environment {
    return new Environment(this.scope, this);
  }
}

/** Fills the tables of `Scopes` while it descends. */
export class Binder implements Scopes {
  readonly #declarations = new Map<Expr, Declaration>();
  readonly #scopes = new Map<Expr, FunctionScope>();
  readonly #functions = new Map<FunctionDecl, FunctionScope>();
  readonly #variables = new Map<VariableDecl, Declaration>();
  readonly all: FunctionScope[] = [];
  readonly language: SourceLanguage;

  constructor(language: SourceLanguage) {
    this.language = language;
  }

  declaration(expr: Expr): Declaration | undefined {
    return this.#declarations.get(expr);
  }

  scopeOf(expr: Expr): FunctionScope | undefined {
    return this.#scopes.get(expr);
  }

  scopeOfFunction(fn: FunctionDecl): FunctionScope | undefined {
    return this.#functions.get(fn);
  }

  declared(variable: VariableDecl): Declaration | undefined {
    return this.#variables.get(variable);
  }

  noteVariable(variable: VariableDecl, declaration: Declaration): void {
    this.#variables.set(variable, declaration);
  }

  bindExpr(expr: Expr, env: Environment): void {
    this.#scopes.set(expr, env.scope);
    if (expr.kind === 'name' || (expr.kind === 'call' && expr.receiver === undefined)) {
      const found = env.find(expr.name);
      if (found !== undefined) this.#declarations.set(expr, found);
    }
    for (const child of childExprs(expr)) this.bindExpr(child, env);
    if (expr.kind === 'closure') this.bindFunction(expr.function, env, env.scope.type, expr);
    else if (expr.kind === 'control')
      bindBlock(this, { statements: [expr.statement], range: expr.range }, env);
  }

  bindFunction(
    fn: FunctionDecl,
    outer: Environment | undefined,
    type: TypeDecl | undefined,
    closure?: ClosureExpr,
  ): void {
    const scope: FunctionScope = { fn, parent: outer?.scope, type, closure };
    this.all.push(scope);
    this.#functions.set(fn, scope);
    const env = new Environment(scope, outer);
    if (closure !== undefined) this.#declareCaptures(closure, env, outer);
    this.#declareParams(fn, env);
    for (const param of fn.params)
      if (param.defaultValue !== undefined) this.bindExpr(param.defaultValue, env);
    if (fn.body !== undefined) bindBlock(this, fn.body, env);
  }

  #declareCaptures(closure: ClosureExpr, env: Environment, outer: Environment | undefined): void {
    for (const { name, value } of closure.captures) {
      const captured = outer?.find(name);
      if (value === undefined && captured === undefined) continue;
      const at = closure.range.start;
      const base = { kind: 'binding', name, type: undefined, isConstant: true, index: undefined } as const;
      env.declare({
        ...base,
        value,
        captured: value === undefined ? captured : undefined,
        fn: undefined,
        at,
      });
    }
  }

  #declareParams(fn: FunctionDecl, env: Environment): void {
    const base = {
      kind: 'param',
      value: undefined,
      captured: undefined,
      isConstant: true,
      fn: undefined,
    } as const;
    fn.params.forEach((param, index) => {
      env.declare({ ...base, name: param.name, type: param.type, index, at: param.range.start });
    });
    if (fn.kind !== 'closure' || fn.params.length > 0) return;
    for (let index = 0; index < 4; index++) {
      env.declare({ ...base, name: `$${index}`, type: undefined, index, at: fn.range.start });
    }
  }

  /** Declares what the clauses bind, each clause seeing the ones before it. */
  bindClauses(clauses: readonly Clause[], env: Environment): void {
    for (const clause of clauses) {
      if (clause.kind === 'expr') this.bindExpr(clause.expr, env);
      if (clause.kind !== 'bind') continue;
      this.bindExpr(clause.value, env);
      // Only `let x = e` gives x the value of e; a pattern takes something out of it.
      const value = clause.pattern === undefined && clause.names.length === 1 ? clause.value : undefined;
      this.declareNames(clause.names, env, clause.range.start, value, clause.type);
    }
  }

  declareNames(names: readonly string[], env: Environment, at: number, value?: Expr, type?: TypeRef): void {
    for (const name of names) {
      const base = { kind: 'binding', captured: undefined, isConstant: true, index: undefined } as const;
      env.declare({ ...base, name, type, value, fn: undefined, at });
    }
  }
}

/** Resolves the bare names of a file. Linear in its size. */
export function resolveScopes(program: ProgramFile): Scopes {
  const binder = new Binder(program.language);
  const initialiser = (value: Expr | undefined, type: TypeDecl | undefined): void => {
    const scope: FunctionScope = { fn: undefined, parent: undefined, type, closure: undefined };
    if (value !== undefined) binder.bindExpr(value, new Environment(scope, undefined));
  };
  for (const type of allTypes(program)) {
    for (const property of type.properties) {
      initialiser(property.initial, type);
      for (const accessor of property.accessors) binder.bindFunction(accessor, undefined, type);
    }
    for (const method of type.methods) binder.bindFunction(method, undefined, type);
  }
  for (const fn of program.functions) binder.bindFunction(fn, undefined, undefined);
  for (const variable of program.globals) {
    initialiser(variable.initial, undefined);
    for (const accessor of variable.accessors) binder.bindFunction(accessor, undefined, undefined);
  }
  const top: FunctionScope = { fn: undefined, parent: undefined, type: undefined, closure: undefined };
  bindBlock(binder, program.topLevel, new Environment(top, undefined));
  return binder;
}
