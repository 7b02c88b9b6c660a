/**
 * Plist values in Swift manifests: literals, the cases of Tuist's `Plist.Value`, and constants of the same file. What is
 * reached through a constant is found where the constant is declared.
 */
import type { CallExpr, CollectionExpr, Expr, LiteralExpr, ProgramFile } from '../program/ir';
import { contains, type TextRange } from '../text';
import type { PlistEntry, PlistNode } from './plist-types';

/** What names stand for in the file. */
export interface SwiftConstants {
  /** The value of a constant; any other expression is itself, and `undefined` is not known. */
  resolve(expr: Expr): Expr | undefined;
  /** A string, put together where needed. */
  text(expr: Expr): string | undefined;
}

const maxValues = 20_000;
const maxDepth = 100;

/** Cases that hold a value of their own. */
const wrappers: ReadonlySet<string> = new Set([
  'string',
  'integer',
  'real',
  'boolean',
  'array',
  'dictionary',
]);

/** Reads values of one file. */
export class SwiftValues {
  /** False once something was met that could not be read: there may be more than was answered. */
  isComplete = true;
  readonly #text: string;
  readonly #constants: SwiftConstants;
  /** What code may have changed since its declaration. */
  readonly #variables: ReadonlySet<string>;
  #count = 0;

  /** `program` is the model of `text`. */
  constructor(program: ProgramFile, text: string, constants: SwiftConstants) {
    this.#text = text;
    this.#constants = constants;
    this.#variables = new Set(program.globals.flatMap(({ name, isConstant }) => (isConstant ? [] : name)));
  }

  /** `undefined`: not readable. Unreadable items are left out, unreadable values leave their key without one. */
  value(expr: Expr, depth = 0): PlistNode | undefined {
    const node = ++this.#count > maxValues || depth > maxDepth ? undefined : this.#read(expr, depth);
    if (node === undefined || this.#isVariable(expr)) this.isComplete = false;
    return node;
  }

  #isVariable(expr: Expr): boolean {
    return expr.kind === 'name' && this.#variables.has(expr.name);
  }

  #read(expr: Expr, depth: number): PlistNode | undefined {
    const at = this.#constants.resolve(expr);
    switch (at?.kind) {
      case 'literal':
        return this.#literal(at);
      case 'collection':
        return this.#collection(at, depth);
      case 'call':
        return this.#wrapped(at, depth);
      case 'binary':
        return at.op === '+' ? this.#sum(at.left, at.right, at, depth) : undefined;
      case 'unary':
        return at.op === '-' ? negative(at.operand, at.range) : undefined;
      default:
        return undefined;
    }
  }

  #literal(literal: LiteralExpr): PlistNode | undefined {
    const { range, value, type } = literal;
    if (type === 'bool') return { kind: 'boolean', value: value === 'true', range, inner: range };
    if (type === 'number') return { kind: numberKind(value), value, range, inner: range };
    return type === 'string' ? this.#string(literal) : undefined;
  }

  #string(expr: Expr): PlistNode | undefined {
    const value = this.#constants.text(expr);
    if (value === undefined) return undefined;
    return { kind: 'string', value, range: expr.range, inner: this.#inside(expr.range) };
  }

  #collection(expr: CollectionExpr, depth: number): PlistNode | undefined {
    const { range, elements } = expr;
    const inner = this.#inside(range);
    if (expr.form === 'tuple') return undefined;
    if (expr.form === 'array') {
      const items = elements.flatMap((item) => this.value(item, depth + 1) ?? []);
      return { kind: 'array', isSelfClosing: false, items, range, inner };
    }
    const entries: PlistEntry[] = [];
    for (let i = 0; i + 1 < elements.length; i += 2) {
      entries.push(...this.#entry(elements[i], elements[i + 1], depth));
    }
    return { kind: 'dict', isSelfClosing: false, entries, range, inner };
  }

  #entry(keyExpr: Expr | undefined, valueExpr: Expr | undefined, depth: number): readonly PlistEntry[] {
    const key = keyExpr && this.#constants.text(keyExpr);
    if (keyExpr === undefined || valueExpr === undefined || key === undefined) {
      this.isComplete = false;
      return [];
    }
    const keyElement = keyExpr.range;
    return [{ key, keyElement, keyRange: this.#inside(keyElement), value: this.value(valueExpr, depth + 1) }];
  }

  /** `.string("audio")`: the value inside, from the dot to the bracket. */
  #wrapped(call: CallExpr, depth: number): PlistNode | undefined {
    const [arg, ...others] = call.args;
    if (arg === undefined || others.length > 0 || arg.label !== undefined || !wrappers.has(call.name)) {
      return undefined;
    }
    const node = this.value(arg.value, depth + 1);
    // A constant inside is found at its declaration.
    if (node === undefined || !contains(call.range, node.range)) return node;
    return { ...node, range: call.range };
  }

  /** Arrays one after the other, or strings. */
  #sum(left: Expr, right: Expr, whole: Expr, depth: number): PlistNode | undefined {
    if (this.#constants.text(whole) !== undefined) return this.#string(whole);
    const [one, other] = [this.value(left, depth + 1), this.value(right, depth + 1)];
    if (one?.kind !== 'array' || other?.kind !== 'array') return undefined;
    return { ...other, items: [...one.items, ...other.items] };
  }

  /** Between the quotes or brackets; everything where there are none. */
  #inside(range: TextRange): TextRange {
    const written = this.#text.slice(range.start, range.end);
    const open = /^(?:\[|#*(?:"""|"))/.exec(written)?.[0].length ?? 0;
    if (open === 0 || written.length < open * 2) return range;
    return { start: range.start + open, end: range.end - open };
  }
}

function negative(operand: Expr, range: TextRange): PlistNode | undefined {
  if (operand.kind !== 'literal' || operand.type !== 'number') return undefined;
  return { kind: numberKind(operand.value), value: `-${operand.value}`, range, inner: range };
}

function numberKind(written: string): 'integer' | 'real' {
  if (/^0[xX][\da-fA-F_]+$/.test(written)) return 'integer';
  return /[.eEpP]/.test(written) ? 'real' : 'integer';
}
