/** Parses what stands behind `#if` and `#elseif`. */
import type { Condition } from '../program/ir';
import { TokenKind } from './swift-scanner';
import type { TokenView } from './swift-tokens';

/** Deeper parentheses than this are unknown; real conditions have one or two. */
const MAX_DEPTH = 32;

/** Condition of the tokens `from` up to (not with) `to`. What is not understood is `unknown`. */
export function parseSwiftCondition(view: TokenView, from: number, to: number): Condition {
  const parser = new ConditionParser(view, from, to);
  const condition = parser.any(0);
  if (condition !== undefined && parser.isAtEnd) return condition;
  return { kind: 'unknown', text: from < to ? view.text.slice(view.start(from), view.end(to - 1)) : '' };
}

class ConditionParser {
  readonly #view: TokenView;
  readonly #to: number;
  #at: number;

  constructor(view: TokenView, from: number, to: number) {
    this.#view = view;
    this.#at = from;
    this.#to = to;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#to;
  }

  any(depth: number): Condition | undefined {
    return this.#sequence('|', 'or', () => this.#all(depth));
  }

  #all(depth: number): Condition | undefined {
    return this.#sequence('&', 'and', () => this.#one(depth));
  }

  #sequence(
    operator: string,
    kind: 'and' | 'or',
    operand: () => Condition | undefined,
  ): Condition | undefined {
    const operands: Condition[] = [];
    do {
      const next = operand();
      if (next === undefined) return undefined;
      operands.push(next);
    } while (this.#take(operator) && this.#take(operator));
    return operands.length === 1 ? operands[0] : { kind, operands };
  }

  #one(depth: number): Condition | undefined {
    if (depth > MAX_DEPTH || this.isAtEnd) return undefined;
    if (this.#take('!')) {
      const operand = this.#one(depth + 1);
      return operand && { kind: 'not', operand };
    }
    if (this.#take('(')) {
      const inner = this.any(depth + 1);
      return this.#take(')') ? inner : undefined;
    }
    return this.#leaf();
  }

  #leaf(): Condition | undefined {
    const view = this.#view;
    const kind = view.kind(this.#at);
    const name = view.read(this.#at);
    const start = this.#at++;
    if (kind === TokenKind.number) return numberCondition(name);
    if (kind !== TokenKind.word && kind !== TokenKind.rawName) return undefined;
    if (name === 'true' || name === 'false') return { kind: 'bool', value: name === 'true' };
    if (this.isAtEnd || !view.is(this.#at, '(')) return { kind: 'flag', name };
    const close = view.closingParen(this.#at);
    if (close === undefined || close >= this.#to) return undefined;
    const argument = view.read(this.#at + 1);
    this.#at = close + 1;
    if (name === 'os') return { kind: 'os', name: argument };
    if (name === 'targetEnvironment') return { kind: 'environment', name: argument };
    if (name === 'canImport') return { kind: 'canImport', module: argument };
    return { kind: 'unknown', text: view.text.slice(view.start(start), view.end(close)) };
  }

  #take(character: string): boolean {
    if (this.isAtEnd || !this.#view.is(this.#at, character)) return false;
    this.#at++;
    return true;
  }
}

/** `#if 0` of old code. */
function numberCondition(text: string): Condition | undefined {
  return text === '0' || text === '1' ? { kind: 'bool', value: text === '1' } : undefined;
}
