/** Finds the part of a value that differs at every launch of the app. */
import {
  numberTypes,
  processTypes,
  textMethods,
  unstableFunctions,
  unstableProcessMembers,
  unstableSelectors,
  unstableTypes,
} from '../catalog/restoration';
import type { FileAnalysis } from './analysis';
import type { CallExpr, Expr } from './ir';
import { parentsOf } from './parents';
import { unwrap } from './resolve';
import { childExprs, walkProgram } from './walk';

const maxDepth = 6;

export class UnstableValues {
  readonly #analysis: FileAnalysis;

  constructor(analysis: FileAnalysis) {
    this.#analysis = analysis;
  }

  /**
   * The unstable part of `value`, with the members that are read from it: `UUID().uuidString`. Constants are followed;
   * a value that may also come from elsewhere, or that is handed to other code, is not: it may be stored and read back.
   */
  part(value: Expr, depth = 0): Expr | undefined {
    const expr = unwrap(value);
    if (depth > maxDepth) return undefined;
    if (this.#isUnstable(expr)) return this.#withMembers(expr);
    switch (expr.kind) {
      case 'name':
        return this.#isFreshConstant(expr, depth) ? expr : undefined;
      case 'member':
        return this.#isFreshStatic(expr, depth) ? expr : expr.base && this.part(expr.base, depth + 1);
      case 'closure':
      case 'control':
      case 'ternary':
      case 'assign':
        return undefined;
      case 'binary':
        return expr.op === '+' ? this.#first(childExprs(expr), depth) : undefined;
      case 'call':
        return this.#isText(expr) ? this.#first(childExprs(expr), depth) : undefined;
      case 'literal':
        return this.#first(childExprs(expr), depth);
      default:
        return undefined;
    }
  }

  #first(exprs: readonly Expr[], depth: number): Expr | undefined {
    for (const expr of exprs) {
      const found = this.part(expr, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #isUnstable(expr: Expr): boolean {
    const { types } = this.#analysis;
    if (expr.kind === 'member') {
      return expr.base !== undefined && unstableProcessMembers.has(expr.name) && this.#isProcess(expr.base);
    }
    if (expr.kind !== 'call' || expr.isImplicitMember) return false;
    if (expr.constructs !== undefined) return unstableTypes.has(expr.constructs) && expr.args.length === 0;
    if (expr.receiver === undefined) return this.#isFunction(expr);
    const type = types.namedType(unwrap(expr.receiver));
    if (expr.name === 'random' && type !== undefined && numberTypes.test(type)) return true;
    if (type !== undefined && Object.hasOwn(unstableSelectors, type))
      return unstableSelectors[type] === expr.selector;
    return unstableProcessMembers.has(expr.name) && this.#isProcess(expr.receiver);
  }

  /** `ProcessInfo.processInfo` or a variable of that type. */
  #isProcess(value: Expr): boolean {
    const { types } = this.#analysis;
    const expr = unwrap(value);
    const type = types.typeOf(expr);
    if (type !== undefined) return processTypes.includes(type);
    const base = expr.kind === 'member' ? expr.base : expr.kind === 'call' ? expr.receiver : undefined;
    const named = base === undefined ? undefined : types.namedType(unwrap(base));
    return named !== undefined && processTypes.includes(named);
  }

  #isFunction(call: CallExpr): boolean {
    const { resolver } = this.#analysis;
    const isOwn =
      resolver.scopes.declaration(call) !== undefined ||
      resolver.functions(resolver.typeAround(call), call.name).length > 0 ||
      resolver.functions(undefined, call.name).length > 0;
    return !isOwn && unstableFunctions.has(call.name);
  }

  /** Calls that make text of their receiver or arguments: methods of an unstable value, formats, conversions. */
  #isText(call: CallExpr): boolean {
    if (call.constructs !== undefined)
      return /^(?:NS)?(?:Mutable)?String$|^U?Int(?:64|32)?$/.test(call.constructs);
    const type =
      call.receiver === undefined ? undefined : this.#analysis.types.namedType(unwrap(call.receiver));
    if (type !== undefined) return /^(?:NS)?(?:Mutable)?String$/.test(type);
    return textMethods.has(call.selector ?? call.name);
  }

  /** The expression with the members and conversions that are read from it. */
  #withMembers(expr: Expr): Expr {
    const parents = parentsOf(this.#analysis.resolver);
    let whole = expr;
    for (;;) {
      const parent = parents.parent(whole);
      const isRead =
        (parent?.kind === 'member' && parent.base === whole) ||
        (parent?.kind === 'call' && parent.receiver === whole && parent.args.length === 0);
      if (parent === undefined || !isRead) return whole;
      whole = parent;
    }
  }

  /** A local constant that is made fresh, and that nothing but the call at hand gets. */
  #isFreshConstant(expr: Extract<Expr, { kind: 'name' }>, depth: number): boolean {
    const { resolver } = this.#analysis;
    const declaration = resolver.scopes.declaration(expr);
    if (declaration === undefined) {
      const global = resolver.global(expr.name);
      return (
        global?.isConstant === true && this.#isFresh(global.initial, depth) && !this.#isSharedName(expr.name)
      );
    }
    const root = resolver.root(declaration);
    const isKept = root.kind !== 'variable' || resolver.assignments(root).length > 0;
    if (isKept || !this.#isFresh(root.value, depth)) return false;
    return !this.#isShared((other) => {
      const found = resolver.scopes.declaration(other);
      return found !== undefined && resolver.root(found) === root;
    });
  }

  /** `static let id = UUID().uuidString` */
  #isFreshStatic(expr: Extract<Expr, { kind: 'member' }>, depth: number): boolean {
    const { resolver, types } = this.#analysis;
    const type = expr.base === undefined ? undefined : types.namedType(expr.base);
    const property = resolver.property(type, expr.name);
    if (property?.isStatic !== true || !property.isConstant) return false;
    return this.#isFresh(property.initial, depth) && !this.#isSharedName(expr.name);
  }

  #isFresh(value: Expr | undefined, depth: number): boolean {
    return value !== undefined && this.part(value, depth + 1) !== undefined;
  }

  #isSharedName(name: string): boolean {
    return this.#isShared(
      (other) => (other.kind === 'name' || other.kind === 'member') && other.name === name,
    );
  }

  /** Whether a value is mentioned more than once: then it may be kept somewhere and read back. */
  #isShared(isMention: (expr: Expr) => boolean): boolean {
    let mentions = 0;
    walkProgram(this.#analysis.program, {
      expr: (expr) => {
        if (expr.kind !== 'call' && isMention(expr)) mentions++;
        return true;
      },
    });
    return mentions > 1;
  }
}
