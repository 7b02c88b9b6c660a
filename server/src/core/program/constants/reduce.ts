/** Reduces expressions of one file to their constant parts. Locals and parameters are replaced by what they hold. */
import { contains, type TextRange } from '../../text';
import type { Block, CallExpr, Expr, FunctionDecl, ProgramFile, Stmt, TypeRef } from '../ir';
import { type Resolver, resolverOf, unwrap } from '../resolve';
import type { Declaration } from '../scopes';
import { walkFunction } from '../walk';
import { argumentsOf } from './callers';
import { caseName, isOnSelf, type SwitchStmt, switchOnSelf } from './cases';
import { placesWithoutBundle } from './dead-ends';
import { bounded, joined, memberOfObject, plainType, rawValueOf, typed, within } from './exprs';
import { calleeOf, passedExpr } from './foreign-callers';
import { localValue } from './locals';
import { elementsOf, isBundleIdentifier, pathOf, textParts } from './shapes';
import { type CaseValue, type ConstantExpr, choice, unknownExpr } from './types';

/** Expressions looked at for one value; what needs more is unknown. */
const maxSteps = 600;
const maxDepth = 40;

export class Reducer {
  readonly program: ProgramFile;
  #steps = 0;
  #depth = 0;
  /** What is being worked out at the moment; meeting it again is a cycle. */
  readonly #active = new Set<Declaration | FunctionDecl>();
  /** The function whose result is summarised: its parameters stay open. */
  #summarised: FunctionDecl | undefined;
  /** Whether calls anywhere in the file were looked at. */
  #sawCallers = false;

  constructor(program: ProgramFile) {
    this.program = program;
  }

  /** Made when first asked for: most constants are literals. */
  get resolver(): Resolver {
    return resolverOf(this.program);
  }

  /** What an expression inside of a function or initialiser is worth. Never throws. */
  reduce(expr: Expr): ConstantExpr {
    if (this.#depth === 0) this.#steps = 0;
    if (++this.#steps > maxSteps || this.#depth > maxDepth || this.#isBroken(expr.range)) return unknownExpr;
    this.#depth++;
    try {
      return bounded(this.#reduced(unwrap(expr)));
    } finally {
      this.#depth--;
    }
  }

  /** What a function returns, with its parameters left open. */
  summary(fn: FunctionDecl): ConstantExpr {
    const outer = this.#summarised;
    this.#summarised = fn;
    try {
      return this.returned(fn);
    } finally {
      this.#summarised = outer;
    }
  }

  /** What `work` answers, and whether it follows from the members alone that were reduced. */
  observed<T>(work: () => T): { readonly value: T; readonly isOwn: boolean } {
    const outer = this.#sawCallers;
    this.#sawCallers = false;
    const value = work();
    const isOwn = !this.#sawCallers;
    this.#sawCallers ||= outer;
    return { value, isOwn };
  }

  /** Everything that a function returns. */
  returned(fn: FunctionDecl): ConstantExpr {
    if (fn.body !== undefined && this.#isBroken(fn.body.range)) return unknownExpr;
    return this.guarded(fn, () => {
      const switched = switchOnSelf(fn.body);
      if (switched !== undefined) return bounded(typed(this.#byCase(switched), fn.returns));
      const values: ConstantExpr[] = [];
      const unreached = placesWithoutBundle(fn);
      walkFunction(fn, {
        stmt: (stmt) => {
          if (stmt.kind !== 'return' || unreached.some((place) => contains(place, stmt.range))) return;
          values.push(stmt.value === undefined ? unknownExpr : typed(this.reduce(stmt.value), fn.returns));
        },
        enterFunction: (inner) => inner === fn,
      });
      return bounded(choice(values));
    });
  }

  /** Whether something in a range could not be parsed: the rest of it may mean anything. */
  #isBroken({ start, end }: TextRange): boolean {
    return this.program.errors.some((error) => error.start < end && start < error.end);
  }

  /** Runs `work` unless it is already at it for the same subject. */
  guarded(subject: Declaration | FunctionDecl, work: () => ConstantExpr): ConstantExpr {
    if (this.#active.has(subject)) return unknownExpr;
    this.#active.add(subject);
    try {
      return work();
    } finally {
      this.#active.delete(subject);
    }
  }

  #all(exprs: readonly Expr[]): ConstantExpr[] {
    return exprs.map((expr) => this.reduce(expr));
  }

  #reduced(expr: Expr): ConstantExpr {
    if (isBundleIdentifier(expr)) return { kind: 'bundle-identifier' };
    switch (expr.kind) {
      case 'literal':
        return this.#literal(expr);
      case 'name':
        return this.#name(expr);
      case 'member':
        return this.#member(expr);
      case 'binary':
        return this.#binary(expr);
      case 'ternary':
        return choice(this.#all([expr.then, expr.otherwise]));
      case 'collection':
        return expr.form === 'array' ? { kind: 'union', parts: this.#all(expr.elements) } : unknownExpr;
      case 'call':
        return this.#call(expr);
      case 'control':
        return this.#control(expr.statement);
      case 'assign':
        return expr.op === '=' ? this.reduce(expr.value) : unknownExpr;
      default:
        return unknownExpr;
    }
  }

  #literal(expr: Extract<Expr, { kind: 'literal' }>): ConstantExpr {
    if (expr.parts !== undefined)
      return joined(
        expr.parts.map((part) =>
          typeof part === 'string' ? { kind: 'text', value: part } : this.reduce(part),
        ),
      );
    switch (expr.type) {
      case 'string':
        return { kind: 'text', value: expr.value };
      case 'number':
        return { kind: 'number', value: expr.value };
      case 'bool':
        return { kind: 'bool', value: expr.value === 'true' };
      case 'nil':
        return { kind: 'nil' };
    }
  }

  #name(expr: Extract<Expr, { kind: 'name' }>): ConstantExpr {
    const declaration = this.resolver.scopes.declaration(expr);
    if (declaration === undefined) return { kind: 'reference', path: [expr.name] };
    return this.guarded(declaration, () => typed(this.#local(declaration, expr), declaration.type));
  }

  #local(declaration: Declaration, use: Expr): ConstantExpr {
    if (declaration.captured !== undefined) return this.#local(declaration.captured, use);
    switch (declaration.kind) {
      case 'function':
        return unknownExpr;
      case 'binding':
        return declaration.value === undefined ? unknownExpr : this.reduce(declaration.value);
      case 'param':
        return this.#parameter(declaration);
      case 'variable':
        return localValue(this, declaration, use);
    }
  }

  #parameter(declaration: Declaration): ConstantExpr {
    const { fn } = declaration.owner;
    const { index } = declaration;
    if (fn === undefined || index === undefined || this.resolver.assignments(declaration).length > 0)
      return unknownExpr;
    if (fn === this.#summarised) return { kind: 'param', index };
    this.#sawCallers = true;
    const { values, isComplete } = argumentsOf(this.resolver, declaration.owner, index);
    const own = choice(
      values.map((value) => this.#passed(value, declaration)),
      isComplete,
    );
    const callee = isComplete ? undefined : calleeOf(declaration.owner, this.program);
    return callee === undefined ? own : passedExpr(declaration.owner, callee, index, own, this);
  }

  /** An argument for a parameter; it may stand in another type than the function. */
  #passed(value: Expr, { owner }: Declaration): ConstantExpr {
    const type = this.resolver.scopes.scopeOf(value)?.type?.path ?? '';
    const reduced = this.reduce(value);
    return type === (owner.type?.path ?? '') ? reduced : within(type, reduced);
  }

  #member(expr: Extract<Expr, { kind: 'member' }>): ConstantExpr {
    if (expr.base === undefined) return { kind: 'member', name: expr.name };
    if (expr.name === 'rawValue') return rawValueOf(this.reduce(expr.base));
    const path = this.#path(expr);
    if (path !== undefined) return { kind: 'reference', path };
    return this.#memberOfLocal(expr.base, expr.name);
  }

  /** What the local holds may be known better than by its type. */
  #memberOfLocal(base: Expr, name: string): ConstantExpr {
    const type = this.#objectPath(base);
    const of = unwrap(base).kind === 'name' ? this.reduce(base) : unknownExpr;
    if (of.kind === 'reference' && of.isOfObject !== true)
      return { kind: 'reference', path: [...of.path, name] };
    if (type === undefined) return unknownExpr;
    return of.kind === 'unknown' ? memberOfObject(type, name) : { kind: 'property', of, type, name };
  }

  /** What something is called on: a path that starts at a type, a global, or `self`. */
  receiverPath(expr: Expr): readonly string[] | undefined {
    return this.#path(expr) ?? this.#objectPath(expr);
  }

  /** A path that starts at a local object or a new one, by its type. */
  #objectPath(expr: Expr): readonly string[] | undefined {
    const value = unwrap(expr);
    if (value.kind === 'call' && value.constructs !== undefined) return value.constructs.split('.');
    if (value.kind === 'member' && value.base !== undefined) {
      const path = this.#objectPath(value.base);
      return path && [...path, value.name];
    }
    const declaration = value.kind === 'name' ? this.resolver.scopes.declaration(value) : undefined;
    if (declaration === undefined || declaration.captured !== undefined) return undefined;
    if (declaration.type !== undefined) return plainType(declaration.type);
    const { kind, value: initial } = declaration;
    const made = kind === 'variable' && initial !== undefined ? unwrap(initial) : undefined;
    return made?.kind === 'call' ? made.constructs?.split('.') : undefined;
  }

  /** A path that starts at a type, a global or `self`; aliases of `self` are spelled out. */
  #path(expr: Expr): readonly string[] | undefined {
    const path = pathOf(expr);
    const head = headOf(expr);
    if (path === undefined || head === undefined) return undefined;
    if (this.resolver.scopes.declaration(head) === undefined) return path;
    return this.resolver.isSelf(head) ? ['self', ...path.slice(1)] : undefined;
  }

  #binary(expr: Extract<Expr, { kind: 'binary' }>): ConstantExpr {
    switch (expr.op) {
      case '+':
        return joined(this.#all([expr.left, expr.right]));
      case '|':
        return { kind: 'union', parts: this.#all([expr.left, expr.right]) };
      case '??': {
        const left = this.reduce(expr.left);
        if (left.kind === 'bundle-identifier' || left.kind === 'text') return left;
        return choice([left, this.reduce(expr.right)]);
      }
      default:
        return unknownExpr;
    }
  }

  #call(call: CallExpr): ConstantExpr {
    const parts = textParts(call);
    if (parts !== undefined)
      return joined(
        parts.map((part) => (typeof part === 'string' ? { kind: 'text', value: part } : this.reduce(part))),
      );
    const elements = elementsOf(call);
    if (elements !== undefined) return { kind: 'union', parts: this.#all(elements) };
    const receiver = call.receiver && unwrap(call.receiver);
    if (call.name === '' && receiver?.kind === 'closure' && call.args.length === 0)
      return this.returned(receiver.function);
    if (call.name === 'union' && receiver !== undefined)
      return { kind: 'union', parts: this.#all([receiver, ...call.args.map(({ value }) => value)]) };
    const [first] = call.args;
    const makes = call.constructs !== undefined || (call.isImplicitMember && call.name === 'init');
    if (makes) return first?.label === 'rawValue' ? this.reduce(first.value) : unknownExpr;
    if (call.isImplicitMember) return { kind: 'member', name: call.name };
    return this.#ownCall(call);
  }

  #ownCall(call: CallExpr): ConstantExpr {
    const local = call.receiver === undefined ? this.resolver.scopes.declaration(call) : undefined;
    if (local !== undefined) {
      const isPlain = local.fn !== undefined && local.fn.params.length === 0;
      return isPlain ? this.returned(local.fn) : unknownExpr;
    }
    const base = call.receiver === undefined ? [] : this.#path(call.receiver);
    if (base === undefined || call.name === '') return unknownExpr;
    const path = [...base, call.selector ?? call.name];
    if (call.args.length === 0 && call.selector !== undefined) return { kind: 'reference', path };
    return {
      kind: 'call',
      path,
      args: call.args.map(({ label, value }) => ({ label, value: this.reduce(value) })),
    };
  }

  /** `if` and `switch` as expressions. */
  #control(statement: Stmt): ConstantExpr {
    if (statement.kind === 'if' && statement.otherwise !== undefined)
      return choice([this.#last(statement.then), this.#last(statement.otherwise)]);
    if (statement.kind !== 'switch') return unknownExpr;
    return isOnSelf(statement)
      ? this.#byCase(statement)
      : choice(statement.cases.map(({ body }) => this.#last(body)));
  }

  #byCase({ cases, exhaustive }: SwitchStmt): ConstantExpr {
    const values = cases.flatMap(({ patterns, isDefault, body, fallsThrough }): readonly CaseValue[] => {
      const names = patterns.map((each) => caseName(each.pattern.text));
      const isPlain = patterns.every((each) => each.where === undefined) && !names.includes(undefined);
      const value = isPlain && !fallsThrough ? this.#last(body) : unknownExpr;
      return [{ names: isDefault ? [] : names.filter((name) => name !== undefined), value }];
    });
    const isClear = values.every(({ names }, index) => names.length > 0 || cases[index]?.isDefault === true);
    return isClear ? { kind: 'by-case', cases: values, isComplete: exhaustive } : unknownExpr;
  }

  #last(block: Block): ConstantExpr {
    const last = block.statements.at(-1);
    if (last?.kind === 'expr') return this.reduce(last.expr);
    if (last?.kind === 'return' && last.value !== undefined && block.statements.length === 1)
      return this.reduce(last.value);
    return last?.kind === 'if' || last?.kind === 'switch' ? this.#control(last) : unknownExpr;
  }

  /** A value where a type is declared. */
  declared(initial: Expr, type: TypeRef | undefined): ConstantExpr {
    return typed(this.reduce(initial), type);
  }
}

/** The name that a chain of members begins with. */
export function headOf(expr: Expr): Expr | undefined {
  const value = unwrap(expr);
  if (value.kind === 'name') return value;
  const base = value.kind === 'member' ? value.base : value.kind === 'call' ? value.receiver : undefined;
  return base && headOf(base);
}
