/** The functions of a file that get the task of a launch handler. */

import { isLoggingFunction } from '../catalog/inert-calls';
import { firstPiece } from '../catalog/selectors';
import { taskMembers } from '../catalog/task-scheduling';
import type { FileAnalysis } from './analysis';
import type { Arg, AssignExpr, CallExpr, Expr, FunctionDecl } from './ir';
import { walkMember } from './members';
import { parentsOf } from './parents';
import { unwrap } from './resolve';
import { walkFunction } from './walk';

export interface TaskReach {
  /** The handler itself first. */
  readonly functions: readonly FunctionDecl[];
  /** Nobody else gets the task: it is not stored, returned or passed to code that is not here. */
  readonly isComplete: boolean;
  /** The same, but it may be kept in properties that only this file sees. */
  readonly isInFile: boolean;
}

export function taskReach(handler: Expr, analysis: FileAnalysis): TaskReach {
  const walk = new Walk(analysis);
  const fn = walk.functionOf(handler);
  if (fn === undefined) walk.lose();
  else walk.follow(fn, 0);
  return walk;
}

class Walk implements TaskReach {
  readonly functions: FunctionDecl[] = [];
  isComplete = true;
  isInFile = true;
  readonly #kept = new Set<string>();
  readonly #analysis: FileAnalysis;

  constructor(analysis: FileAnalysis) {
    this.#analysis = analysis;
  }

  lose(): void {
    this.isComplete = false;
    this.isInFile = false;
  }

  /** A closure, a local function, or the only method or function that a name can mean. */
  functionOf(handler: Expr): FunctionDecl | undefined {
    const { resolver } = this.#analysis;
    const origin = resolver.origin(handler);
    if (origin.kind === 'closure') return origin.function;
    const declaration = resolver.scopes.declaration(origin);
    if (declaration !== undefined) return declaration.fn;
    if (origin.kind === 'name') return this.#only(resolver.typeAround(origin), origin.name);
    if (origin.kind !== 'member' || origin.base === undefined || !resolver.isSelf(origin.base))
      return undefined;
    return this.#only(resolver.typeAround(origin), origin.name);
  }

  #only(type: string | undefined, name: string, selector?: string): FunctionDecl | undefined {
    const { resolver } = this.#analysis;
    const own = type === undefined ? [] : resolver.functions(type, name);
    const all = own.length > 0 ? own : resolver.functions(undefined, name);
    const bodies = all.filter(
      (fn) => fn.body !== undefined && (selector === undefined || fn.fullName === selector),
    );
    return bodies.length === 1 ? bodies[0] : undefined;
  }

  follow(fn: FunctionDecl, index: number): void {
    if (this.functions.includes(fn)) return;
    this.functions.push(fn);
    const { resolver } = this.#analysis;
    walkFunction(fn, {
      expr: (expr) => {
        const declaration = expr.kind === 'name' ? resolver.scopes.declaration(expr) : undefined;
        const root = declaration && resolver.root(declaration);
        if (root?.kind === 'param' && root.owner.fn === fn && root.index === index) this.#use(expr);
        return true;
      },
      // A `switch` on the task binds it under names that nothing follows.
      stmt: (stmt) => {
        if (stmt.kind === 'switch' || stmt.kind === 'unknown') this.lose();
      },
    });
  }

  #use(name: Expr): void {
    const parents = parentsOf(this.#analysis.resolver);
    let value = name;
    let parent = parents.parent(value);
    while (parent !== undefined && unwrap(parent) === unwrap(value)) {
      value = parent;
      parent = parents.parent(value);
    }
    if (parent === undefined) this.#inStatement(name);
    else if (parent.kind === 'assign') this.#assigned(value, parent);
    else if (!this.#isHarmless(value, parent)) this.lose();
  }

  #assigned(value: Expr, { target, value: assigned }: AssignExpr): void {
    if (target === value) return;
    const kept = assigned === value ? this.#privateProperty(target) : undefined;
    if (kept === undefined) {
      this.lose();
      return;
    }
    this.isComplete = false;
    if (this.#kept.has(kept)) return;
    this.#kept.add(kept);
    this.#followProperty(kept);
  }

  /** A property that other files cannot name. */
  #privateProperty(target: Expr): string | undefined {
    const { resolver } = this.#analysis;
    const place = resolver.place(target);
    const type = resolver.typeAround(target);
    if (place.kind !== 'property' || type === undefined) return undefined;
    const attributes = resolver.property(type, place.name)?.attributes ?? [];
    return attributes.some((each) => each === 'private' || each === 'fileprivate') ? place.name : undefined;
  }

  /** Whatever has this name in the file counts, so that no use is missed. */
  #followProperty(property: string): void {
    const { resolver } = this.#analysis;
    const isMeant = (expr: Expr): boolean => {
      const place = resolver.place(expr);
      return (place.kind === 'property' || place.kind === 'foreign') && place.name === property;
    };
    for (const member of this.#analysis.membersMentioning([property])) {
      walkMember(member, {
        expr: (expr) => {
          if ((expr.kind === 'name' || expr.kind === 'member') && isMeant(expr)) this.#use(expr);
          return true;
        },
        stmt: (stmt) => {
          if (stmt.kind === 'unknown' || (stmt.kind === 'switch' && isMeant(stmt.subject))) this.lose();
        },
      });
    }
  }

  /** `let task = task as? X`, `guard let …`, `if task is X`: a return gives it away. */
  #inStatement(name: Expr): void {
    const stmt = parentsOf(this.#analysis.resolver).stmt(name);
    if (stmt === undefined || !['var', 'if', 'guard', 'expr'].includes(stmt.kind)) this.lose();
  }

  #isHarmless(value: Expr, parent: Expr): boolean {
    switch (parent.kind) {
      case 'member':
        return taskMembers.has(parent.name);
      case 'cast':
      case 'binary':
      case 'unary':
      case 'literal':
        return true;
      case 'call':
        return parent.receiver === value ? isOwnMethod(parent) : this.#passed(parent, value);
      default:
        return false;
    }
  }

  #passed(call: CallExpr, value: Expr): boolean {
    const { resolver } = this.#analysis;
    if (call.receiver === undefined && isLoggingFunction(call.name)) return true;
    const isOwn = call.receiver === undefined || resolver.isSelf(call.receiver);
    if (!isOwn || call.constructs !== undefined) return false;
    const local = call.receiver === undefined ? resolver.scopes.declaration(call)?.fn : undefined;
    const fn = local ?? this.#only(resolver.typeAround(call), call.name, call.selector);
    const arg = call.args.find((each) => each.value === value);
    const index = fn === undefined || arg === undefined ? -1 : parameterOf(fn, call, arg);
    if (fn === undefined || index < 0) return false;
    this.follow(fn, index);
    return true;
  }
}

function isOwnMethod(call: CallExpr): boolean {
  return taskMembers.has(firstPiece(call.selector ?? call.name));
}

/** Position of the parameter that an argument is for; -1 when that is not clear. */
function parameterOf(fn: FunctionDecl, call: CallExpr, arg: Arg): number {
  const position = call.args.indexOf(arg);
  if (call.selector !== undefined || fn.params[position]?.label === arg.label) return position;
  return arg.label === undefined ? -1 : fn.params.findIndex(({ label }) => label === arg.label);
}

/** Whether any of the functions, closures inside of them included, mentions a member or a method of these names. */
export function mentions(functions: readonly FunctionDecl[], names: ReadonlySet<string>): boolean {
  let found = false;
  for (const fn of functions) {
    walkFunction(fn, {
      expr: (expr) => {
        if (expr.kind === 'member') found ||= names.has(expr.name);
        else if (expr.kind === 'call') found ||= names.has(firstPiece(expr.selector ?? expr.name));
        return !found;
      },
    });
  }
  return found;
}

/** Whether any of the functions takes the task as one of this class: by a cast or a declared type. */
export function takesAs(functions: readonly FunctionDecl[], type: string): boolean {
  let found = false;
  for (const fn of functions) {
    found ||= fn.params.some((param) => param.type?.name === type);
    walkFunction(fn, {
      expr: (expr) => {
        found ||= expr.kind === 'cast' && expr.type.name === type;
        return !found;
      },
      stmt: (stmt) => {
        found ||= stmt.kind === 'var' && stmt.variable.type?.name === type;
      },
    });
  }
  return found;
}
