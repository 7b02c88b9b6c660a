/** Values in a manifest written in Swift: literals, constants and lists that top-level code adds to. */
import { evaluateCondition, evaluateConditions } from '../../program/conditions';
import type { CallExpr, Expr, ProgramFile, Stmt, VariableDecl } from '../../program/ir';
import { allTypes, walkStmt } from '../../program/walk';

/** Elements of a list; not complete when some could not be read. */
export interface ManifestItems {
  readonly items: readonly Expr[];
  readonly isComplete: boolean;
}

/** Manifests are run on a Mac. */
const host = { platform: 'macOS' } as const;
const maxDepth = 20;
const nothing: ManifestItems = { items: [], isComplete: false };

export class ManifestScope {
  /** Code changes something whose name is not known, such as the variable of a loop: what it does is not seen. */
  get isUnsure(): boolean {
    return this.#changesOfUnknown.size > 0;
  }

  readonly #program: ProgramFile;
  readonly #constants = new Map<string, Expr | undefined>();
  /** Static properties by their name, and by `Type.name`; `undefined`: several, or computed. */
  readonly #statics = new Map<string, Expr | undefined>();
  /** Path such as `package.targets` → lists that are added to it. */
  readonly #additions = new Map<string, Expr[]>();
  /** Paths that code changes in a way that is not followed. */
  readonly #changed = new Set<string>();
  readonly #changesOfUnknown = new Set<string>();

  constructor(program: ProgramFile) {
    this.#program = program;
    for (const variable of program.globals) this.#declare(variable);
    for (const type of allTypes(program)) {
      for (const property of type.properties) {
        for (const name of [`.${property.name}`, `${type.name}.${property.name}`]) {
          this.#statics.set(name, this.#statics.has(name) ? undefined : staticValue(property));
        }
      }
    }
    this.#run(program.topLevel.statements);
  }

  /** The call that a global variable is made by: name of the variable and call. */
  construction(type: string): { readonly name: string; readonly call: CallExpr } | undefined {
    for (const { name } of this.#program.globals) {
      const value = this.#constants.get(name);
      if (value?.kind === 'call' && (value.constructs ?? value.name) === type) return { name, call: value };
    }
    return undefined;
  }

  /** A string without unknown parts. */
  text(expr: Expr | undefined, depth = 0): string | undefined {
    const value = this.resolve(expr);
    if (value === undefined || depth > maxDepth) return undefined;
    if (value.kind === 'binary' && value.op === '+') {
      return joined([this.text(value.left, depth + 1), this.text(value.right, depth + 1)]);
    }
    if (value.kind !== 'literal' || value.type !== 'string') return undefined;
    const parts = value.parts ?? [value.value];
    return joined(parts.map((part) => (typeof part === 'string' ? part : this.text(part, depth + 1))));
  }

  /** `path`: where the list lives, when code may add to it. Without a list: empty. */
  items(expr: Expr | undefined, path?: string): ManifestItems {
    const own = expr === undefined ? { items: [], isComplete: true } : this.#list(expr, 0);
    return path === undefined ? own : this.#withAdditions(own, path, 0);
  }

  /** Strings of a list. */
  texts(expr: Expr | undefined): { readonly texts: readonly string[]; readonly isComplete: boolean } {
    const { items, isComplete } = this.items(expr);
    const texts = items.map((item) => this.text(item)).filter((text) => text !== undefined);
    return { texts, isComplete: isComplete && texts.length === items.length };
  }

  /** What a name stands for; any other expression is itself. */
  resolve(expr: Expr | undefined): Expr | undefined {
    let value = expr;
    for (let depth = 0; depth < maxDepth; depth++) {
      if (value?.kind === 'cast') value = value.expr;
      else if (value?.kind === 'name') value = this.#constants.get(value.name);
      else if (value?.kind === 'member') {
        const constant = this.#member(value);
        if (constant === undefined) return value;
        value = constant;
      } else return value;
    }
    return undefined;
  }

  /** An enumeration's own case (`.iOS`) stays what it is. */
  #member(expr: Extract<Expr, { kind: 'member' }>): Expr | undefined {
    const { base, name } = expr;
    if (base !== undefined && base.kind !== 'name' && base.kind !== 'member') return undefined;
    return this.#statics.get(`${base === undefined ? '' : base.name}.${name}`);
  }

  #list(expr: Expr, depth: number): ManifestItems {
    if (depth > maxDepth) return nothing;
    if (expr.kind === 'collection' && expr.form === 'array')
      return { items: expr.elements, isComplete: true };
    if (expr.kind === 'literal' && expr.type === 'nil') return { items: [], isComplete: true };
    if (expr.kind === 'binary' && expr.op === '+') {
      return concatenated([this.#list(expr.left, depth + 1), this.#list(expr.right, depth + 1)]);
    }
    const value = this.resolve(expr);
    if (value === undefined || value === expr) return nothing;
    const own = this.#list(value, depth + 1);
    return expr.kind === 'name' ? this.#withAdditions(own, expr.name, depth + 1) : own;
  }

  #withAdditions(own: ManifestItems, path: string, depth: number): ManifestItems {
    const added = (this.#additions.get(path) ?? []).map((list) => this.#list(list, depth + 1));
    const all = concatenated([own, ...added]);
    return this.#changed.has(path) ? { ...all, isComplete: false } : all;
  }

  #declare(variable: VariableDecl): void {
    const isCompiled = evaluateConditions(variable.when, host);
    if (isCompiled === false) return;
    const isSure = isCompiled === true && !this.#constants.has(variable.name);
    this.#constants.set(variable.name, isSure ? variable.initial : undefined);
  }

  #run(statements: readonly Stmt[]): void {
    for (const statement of statements) {
      if (statement.kind === 'conditional') this.#runBranches(statement);
      else if (statement.kind !== 'expr' || !this.#add(statement.expr)) this.#noteChanges(statement);
    }
  }

  #runBranches(statement: Extract<Stmt, { kind: 'conditional' }>): void {
    for (const { condition, body } of statement.branches) {
      const holds = evaluateCondition(condition, host);
      if (holds === true) this.#run(body.statements);
      if (holds === undefined) for (const inner of body.statements) this.#noteChanges(inner);
    }
  }

  /** `list += […]`, `list.append(x)`, `list.append(contentsOf: […])`. */
  #add(expr: Expr): boolean {
    if (expr.kind === 'assign' && expr.op === '+=') return this.#addTo(expr.target, expr.value);
    if (expr.kind !== 'call' || expr.name !== 'append' || expr.receiver === undefined) return false;
    const [argument] = expr.args;
    if (argument === undefined || expr.args.length > 1) return false;
    if (argument.label === 'contentsOf') return this.#addTo(expr.receiver, argument.value);
    const { value } = argument;
    return this.#addTo(expr.receiver, {
      kind: 'collection',
      form: 'array',
      elements: [value],
      range: value.range,
    });
  }

  #addTo(target: Expr, list: Expr): boolean {
    const path = pathOf(target);
    if (path === undefined) return false;
    this.#additions.set(path, [...(this.#additions.get(path) ?? []), list]);
    return true;
  }

  #noteChanges(statement: Stmt): void {
    walkStmt(statement, {
      expr: (expr) => {
        if (expr.kind === 'assign') this.#noteChange(expr.target);
        else if (expr.kind === 'call' && changes.test(expr.name) && expr.receiver) {
          this.#noteChange(expr.receiver);
        }
        return true;
      },
    });
  }

  #noteChange(target: Expr): void {
    const path = pathOf(target) ?? '';
    const [root = '', ...members] = path.split('.');
    if (this.#constants.has(root)) this.#changed.add(path);
    const last = target.kind === 'member' ? target.name : members.at(-1);
    if (!this.#constants.has(root) && lists.has(last ?? '')) this.#changesOfUnknown.add(last ?? '');
  }
}

/** Methods that change a list. */
const changes = /^(append|insert|remove|replace|swap|sort|reverse|shuffle)/;
/** Properties of packages and targets that decide what is built. */
const lists: ReadonlySet<string> = new Set(['targets', 'products', 'dependencies', 'sources', 'exclude']);

function concatenated(parts: readonly ManifestItems[]): ManifestItems {
  return {
    items: parts.flatMap(({ items }) => items),
    isComplete: parts.every(({ isComplete }) => isComplete),
  };
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** `package.targets` */
function pathOf(expr: Expr): string | undefined {
  if (expr.kind === 'name') return expr.name;
  if (expr.kind !== 'member' || expr.base === undefined) return undefined;
  const base = pathOf(expr.base);
  return base === undefined ? undefined : `${base}.${expr.name}`;
}

/** A stored constant, or what a getter of one expression answers. */
function staticValue(property: VariableDecl): Expr | undefined {
  if (!property.isStatic || property.when.length > 0) return undefined;
  if (property.initial !== undefined) return property.isConstant ? property.initial : undefined;
  const [statement, ...others] =
    property.accessors.find(({ name }) => name === 'get')?.body?.statements ?? [];
  return statement?.kind === 'return' && others.length === 0 ? statement.value : undefined;
}
