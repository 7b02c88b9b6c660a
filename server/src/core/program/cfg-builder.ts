/** Builds control-flow graphs: straight-line code, ways out and what has to run on them. */
import { neverReturning } from '../catalog/inert-calls';
import type { Platform } from '../project/types';
import type { TextRange } from '../text';
import type { Assumption, Cfg, CfgEdge, CfgNode, Exit, Step } from './cfg';
import { buildBranch, buildLoop, buildSwitch, buildTry } from './cfg-branches';
import { evaluateCondition } from './conditions';
import type { Block, Expr, Stmt } from './ir';
import { unwrap } from './resolve';
import { childExprs, stmtBlocks, stmtExprs } from './walk';

const maxNodes = 6000;

/** A node, or nothing where control does not arrive. */
export type Point = number | undefined;

/** What `break` and `continue` mean inside of a statement, and how many scopes are open around it. */
export interface Target {
  readonly label: string | undefined;
  readonly breakTo: number;
  readonly continueTo: number | undefined;
  /** Whether a `break` without a label means it. */
  readonly takesPlainBreak: boolean;
}

interface MutableNode {
  step: Step;
  readonly edges: CfgEdge[];
}

export class CfgBuilder {
  readonly #nodes: MutableNode[] = [];
  readonly #platform: Platform;
  #isFollowable = true;
  /** Deferred blocks of the open scopes, outermost scope first, each in the order they were met. */
  #scopes: Block[][] = [];
  readonly #targets: (Target & { readonly depth: number })[] = [];
  /** Where errors go: the catch clauses, or out of the function. */
  readonly #catchers: { readonly to: number; readonly depth: number }[] = [];

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  build(body: Block): Cfg | undefined {
    const entry = this.add({ kind: 'none' });
    const last = this.block(body, entry);
    const brace = { start: Math.max(body.range.start, body.range.end - 1), end: body.range.end };
    this.#exit(last, { kind: 'end', range: brace });
    return this.#isFollowable ? { nodes: this.#nodes satisfies readonly CfgNode[] } : undefined;
  }

  giveUp(): void {
    this.#isFollowable = false;
  }

  add(step: Step): number {
    if (this.#nodes.length >= maxNodes) this.giveUp();
    return this.#nodes.push({ step, edges: [] }) - 1;
  }

  connect(from: Point, to: number, assume?: Assumption, isThrow = false): void {
    if (from !== undefined) this.#nodes[from]?.edges.push({ to, assume, isThrow });
  }

  /** A new node after `from`. */
  then(from: Point, step: Step, assume?: Assumption): Point {
    if (from === undefined || !this.#isFollowable) return undefined;
    const node = this.add(step);
    this.connect(from, node, assume);
    return node;
  }

  /** Evaluates an expression; `try` inside of it may leave. */
  evaluate(from: Point, expr: Expr, step: Step = { kind: 'eval', expr }): Point {
    const node = this.then(from, step);
    const thrower = findTry(expr);
    if (node !== undefined && thrower !== undefined)
      this.#throwFrom(node, { kind: 'try', range: thrower.range }, true);
    return node;
  }

  /** Statements of a block in a scope of their own. */
  block(block: Block, from: Point): Point {
    this.#scopes.push([]);
    const last = this.#statements(block.statements, from);
    const after = this.#runDeferred(last, this.#scopes.length - 1);
    this.#scopes.pop();
    return after;
  }

  /** Runs `inside` with `cleanup` on every way out of it. */
  withCleanup(cleanup: Block | undefined, from: Point, inside: (from: Point) => Point): Point {
    this.#scopes.push(cleanup === undefined ? [] : [cleanup]);
    const after = this.#runDeferred(inside(from), this.#scopes.length - 1);
    this.#scopes.pop();
    return after;
  }

  withTarget(target: Target, inside: () => void): void {
    this.#targets.push({ ...target, depth: this.#scopes.length });
    inside();
    this.#targets.pop();
  }

  withCatcher(to: number, inside: () => void): void {
    this.#catchers.push({ to, depth: this.#scopes.length });
    inside();
    this.#catchers.pop();
  }

  /** Whether control arrives at a node from anywhere. */
  isReached(node: number): boolean {
    return this.#nodes.some(({ edges }) => edges.some(({ to }) => to === node));
  }

  /** An error leaves from here to the next catch clause or out of the function. */
  throwOn(from: Point, exit: Exit): void {
    if (from !== undefined) this.#throwFrom(from, exit, false);
  }

  #throwFrom(from: number, exit: Exit, isThrow: boolean): void {
    const catcher = this.#catchers.at(-1);
    const start = this.add({ kind: 'none' });
    this.connect(from, start, undefined, isThrow);
    const last = this.#runDeferred(start, catcher?.depth ?? 0);
    if (catcher === undefined) this.then(last, { kind: 'exit', exit });
    else this.connect(last, catcher.to);
  }

  #exit(from: Point, exit: Exit): void {
    this.then(this.#runDeferred(from, 0), { kind: 'exit', exit });
  }

  /** Copies the deferred blocks of all scopes from the innermost out to `depth`. */
  #runDeferred(from: Point, depth: number): Point {
    const saved = this.#scopes;
    let current = from;
    for (let i = saved.length - 1; i >= depth && current !== undefined; i--) {
      // A deferred block sees the scopes around it, and not itself.
      this.#scopes = saved.slice(0, i);
      for (const deferred of [...(saved[i] ?? [])].reverse()) current = this.block(deferred, current);
    }
    this.#scopes = saved;
    return current;
  }

  #statements(statements: readonly Stmt[], from: Point): Point {
    let current = from;
    for (const stmt of statements) {
      if (current === undefined) return undefined;
      current = this.#statement(stmt, current);
    }
    return current;
  }

  #statement(stmt: Stmt, from: number): Point {
    switch (stmt.kind) {
      case 'expr': {
        const node = this.evaluate(from, stmt.expr);
        return leavesForGood(stmt.expr) ? undefined : node;
      }
      case 'var': {
        const { variable } = stmt;
        const step: Step = { kind: 'declare', variable };
        return variable.initial === undefined
          ? this.then(from, step)
          : this.evaluate(from, variable.initial, step);
      }
      case 'return':
      case 'throw':
        return this.#leave(stmt, from);
      case 'jump':
        return this.#jump(stmt.jump, stmt.label, from);
      case 'defer':
        this.#scopes.at(-1)?.push(stmt.body);
        return from;
      case 'function':
        return from;
      case 'unknown':
        return this.then(from, { kind: 'unknown', exprs: stmt.exprs });
      default:
        return this.#compound(stmt, from);
    }
  }

  #compound(
    stmt: Extract<Stmt, { kind: 'if' | 'guard' | 'switch' | 'loop' | 'try' | 'block' | 'conditional' }>,
    from: number,
  ): Point {
    switch (stmt.kind) {
      case 'if':
      case 'guard':
        return buildBranch(this, stmt, from);
      case 'switch':
        return buildSwitch(this, stmt, from);
      case 'loop':
        return buildLoop(this, stmt, from);
      case 'try':
        return buildTry(this, stmt, from);
      case 'conditional':
        return this.#conditional(stmt, from);
      case 'block': {
        const start = stmt.subject === undefined ? from : this.evaluate(from, stmt.subject);
        const after = this.add({ kind: 'none' });
        const target = { label: stmt.label, breakTo: after, continueTo: undefined, takesPlainBreak: false };
        this.withTarget(target, () => this.connect(this.block(stmt.body, start), after));
        return after;
      }
    }
  }

  #leave(stmt: Extract<Stmt, { kind: 'return' | 'throw' }>, from: number): Point {
    const { value, kind, range } = stmt;
    const node = value === undefined ? from : this.evaluate(from, value, { kind: 'result', expr: value });
    if (kind === 'throw') this.throwOn(node, { kind, range });
    else this.#exit(node, { kind: stmt.implicit ? 'end' : kind, range });
    return undefined;
  }

  #jump(jump: string, label: string | undefined, from: number): Point {
    if (jump === 'goto') this.giveUp();
    // `fallthrough` is the case's own property.
    if (jump === 'goto' || jump === 'fallthrough') return from;
    const isMeant = (target: Target): boolean => {
      if (label !== undefined) return target.label === label;
      return jump === 'continue' ? target.continueTo !== undefined : target.takesPlainBreak;
    };
    const target = this.#targets.findLast(isMeant);
    const to = jump === 'continue' ? target?.continueTo : target?.breakTo;
    if (target === undefined || to === undefined) this.giveUp();
    else this.connect(this.#runDeferred(from, target.depth), to);
    return undefined;
  }

  #conditional(stmt: Extract<Stmt, { kind: 'conditional' }>, from: number): Point {
    const after = this.add({ kind: 'none' });
    let isDecided = hasElse(stmt);
    for (const { condition, body } of stmt.branches) {
      const holds = evaluateCondition(condition, { platform: this.#platform });
      if (holds === false) continue;
      isDecided ||= holds === true;
      const key = JSON.stringify(condition);
      const start = this.then(from, { kind: 'none' }, holds ? undefined : { kind: 'fact', key, value: true });
      this.connect(this.#statements(body.statements, start), after);
    }
    if (!isDecided) this.connect(from, after, none(stmt));
    return after;
  }
}

/** Whether the last branch says nothing but that the ones before it do not hold. */
function hasElse({ branches }: Extract<Stmt, { kind: 'conditional' }>): boolean {
  const last = branches.at(-1)?.condition;
  if (last === undefined || branches.length === 1) return false;
  const parts = last.kind === 'and' ? last.operands : [last];
  return parts.length === branches.length - 1 && parts.every(({ kind }) => kind === 'not');
}

/** No branch of an `#if` without `#else` is compiled. */
function none(stmt: Extract<Stmt, { kind: 'conditional' }>): Assumption | undefined {
  const [only] = stmt.branches;
  return stmt.branches.length === 1 && only !== undefined
    ? { kind: 'fact', key: JSON.stringify(only.condition), value: false }
    : undefined;
}

/** The first `try` that can leave, outside of closures. */
function findTry(expr: Expr): { readonly range: TextRange } | undefined {
  if (expr.kind === 'try') {
    // `try?` and `try!` cover everything inside of them.
    return expr.form === 'try' ? expr : undefined;
  }
  if (expr.kind === 'control') return findTryIn([expr.statement]);
  for (const child of childExprs(expr)) {
    const found = findTry(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findTryIn(statements: readonly Stmt[]): { readonly range: TextRange } | undefined {
  for (const stmt of statements) {
    // A `do` inside of an expression may catch what is thrown in it.
    if (stmt.kind === 'try') continue;
    for (const expr of stmtExprs(stmt)) {
      const found = findTry(expr);
      if (found !== undefined) return found;
    }
    const found = findTryIn(stmtBlocks(stmt).flatMap((block) => block.statements));
    if (found !== undefined) return found;
  }
  return undefined;
}

function leavesForGood(expr: Expr): boolean {
  const value = unwrap(expr);
  return value.kind === 'call' && value.receiver === undefined && neverReturning.has(value.name);
}
