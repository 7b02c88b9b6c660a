/** Builds the effects of functions and closures from the program model, within one file. */
import { closureTiming } from '../catalog/closures';
import { isInertFunction } from '../catalog/inert-calls';
import { calleeOf, closureCall, isInertCall } from './callees';
import { evaluateCondition } from './conditions';
import type { ArgEffects, Effect, TokenRef } from './effect-types';
import { endsNothing } from './empty-ends';
import type { Arg, Block, CallExpr, Expr, FunctionDecl, Stmt } from './ir';
import { type Resolver, unwrap } from './resolve';
import type { Declaration, FunctionScope } from './scopes';
import { type Performed, performedSelector } from './selector-calls';
import type { TaskCalls } from './task-calls';
import type { TypeInference } from './types';
import { childExprs, stmtBlocks, stmtExprs } from './walk';

/** Closures nested deeper than this count as unknown. */
const maxNesting = 16;

interface Frame {
  /** The function whose parameters can be named in effects. */
  readonly root: FunctionScope | undefined;
  /** Functions being inlined, against recursion. */
  readonly active: readonly FunctionDecl[];
  readonly out: Effect[];
}

export class EffectBuilder {
  readonly #resolver: Resolver;
  readonly #types: TypeInference;
  readonly #calls: TaskCalls;

  constructor(resolver: Resolver, types: TypeInference, calls: TaskCalls) {
    this.#resolver = resolver;
    this.#types = types;
    this.#calls = calls;
  }

  /** Effects of running the body of `fn`, in terms of its own parameters. */
  ofFunction(fn: FunctionDecl): readonly Effect[] {
    const root = this.#resolver.scopes.scopeOfFunction(fn);
    return this.#inline(fn, { root, active: [], out: [] });
  }

  /** Effects of running a value that is a closure; `undefined` when it is not known to be one. */
  ofClosure(value: Expr): readonly Effect[] | undefined {
    return this.#closure(value, { root: undefined, active: [], out: [] });
  }

  /** Effects of evaluating an expression outside of any function. */
  ofInitialiser(value: Expr): readonly Effect[] {
    return this.ofExpression(value, undefined);
  }

  /** Effects of evaluating an expression of `fn`, in terms of its parameters. */
  ofExpression(value: Expr, fn: FunctionDecl | undefined): readonly Effect[] {
    const root = fn === undefined ? undefined : this.#resolver.scopes.scopeOfFunction(fn);
    const out: Effect[] = [];
    this.#expr(value, { root, active: [], out });
    return out;
  }

  #inline(fn: FunctionDecl, frame: Frame): readonly Effect[] {
    if (fn.body === undefined || frame.active.includes(fn)) return [];
    if (frame.active.length >= maxNesting) return [{ kind: 'unknown', at: fn.nameRange }];
    const out: Effect[] = [];
    const { start, end } = fn.body.range;
    const isBroken = this.#resolver.program.errors.some((error) => error.start < end && start < error.end);
    if (isBroken) out.push({ kind: 'unknown', at: fn.nameRange });
    this.#block(fn.body, { root: frame.root, active: [...frame.active, fn], out });
    return out;
  }

  #block(block: Block, frame: Frame): void {
    block.statements.forEach((stmt, i) => {
      const before = block.statements.slice(0, i);
      if (!endsNothing(stmt, before, this.#resolver, this.#calls)) this.#stmt(stmt, frame);
    });
  }

  #stmt(stmt: Stmt, frame: Frame): void {
    if (stmt.kind === 'function') return;
    if (stmt.kind === 'conditional') {
      this.#conditional(stmt, frame);
      return;
    }
    if (stmt.kind === 'unknown') frame.out.push({ kind: 'unknown', at: stmt.range });
    if (stmt.kind === 'loop') for (const initial of stmt.initial) this.#stmt(initial, frame);
    for (const expr of stmtExprs(stmt)) {
      // A closure kept in a variable runs where the variable is called.
      if (stmt.kind === 'var' && unwrap(expr).kind === 'closure') continue;
      this.#expr(expr, frame);
    }
    if (stmt.kind === 'expr') this.#getter(stmt.expr, frame);
    for (const block of stmtBlocks(stmt)) this.#block(block, frame);
  }

  /** `self.cleanUp;` runs a method in Objective-C. */
  #getter(expr: Expr, frame: Frame): void {
    if (expr.kind !== 'member' || expr.base === undefined || this.#resolver.language !== 'objc') return;
    if (!this.#resolver.isSelf(expr.base)) return;
    const callee = { on: 'self', name: expr.name } as const;
    frame.out.push({ kind: 'call', callee, selector: expr.name, args: [], at: expr.nameRange });
  }

  #conditional(stmt: Extract<Stmt, { kind: 'conditional' }>, frame: Frame): void {
    for (const { condition, body } of stmt.branches) {
      // Background tasks exist where UIApplication does; code for other platforms says nothing about them.
      if (evaluateCondition(condition, { platform: 'iOS' }) !== false) this.#block(body, frame);
    }
  }

  #expr(expr: Expr, frame: Frame): void {
    switch (expr.kind) {
      case 'call':
        this.#call(expr, frame);
        return;
      case 'closure':
        this.#maybe(this.#inline(expr.function, frame), frame);
        return;
      case 'control':
        this.#stmt(expr.statement, frame);
        return;
      case 'member':
        this.#maybe(this.#endReference(expr), frame);
        if (expr.base !== undefined) this.#expr(expr.base, frame);
        return;
      case 'assign':
        for (const child of childExprs(expr)) this.#expr(child, frame);
        this.#setter(expr.target, frame);
        return;
      default:
        for (const child of childExprs(expr)) this.#expr(child, frame);
    }
  }

  #maybe(effects: readonly Effect[], frame: Frame): void {
    if (effects.length > 0) frame.out.push({ kind: 'maybe', effects });
  }

  /** Setters and observers of an own property run when it is assigned. */
  #setter(target: Expr, frame: Frame): void {
    const place = this.#resolver.place(target);
    if (place.kind !== 'property') return;
    const known = this.#resolver.property(this.#resolver.typeAround(unwrap(target)), place.name);
    if (known !== undefined && known.accessors.length === 0 && this.#resolver.language === 'swift') return;
    const callee = { on: 'self', name: `${place.name}.set` } as const;
    frame.out.push({ kind: 'call', callee, selector: undefined, args: [], at: target.range });
  }

  #call(call: CallExpr, frame: Frame): void {
    if (this.#calls.ends(call) !== 'no') {
      const token =
        call.args[0] === undefined
          ? ({ kind: 'unknown' } as const)
          : this.token(call.args[0].value, frame.root);
      frame.out.push({ kind: 'end', token, at: call.nameRange });
      return;
    }
    if (this.#calls.begins(call) !== 'no') {
      const handler = this.#calls.handler(call);
      const effects = handler === undefined ? undefined : this.#closure(handler, frame);
      frame.out.push({ kind: 'begin', at: call.nameRange, handler: effects ?? [] });
      return;
    }
    if (call.name === '' && call.receiver !== undefined) {
      this.#immediate(call, call.receiver, frame);
      return;
    }
    const performed = performedSelector(call, this.#resolver);
    if (performed !== undefined) {
      this.#perform(call, performed, frame);
      return;
    }
    if (call.receiver !== undefined) this.#expr(call.receiver, frame);
    const args = call.args.map((arg) => this.#arg(arg, frame));
    const declaration = call.receiver === undefined ? this.#resolver.scopes.declaration(call) : undefined;
    if (declaration === undefined) {
      this.#apply(call, args, frame);
      return;
    }
    for (const arg of args) if (arg.effects !== undefined) this.#maybe(arg.effects, frame);
    frame.out.push(...this.#running(declaration, call, frame));
  }

  #perform(call: CallExpr, { method, timing }: Performed, frame: Frame): void {
    const at = call.nameRange;
    const callee = { on: 'self', name: method } as const;
    const effects: Effect[] = [{ kind: 'call', callee, selector: method, args: [], at }];
    if (timing === 'sync') frame.out.push(...effects);
    else frame.out.push(timing === 'async' ? { kind: 'hop', at, effects } : { kind: 'maybe', effects });
  }

  /** `{ … }()` */
  #immediate(call: CallExpr, receiver: Expr, frame: Frame): void {
    const value = unwrap(receiver);
    if (value.kind === 'closure') frame.out.push(...this.#inline(value.function, frame));
    else {
      this.#expr(receiver, frame);
      frame.out.push({ kind: 'unknown', at: call.nameRange });
    }
    for (const arg of call.args) this.#expr(arg.value, frame);
  }

  #arg(arg: Arg, frame: Frame): ArgEffects {
    const effects = this.#closure(arg.value, frame);
    if (effects === undefined) this.#expr(arg.value, frame);
    return { label: arg.label, isTrailing: arg.isTrailing, effects };
  }

  /** A call that leaves this function's own closures and local functions. */
  #apply(call: CallExpr, args: readonly ArgEffects[], frame: Frame): void {
    const callee = calleeOf(call, this.#resolver, this.#types);
    const shape = closureCall(call, callee);
    const rest: ArgEffects[] = [];
    let isTimed = false;
    for (const arg of args) {
      const timing = shape === undefined ? undefined : closureTiming(shape, arg.label);
      isTimed ||= timing !== undefined;
      if (timing === undefined || arg.effects === undefined) rest.push(arg);
      else if (timing === 'sync') frame.out.push(...arg.effects);
      else if (arg.effects.length > 0)
        frame.out.push({ kind: 'hop', at: call.nameRange, effects: arg.effects });
    }
    const isInert =
      isTimed ||
      callee === undefined ||
      isInertCall(call, callee) ||
      (callee.on === 'bare' && isInertFunction(callee.name));
    if (isInert) for (const arg of rest) this.#maybe(arg.effects ?? [], frame);
    else frame.out.push({ kind: 'call', callee, selector: call.selector, args: rest, at: call.nameRange });
  }

  /** Effects of running `value`; `undefined` when it is not a closure as far as can be seen. */
  #closure(value: Expr, frame: Frame): readonly Effect[] | undefined {
    const target = unwrap(value);
    if (target.kind === 'closure') return this.#inline(target.function, frame);
    if (target.kind === 'member') {
      const ends = this.#endReference(target);
      return ends.length > 0 ? ends : this.#methodReference(target);
    }
    if (target.kind !== 'name') return undefined;
    const declaration = this.#resolver.scopes.declaration(target);
    if (declaration === undefined) {
      const isMethod = this.#isMethod(target);
      const callee = { on: 'bare', name: target.name } as const;
      return isMethod
        ? [{ kind: 'call', callee, selector: undefined, args: [], at: target.range }]
        : undefined;
    }
    const isFunction =
      declaration.kind === 'function' ||
      declaration.type?.isFunction === true ||
      this.#holdsClosure(declaration);
    return isFunction ? this.#running(declaration, target, frame) : undefined;
  }

  #isMethod(name: Extract<Expr, { kind: 'name' }>): boolean {
    const type = this.#resolver.typeAround(name);
    const own = type === undefined ? [] : this.#resolver.functions(type, name.name);
    return [...own, ...this.#resolver.functions(undefined, name.name)].length > 0;
  }

  /** `self.finish` as a value. */
  #methodReference(target: Extract<Expr, { kind: 'member' }>): readonly Effect[] | undefined {
    if (target.base === undefined || !this.#resolver.isSelf(target.base)) return undefined;
    const type = this.#resolver.typeAround(target);
    if (type === undefined || this.#resolver.functions(type, target.name).length === 0) return undefined;
    const callee = { on: 'self', name: target.name } as const;
    return [{ kind: 'call', callee, selector: undefined, args: [], at: target.nameRange }];
  }

  /** `UIApplication.shared.endBackgroundTask` as a value. */
  #endReference(target: Extract<Expr, { kind: 'member' }>): readonly Effect[] {
    const isEnd = this.#calls.isEndReference(target);
    return isEnd ? [{ kind: 'end', token: { kind: 'unknown' }, at: target.nameRange }] : [];
  }

  #values(declaration: Declaration): Expr[] {
    const root = this.#resolver.root(declaration);
    const values = [...(root.value === undefined ? [] : [root.value]), ...this.#resolver.assignments(root)];
    return values.map(unwrap);
  }

  #holdsClosure(declaration: Declaration): boolean {
    return this.#values(declaration).some((value) => value.kind === 'closure');
  }

  /** Effects of calling what a local name stands for. */
  #running(declaration: Declaration, site: Expr, frame: Frame): readonly Effect[] {
    const at = site.kind === 'call' ? site.nameRange : site.range;
    const root = this.#resolver.root(declaration);
    if (root.fn !== undefined) return this.#inline(root.fn, frame);
    if (root.kind === 'param' && root.index !== undefined && root.owner === frame.root) {
      return [{ kind: 'invoke', param: root.index, at }];
    }
    const values = this.#values(root).filter((value) => !isEmptyClosure(value));
    const effects = values.map((value): readonly Effect[] =>
      value.kind === 'closure' ? this.#inline(value.function, frame) : [{ kind: 'unknown', at }],
    );
    return values.length === 0 ? [{ kind: 'unknown', at }] : effects.flat();
  }

  /** The identifier that an expression names. */
  token(expr: Expr, root: FunctionScope | undefined): TokenRef {
    const place = this.#resolver.place(expr);
    if (place.kind === 'property' || place.kind === 'foreign') return place;
    if (place.kind !== 'local') return { kind: 'unknown' };
    const { declaration } = place;
    if (declaration.kind === 'param' && declaration.owner === root && declaration.index !== undefined) {
      return { kind: 'param', index: declaration.index };
    }
    if (isTakenOut(declaration)) return { kind: 'unknown' };
    return { kind: 'local', name: declaration.name, at: declaration.at };
  }
}

/** `taskID.map { end($0) }`, `case .some(let id)`, `for id in ids`: the identifier may be that of any variable. */
function isTakenOut({ kind, value, owner }: Declaration): boolean {
  return (kind === 'binding' && value === undefined) || (kind === 'param' && owner.closure !== undefined);
}

/** `var finished: () -> Void = {}` is a placeholder for a closure assigned later. */
function isEmptyClosure(value: Expr): boolean {
  if (value.kind === 'literal') return value.type === 'nil';
  return value.kind === 'closure' && value.function.body?.statements.length === 0;
}
