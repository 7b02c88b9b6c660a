/** Calls that a body makes before it returns, its own helpers in the same file followed. */
import { type ClosureTiming, closureTiming } from '../catalog/closures';
import type { FileAnalysis } from './analysis';
import { calleeOf, closureCall } from './callees';
import type { Arg, Block, CallExpr, Expr, FunctionDecl, Stmt } from './ir';
import { unwrap } from './resolve';
import { childExprs, clauseExpr, stmtBlocks, stmtExprs } from './walk';

export interface DirectCall {
  readonly call: CallExpr;
  /** The call in the body itself through which it is reached; the call where there is no helper. */
  readonly entry: CallExpr;
  /** What the body tests before it: it may not happen at all. */
  readonly conditions: readonly Expr[];
  /** The same inside of helpers. */
  readonly helperConditions: readonly Expr[];
}

const maxDepth = 3;

interface Frame {
  readonly entry: CallExpr | undefined;
  readonly conditions: readonly Expr[];
  readonly helperConditions: readonly Expr[];
  readonly active: readonly FunctionDecl[];
}

/**
 * Closures are entered when the call that gets them is known to run them at one of `timings`; `@escaping` ones of
 * unknown fate are not.
 */
export function directCalls(
  analysis: FileAnalysis,
  body: Block,
  timings: ReadonlySet<ClosureTiming>,
): readonly DirectCall[] {
  const walk = new Walk(analysis, timings);
  walk.block(body, { entry: undefined, conditions: [], helperConditions: [], active: [] });
  return walk.found;
}

class Walk {
  readonly found: DirectCall[] = [];
  readonly #analysis: FileAnalysis;
  readonly #timings: ReadonlySet<ClosureTiming>;

  constructor(analysis: FileAnalysis, timings: ReadonlySet<ClosureTiming>) {
    this.#analysis = analysis;
    this.#timings = timings;
  }

  block(block: Block, frame: Frame): void {
    let current = frame;
    for (const stmt of block.statements) {
      this.#stmt(stmt, current);
      // What follows a guard, or an `if` that leaves, depends on its condition.
      current = under(testsOf(stmt), current);
    }
  }

  #stmt(stmt: Stmt, frame: Frame): void {
    if (stmt.kind === 'function') return;
    for (const expr of stmtExprs(stmt)) this.#expr(expr, frame);
    const inner = under(testsOf(stmt), frame);
    for (const block of stmtBlocks(stmt)) this.block(block, inner);
  }

  #expr(expr: Expr, frame: Frame): void {
    if (expr.kind === 'closure') return;
    if (expr.kind === 'ternary') {
      this.#expr(expr.condition, frame);
      const inner = under([expr.condition], frame);
      for (const each of [expr.then, expr.otherwise]) this.#expr(each, inner);
      return;
    }
    for (const child of childExprs(expr)) this.#expr(child, frame);
    if (expr.kind === 'call') this.#call(expr, frame);
    else if (expr.kind === 'control') this.#stmt(expr.statement, frame);
  }

  #call(call: CallExpr, frame: Frame): void {
    const entry = frame.entry ?? call;
    const { conditions, helperConditions } = frame;
    this.found.push({ call, entry, conditions, helperConditions });
    for (const arg of call.args) this.#closure(call, arg, frame);
    const helper = frame.active.length < maxDepth ? this.#helper(call) : undefined;
    if (helper?.body === undefined || frame.active.includes(helper)) return;
    this.block(helper.body, { ...frame, entry, active: [...frame.active, helper] });
  }

  #closure(call: CallExpr, arg: Arg, frame: Frame): void {
    const value = unwrap(arg.value);
    if (value.kind !== 'closure' || value.function.body === undefined) return;
    const { resolver, types } = this.#analysis;
    const shape = closureCall(call, calleeOf(call, resolver, types));
    const timing = shape === undefined ? undefined : closureTiming(shape, arg.label);
    if (timing !== undefined && this.#timings.has(timing)) this.block(value.function.body, frame);
  }

  /** A method of the same object that this file declares, when only one can be meant. */
  #helper(call: CallExpr): FunctionDecl | undefined {
    const { resolver } = this.#analysis;
    const isOwn =
      call.receiver === undefined
        ? resolver.scopes.declaration(call) === undefined && call.constructs === undefined
        : resolver.isSelf(call.receiver);
    if (!isOwn || call.isImplicitMember) return undefined;
    const methods = resolver.functions(resolver.typeAround(call), call.name).filter((fn) => fn.body);
    const fits = methods.filter((fn) => call.selector === undefined || fn.fullName === call.selector);
    return fits.length === 1 ? fits[0] : undefined;
  }
}

function under(tests: readonly Expr[], frame: Frame): Frame {
  if (tests.length === 0) return frame;
  return frame.entry === undefined
    ? { ...frame, conditions: [...frame.conditions, ...tests] }
    : { ...frame, helperConditions: [...frame.helperConditions, ...tests] };
}

/** Conditions of a statement; what `if let` and `guard let` unwrap is none. */
function testsOf(stmt: Stmt): readonly Expr[] {
  if (stmt.kind === 'switch') return [stmt.subject];
  if (stmt.kind !== 'if' && stmt.kind !== 'guard' && stmt.kind !== 'loop') return [];
  return stmt.clauses.flatMap((clause) => {
    const expr = clause.kind === 'expr' ? clauseExpr(clause) : undefined;
    return expr === undefined ? [] : [expr];
  });
}
