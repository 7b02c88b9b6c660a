/** Where a value of code is written: the way back from an expression to its literals. */
import { argumentsOf } from '../../program/constants/callers';
import type { ConstantIndex, ConstantScope, FoundConstant } from '../../program/constants/constant-index';
import { isRawSelf } from '../../program/constants/evaluate';
import { plainType } from '../../program/constants/exprs';
import { isBundleIdentifier, pathOf, textParts } from '../../program/constants/shapes';
import { textOf } from '../../program/constants/values';
import type { Block, CallExpr, Expr, FunctionDecl, LiteralExpr, Stmt } from '../../program/ir';
import { resolverOf, unwrap } from '../../program/resolve';
import type { Declaration } from '../../program/scopes';
import { stmtBlocks, walkFunction } from '../../program/walk';
import type { ProgramUnit } from '../../rules/context';
import { declaredBy } from './declared-values';
import { constantPath, constantScope } from './paths';
import { formatPieces, literalPieces, type TextPiece } from './pieces';
import type { Files, TextValue } from './types';

export type Piece = TextPiece | { readonly kind: 'bundle-identifier' };

/** What a text is put together from, in order. */
export type Spelling = readonly Piece[];

const maxSpellings = 32;
const maxSteps = 400;
const maxDepth = 24;

const nothing: readonly Spelling[] = [];

export function spelledValue(spelling: Spelling): TextValue | undefined {
  const value = textOf(
    spelling.map((piece) => (piece.kind === 'text' ? piece.value : { symbol: 'bundle-identifier' })),
  );
  return value.kind === 'text' ? value : undefined;
}

/** Every way in which an expression may be spelled; what cannot be followed is left out. */
export class Tracer {
  readonly #files: Files;
  readonly #constants: ConstantIndex;
  #steps = 0;

  constructor(files: Files, constants: ConstantIndex) {
    this.#files = files;
    this.#constants = constants;
  }

  spellings(expr: Expr, unit: ProgramUnit, owner = ''): Promise<readonly Spelling[]> {
    this.#steps = 0;
    return this.#trace(expr, { unit, owner, depth: 0 });
  }

  async #trace(expr: Expr, outer: Frame): Promise<readonly Spelling[]> {
    if (++this.#steps > maxSteps || outer.depth > maxDepth) return nothing;
    const frame = { ...outer, depth: outer.depth + 1 };
    const value = unwrap(expr);
    if (isBundleIdentifier(value)) return [[{ kind: 'bundle-identifier' }]];
    switch (value.kind) {
      case 'literal':
        return this.#literal(value, frame);
      case 'name': {
        const own = isRawSelf(pathOf(value) ?? []) ? this.#ownCase(frame) : undefined;
        if (own !== undefined) return own;
        const declaration = resolverOf(frame.unit.program).scopes.declaration(value);
        return declaration === undefined
          ? this.#named([value.name], constantScope(value, frame.unit, frame.owner), frame)
          : this.#local(declaration, frame);
      }
      case 'member':
        return this.#member(value, frame);
      case 'binary':
        return this.#binary(value, frame);
      case 'ternary':
        return this.#any([value.then, value.otherwise], frame);
      case 'call':
        return this.#call(value, frame);
      case 'control':
        return this.#any(lastExprs(value.statement), frame);
      case 'assign':
        return this.#trace(value.value, frame);
      default:
        return nothing;
    }
  }

  async #any(exprs: readonly Expr[], frame: Frame): Promise<readonly Spelling[]> {
    const all: Spelling[] = [];
    for (const expr of exprs) all.push(...(await this.#trace(expr, frame)));
    return all.slice(0, maxSpellings);
  }

  /** Every combination of the spellings of parts. */
  async #joined(parts: readonly (TextPiece | Expr)[], frame: Frame): Promise<readonly Spelling[]> {
    let rows: readonly Spelling[] = [[]];
    for (const part of parts) {
      const options: readonly Spelling[] = part.kind === 'text' ? [[part]] : await this.#trace(part, frame);
      rows = rows.flatMap((row) => options.map((option) => [...row, ...option])).slice(0, maxSpellings);
    }
    return rows;
  }

  #literal(literal: LiteralExpr, frame: Frame): Promise<readonly Spelling[]> | readonly Spelling[] {
    const { type, value, range } = literal;
    if (type === 'string') return this.#joined(literalPieces(frame.unit, literal), frame);
    return type === 'number' ? [[{ kind: 'text', unit: frame.unit, value, literal: range }]] : nothing;
  }

  async #local(declaration: Declaration, frame: Frame): Promise<readonly Spelling[]> {
    if (declaration.captured !== undefined) return this.#local(declaration.captured, frame);
    const { kind, value, owner, index } = declaration;
    const resolver = resolverOf(frame.unit.program);
    if (kind === 'param' && index !== undefined)
      return this.#any(argumentsOf(resolver, owner, index).values, frame);
    if (kind !== 'variable' && kind !== 'binding') return nothing;
    return this.#any([...(value === undefined ? [] : [value]), ...resolver.assignments(declaration)], frame);
  }

  async #member(value: Extract<Expr, { kind: 'member' }>, frame: Frame): Promise<readonly Spelling[]> {
    if (value.base === undefined) return nothing;
    const own = isRawSelf(pathOf(value) ?? []) ? this.#ownCase(frame) : undefined;
    if (own !== undefined) return own;
    const path = constantPath(value, frame.unit);
    const found =
      path === undefined
        ? nothing
        : await this.#named(path, constantScope(value, frame.unit, frame.owner), frame);
    if (found.length > 0) return found;
    if (value.name === 'rawValue') return this.#trace(value.base, frame);
    return this.#ofObject(value, frame);
  }

  /** A member of a local object, by the type of the object. */
  async #ofObject(
    { base, name }: Extract<Expr, { kind: 'member' }>,
    frame: Frame,
  ): Promise<readonly Spelling[]> {
    const object = base && unwrap(base);
    const declaration =
      object?.kind === 'name' ? resolverOf(frame.unit.program).scopes.declaration(object) : undefined;
    const made = declaration?.value ?? object;
    const type =
      declaration?.type === undefined
        ? made?.kind === 'call'
          ? made.constructs
          : undefined
        : plainType(declaration.type)?.join('.');
    if (object === undefined || type === undefined) return nothing;
    return this.#declared(
      this.#constants.membersOf(type, name, constantScope(object, frame.unit, frame.owner)),
      frame,
    );
  }

  async #binary(
    { op, left, right }: Extract<Expr, { kind: 'binary' }>,
    frame: Frame,
  ): Promise<readonly Spelling[]> {
    if (op === '+') return this.#joined([left, right], frame);
    if (op !== '??') return nothing;
    return isBundleIdentifier(unwrap(left)) ? this.#trace(left, frame) : this.#any([left, right], frame);
  }

  async #call(call: CallExpr, frame: Frame): Promise<readonly Spelling[]> {
    const format = formatPieces(frame.unit, call);
    if (format !== undefined) return this.#joined(format, frame);
    const parts = textParts(call);
    if (parts !== undefined)
      return this.#joined(
        parts.map((part) => (typeof part === 'string' ? loosePiece(part, call, frame.unit) : part)),
        frame,
      );
    const [first] = call.args;
    const receiver = call.receiver && unwrap(call.receiver);
    if (call.name === '' && receiver?.kind === 'closure')
      return this.#any(returnedBy(receiver.function), frame);
    if (first?.label === 'rawValue') return this.#trace(first.value, frame);
    const local = resolverOf(frame.unit.program).scopes.declaration(call);
    if (call.receiver === undefined && local?.fn !== undefined) return this.#any(returnedBy(local.fn), frame);
    const base = call.receiver === undefined ? [] : constantPath(call.receiver, frame.unit);
    if (base === undefined || call.name === '') return nothing;
    return this.#named(
      [...base, call.selector ?? call.name],
      constantScope(call, frame.unit, frame.owner),
      frame,
    );
  }

  async #named(path: readonly string[], scope: ConstantScope, frame: Frame): Promise<readonly Spelling[]> {
    const { found } = this.#constants.lookUp(path, scope);
    if (found.length > 0) return this.#declared(found, frame);
    // A member of a case: `Kind.refresh.identifier`.
    const objects = path.length > 1 ? this.#constants.lookUp(path.slice(0, -1), scope).found : [];
    const all: Spelling[] = [];
    for (const object of objects) {
      const { uri, declaration } = object;
      if (declaration.isCase !== true) continue;
      const members = this.#constants.membersOf(declaration.owner, path.at(-1) ?? '', { uri, owner: '' });
      all.push(...(await this.#declared(members, { ...frame, self: object })));
    }
    return all;
  }

  /** The raw value of the case that a member is asked of. */
  #ownCase(frame: Frame): Promise<readonly Spelling[]> | undefined {
    const { self, ...outside } = frame;
    return self && this.#declared([self], outside);
  }

  async #declared(found: readonly FoundConstant[], frame: Frame): Promise<readonly Spelling[]> {
    const all: Spelling[] = [];
    for (const { uri, declaration } of found) {
      const unit = uri === frame.unit.uri ? frame.unit : await this.#files.unit(uri);
      if (unit?.kind !== 'program') continue;
      const inside = { ...frame, unit, owner: declaration.owner };
      all.push(...(await this.#any(declaredBy(unit.program, declaration).flatMap(valuesOf), inside)));
    }
    return all;
  }
}

interface Frame {
  readonly unit: ProgramUnit;
  /** Path of the type around, where the expression does not tell. */
  readonly owner: string;
  readonly depth: number;
  /** The case of an enumeration whose member is looked at. */
  readonly self?: FoundConstant;
}

function loosePiece(value: string, { range }: CallExpr, unit: ProgramUnit): TextPiece {
  return { kind: 'text', unit, value, literal: range };
}

function valuesOf(member: ReturnType<typeof declaredBy>[number]): readonly Expr[] {
  return 'kind' in member
    ? returnedBy(member)
    : [
        ...(member.initial === undefined ? [] : [member.initial]),
        ...member.accessors.filter(({ name }) => name === 'get').flatMap(returnedBy),
      ];
}

function returnedBy(fn: FunctionDecl): readonly Expr[] {
  const values: Expr[] = [];
  const [only] = fn.body?.statements ?? [];
  if (fn.body?.statements.length === 1 && only !== undefined) values.push(...lastExprs(only));
  walkFunction(fn, {
    stmt: (stmt) => {
      if (stmt.kind === 'return' && stmt.value !== undefined) values.push(stmt.value);
    },
    enterFunction: (inner) => inner === fn,
  });
  return [...new Set(values)];
}

/** What `if` and `switch` are worth as expressions. */
function lastExprs(stmt: Stmt): readonly Expr[] {
  if (stmt.kind === 'expr') return [stmt.expr];
  if (stmt.kind === 'return') return stmt.value === undefined ? [] : [stmt.value];
  if (stmt.kind !== 'if' && stmt.kind !== 'switch') return [];
  return stmtBlocks(stmt).flatMap(({ statements }: Block) => {
    const last = statements.at(-1);
    return last === undefined ? [] : lastExprs(last);
  });
}
