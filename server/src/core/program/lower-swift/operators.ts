/**
 * Puts operands and operators together by Swift's precedences. The grammar's own nesting is not relied on: it knows
 * neither all precedences nor that a prefix operator applies to the whole chain behind it.
 */
import type { SwiftEffect } from '../../syntax/swift-normalise';
import type { TextRange } from '../../text';
import type { CastExpr, Expr, TypeRef } from '../ir';
import { unknownExpr } from './lowering';

/** One piece of an expression in the order of the text. */
export type Item =
  | { readonly kind: 'operand'; readonly expr: Expr; readonly isOptionalChain: boolean }
  | { readonly kind: 'prefix'; readonly op: string; readonly range: TextRange }
  | { readonly kind: 'postfix'; readonly op: string; readonly range: TextRange }
  | { readonly kind: 'infix'; readonly op: string; readonly range: TextRange }
  | { readonly kind: 'effect'; readonly form: SwiftEffect['form']; readonly range: TextRange }
  | {
      readonly kind: 'cast';
      readonly form: CastExpr['form'];
      readonly type: TypeRef;
      readonly range: TextRange;
    }
  /** `? middle :` */
  | { readonly kind: 'ternary'; readonly middle: Expr; readonly range: TextRange };

const CAST = 120;
const TERNARY = 60;
const ASSIGNMENT = 50;
/** Of operators that are not Swift's own. */
const CUSTOM = 70;

const PRECEDENCE: ReadonlyMap<string, number> = new Map(
  (
    [
      ['<< >> &<< &>>', 160],
      ['* / % &* &', 150],
      ['+ - &+ &- | ^', 140],
      ['... ..<', 130],
      ['??', 110],
      ['== != === !== < > <= >= ~=', 100],
      ['&&', 90],
      ['||', 80],
    ] as const
  ).flatMap(([operators, value]) => operators.split(' ').map((operator) => [operator, value] as const)),
);

/** More operators in one expression than anybody writes: its structure is given up, its operands are kept. */
const MAX_ITEMS = 400;

function isAssignment(op: string): boolean {
  return op === '=' || (op.endsWith('=') && !PRECEDENCE.has(op));
}

function precedence(op: string): number {
  return PRECEDENCE.get(op) ?? (isAssignment(op) ? ASSIGNMENT : CUSTOM);
}

/** The expression that `items` make up; unknown (with all operands) where they do not fit together. */
export function foldItems(items: readonly Item[], range: TextRange): Expr {
  const [only] = items;
  if (items.length === 1 && only?.kind === 'operand') return only.expr;
  if (items.length > MAX_ITEMS) return giveUp(items, range);
  const folder = new Folder(items);
  const expr = folder.binary(0);
  return expr !== undefined && folder.isAtEnd ? expr : giveUp(items, range);
}

function giveUp(items: readonly Item[], range: TextRange): Expr {
  const children = items.flatMap((item) => {
    if (item.kind === 'operand') return [item.expr];
    return item.kind === 'ternary' ? [item.middle] : [];
  });
  return unknownExpr(range, children);
}

class Folder {
  readonly #items: readonly Item[];
  #at = 0;

  constructor(items: readonly Item[]) {
    this.#items = items;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#items.length;
  }

  /** Reads operators that bind at least as tightly as `least`. */
  binary(least: number): Expr | undefined {
    let left = this.#prefixed();
    while (left !== undefined && !this.isAtEnd) {
      const item = this.#items[this.#at];
      if (item === undefined || bindingPower(item) < least) return left;
      this.#at++;
      left = this.#joined(left, item);
    }
    return left;
  }

  #joined(left: Expr, item: Item): Expr | undefined {
    const { start } = left.range;
    switch (item.kind) {
      case 'postfix':
        return { kind: 'unary', op: item.op, operand: left, range: { start, end: item.range.end } };
      case 'cast':
        return {
          kind: 'cast',
          form: item.form,
          expr: left,
          type: item.type,
          range: { start, end: item.range.end },
        };
      case 'ternary': {
        const otherwise = this.binary(TERNARY);
        if (otherwise === undefined) return undefined;
        const range = { start, end: otherwise.range.end };
        return { kind: 'ternary', condition: left, then: item.middle, otherwise, range };
      }
      case 'infix':
        return this.#infix(left, item.op);
      default:
        return undefined;
    }
  }

  #infix(left: Expr, op: string): Expr | undefined {
    const power = precedence(op);
    const isRightAssociative = op === '??' || isAssignment(op);
    const right = this.binary(isRightAssociative ? power : power + 1);
    if (right === undefined) return undefined;
    const range = { start: left.range.start, end: right.range.end };
    if (isAssignment(op)) return { kind: 'assign', op, target: left, value: right, range };
    return { kind: 'binary', op, left, right, range };
  }

  #prefixed(): Expr | undefined {
    const item = this.#items[this.#at++];
    if (item === undefined) return undefined;
    if (item.kind === 'operand') return item.expr;
    if (item.kind === 'prefix') {
      const operand = this.#prefixed();
      return operand && { kind: 'unary', op: item.op, operand, range: wide(item.range, operand) };
    }
    if (item.kind !== 'effect') return undefined;
    // `try` and `await` cover everything to their right.
    const expr = this.binary(0);
    if (expr === undefined) return undefined;
    const range = wide(item.range, expr);
    return item.form === 'await'
      ? { kind: 'await', expr, range }
      : { kind: 'try', form: item.form, expr, range };
  }
}

function wide(from: TextRange, to: Expr): TextRange {
  return { start: from.start, end: to.range.end };
}

/** Anything that cannot follow an operand stops the reading: -1 is less than every `least`. */
function bindingPower(item: Item): number {
  switch (item.kind) {
    case 'infix':
      return precedence(item.op);
    case 'cast':
      return CAST;
    case 'ternary':
      return TERNARY;
    case 'postfix':
      return 130;
    default:
      return -1;
  }
}
