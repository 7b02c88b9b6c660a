/**
 * Lexical scopes of one file: which declaration a bare name means, and which function and type it stands in.
 * No scope reaches out of its member, so members are bound one by one, when something inside of them is asked for.
 */
import type {
  AssignExpr,
  Clause,
  ClosureExpr,
  Expr,
  FunctionDecl,
  LoopStmt,
  ProgramFile,
  SourceLanguage,
  TypeDecl,
  TypeRef,
  VariableDecl,
} from './ir';
import { type Member, membersAt, membersOf } from './members';
import { bindBlock } from './scopes-statements';
import { childExprs } from './walk';

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
  /** The sequence that a loop takes it from. */
  readonly element?: Expr | undefined;
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
  /** Values assigned to a local after its declaration. */
  assignments(declaration: Declaration): readonly Expr[];
  /** The outermost scope around a scope, and all scopes inside of that one. */
  around(scope: FunctionScope): readonly FunctionScope[];
  /** The scopes of one member, outer ones first. */
  of(member: Member): readonly FunctionScope[];
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

/** What a Swift closure without parameters calls them. */
const implicitParams = ['$0', '$1', '$2', '$3'];

function paramDeclaration(
  name: string,
  type: TypeRef | undefined,
  index: number,
  at: number,
): Omit<Declaration, 'owner'> {
  const none = undefined;
  return { kind: 'param', name, type, value: none, captured: none, isConstant: true, index, fn: none, at };
}

/** Fills the tables of `Scopes` while it descends. */
export class Binder implements Scopes {
  /** Of the members that are bound. */
  readonly #bound = new Map<Member, readonly FunctionScope[]>();
  #scopesOfMember: FunctionScope[] = [];
  /** By the outermost scope, itself included. */
  readonly #families = new Map<FunctionScope, FunctionScope[]>();
  #all: readonly FunctionScope[] | undefined;
  readonly #declarations = new Map<Expr, Declaration>();
  readonly #scopes = new Map<Expr, FunctionScope>();
  readonly #functions = new Map<FunctionDecl, FunctionScope>();
  readonly #variables = new Map<VariableDecl, Declaration>();
  readonly #assigned = new Map<Declaration, Expr[]>();
  readonly #program: ProgramFile;

  constructor(program: ProgramFile) {
    this.#program = program;
  }

  get language(): SourceLanguage {
    return this.#program.language;
  }

  declaration(expr: Expr): Declaration | undefined {
    if (!this.#scopes.has(expr)) this.#bindAround(expr.range.start, () => this.#scopes.has(expr));
    return this.#declarations.get(expr);
  }

  scopeOf(expr: Expr): FunctionScope | undefined {
    if (!this.#scopes.has(expr)) this.#bindAround(expr.range.start, () => this.#scopes.has(expr));
    return this.#scopes.get(expr);
  }

  scopeOfFunction(fn: FunctionDecl): FunctionScope | undefined {
    if (!this.#functions.has(fn)) this.#bindAround(fn.range.start, () => this.#functions.has(fn));
    return this.#functions.get(fn);
  }

  declared(variable: VariableDecl): Declaration | undefined {
    if (!this.#variables.has(variable))
      this.#bindAround(variable.range.start, () => this.#variables.has(variable));
    return this.#variables.get(variable);
  }

  assignments(declaration: Declaration): readonly Expr[] {
    return this.#assigned.get(declaration) ?? [];
  }

  around(scope: FunctionScope): readonly FunctionScope[] {
    return this.#families.get(outermost(scope)) ?? [];
  }

  get all(): readonly FunctionScope[] {
    this.#all ??= membersOf(this.#program).flatMap((member) => this.of(member));
    return this.#all;
  }

  of(member: Member): readonly FunctionScope[] {
    const known = this.#bound.get(member);
    if (known !== undefined) return known;
    const scopes: FunctionScope[] = [];
    this.#scopesOfMember = scopes;
    this.#bound.set(member, scopes);
    bindMember(this, member);
    return scopes;
  }

  /** Binds the members at an offset, and all others when that was not enough. */
  #bindAround(offset: number, isFound: () => boolean): void {
    const all = membersOf(this.#program);
    if (this.#bound.size === all.length) return;
    for (const member of membersAt(this.#program, offset)) this.of(member);
    if (!isFound()) for (const member of all) this.of(member);
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
    else if (expr.kind === 'assign') this.#noteAssignment(expr);
    else if (expr.kind === 'control')
      bindBlock(this, { statements: [expr.statement], range: expr.range }, env);
  }

  #noteAssignment({ target, value }: AssignExpr): void {
    const declaration = this.#declarations.get(target);
    if (declaration === undefined) return;
    const known = this.#assigned.get(declaration);
    if (known === undefined) this.#assigned.set(declaration, [value]);
    else known.push(value);
  }

  bindFunction(
    fn: FunctionDecl,
    outer: Environment | undefined,
    type: TypeDecl | undefined,
    closure?: ClosureExpr,
  ): void {
    const scope: FunctionScope = { fn, parent: outer?.scope, type, closure };
    this.#scopesOfMember.push(scope);
    this.#addToFamily(scope);
    this.#functions.set(fn, scope);
    const env = new Environment(scope, outer);
    if (closure !== undefined) this.#declareCaptures(closure, env, outer);
    this.#declareParams(fn, env);
    for (const param of fn.params)
      if (param.defaultValue !== undefined) this.bindExpr(param.defaultValue, env);
    if (fn.body !== undefined) bindBlock(this, fn.body, env);
  }

  #addToFamily(scope: FunctionScope): void {
    const root = outermost(scope);
    const family = this.#families.get(root);
    if (family === undefined) this.#families.set(root, [scope]);
    else family.push(scope);
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
    fn.params.forEach(({ name, type, range }, index) => {
      env.declare(paramDeclaration(name, type, index, range.start));
    });
    if (fn.kind !== 'closure' || fn.params.length > 0 || this.language !== 'swift') return;
    implicitParams.forEach((name, index) => {
      env.declare(paramDeclaration(name, undefined, index, fn.range.start));
    });
  }

  /** Declares what the clauses bind, each clause seeing the ones before it. */
  bindClauses(clauses: readonly Clause[], env: Environment): void {
    for (const clause of clauses) {
      if (clause.kind === 'expr') this.bindExpr(clause.expr, env);
      if (clause.kind !== 'bind') continue;
      this.bindExpr(clause.value, env);
      // Only `let x = e` gives x the value of e; a pattern takes something out of it.
      const value = clause.pattern === undefined && clause.names.length === 1 ? clause.value : undefined;
      const type = clause.type ?? (clause.names.length === 1 ? clause.pattern?.cast : undefined);
      this.declareNames(clause.names, env, clause.range.start, value, type);
    }
  }

  declareNames(names: readonly string[], env: Environment, at: number, value?: Expr, type?: TypeRef): void {
    for (const name of names) {
      const base = { kind: 'binding', captured: undefined, isConstant: true, index: undefined } as const;
      env.declare({ ...base, name, type, value, fn: undefined, at });
    }
  }

  /** Declares what a loop takes from a sequence. */
  declareElement(
    { names, range: { start: at }, sequence, elementType, pattern }: LoopStmt,
    env: Environment,
  ): void {
    const [name] = names;
    const type = elementType ?? pattern?.cast;
    if (name === undefined || names.length > 1 || (pattern !== undefined && type === undefined)) {
      this.declareNames(names, env, at);
      return;
    }
    const base = { kind: 'binding', captured: undefined, isConstant: true, index: undefined } as const;
    const none = undefined;
    env.declare({ ...base, name, type, value: none, element: sequence, fn: none, at });
  }
}

function outermost(scope: FunctionScope): FunctionScope {
  let current = scope;
  while (current.parent !== undefined) current = current.parent;
  return current;
}

/** Resolves the bare names of a file, at a cost that is linear in the size of what is asked about. */
export function resolveScopes(program: ProgramFile): Scopes {
  return new Binder(program);
}

function bindMember(binder: Binder, member: Member): void {
  const scope: FunctionScope = { fn: undefined, parent: undefined, type: member.type, closure: undefined };
  switch (member.kind) {
    case 'function':
      binder.bindFunction(member.node, undefined, member.type);
      return;
    case 'variable': {
      const { initial, accessors } = member.node;
      if (initial !== undefined) binder.bindExpr(initial, new Environment(scope, undefined));
      for (const accessor of accessors) binder.bindFunction(accessor, undefined, member.type);
      return;
    }
    case 'block':
      bindBlock(binder, member.node, new Environment(scope, undefined));
  }
}
