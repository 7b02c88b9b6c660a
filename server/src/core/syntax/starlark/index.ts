/** Reads the literals of a BUILD file. What is computed is unknown; what is broken costs only itself. */
import type { TextRange } from '../../text';
import { type StarlarkToken, starlarkTokens } from './tokens';
import type { StarlarkCall, StarlarkFile, StarlarkValue } from './types';

export type { StarlarkCall, StarlarkFile, StarlarkValue } from './types';
export { argument } from './types';

const maxDepth = 60;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Never throws. Linear in the length of the text. */
export function parseStarlark(text: string): StarlarkFile {
  return new Parser(starlarkTokens(text)).file();
}

class Parser {
  readonly #tokens: readonly StarlarkToken[];
  #at = 0;
  /** Brackets around: line ends mean nothing in them. */
  #depth = 0;

  constructor(tokens: readonly StarlarkToken[]) {
    this.#tokens = tokens;
  }

  file(): StarlarkFile {
    const calls: StarlarkCall[] = [];
    const names = new Map<string, StarlarkValue>();
    while (this.#at < this.#tokens.length) {
      const token = this.#next();
      // Statements of functions and conditions are indented.
      if (token?.kind === 'name' && token.isFirst) this.#statement(token, calls, names);
      this.#skipLine();
    }
    return { calls, names };
  }

  #statement(first: StarlarkToken, calls: StarlarkCall[], names: Map<string, StarlarkValue>): void {
    if (this.#isSign('=')) {
      this.#at++;
      const value = this.#expression();
      const isNew = !names.has(first.text);
      names.set(first.text, isNew ? value : { kind: 'unknown', range: value.range });
      return;
    }
    // `NAME += …` and the like make a name one that is not known.
    if (!this.#isSign('(') && !this.#isSign('.')) {
      if (names.has(first.text)) names.set(first.text, { kind: 'unknown', range: first.range });
      return;
    }
    this.#at--;
    const value = this.#expression();
    if (value.kind === 'call') calls.push(value);
  }

  /** An operand, or a sum of them; anything that follows makes it unknown. */
  #expression(): StarlarkValue {
    const operands = [this.#operand()];
    while (this.#isSign('+')) {
      this.#at++;
      operands.push(this.#operand());
    }
    const [first] = operands;
    const range = { start: first?.range.start ?? 0, end: operands.at(-1)?.range.end ?? 0 };
    if (!this.#isAtEnd()) return this.#unknown(range);
    return operands.length === 1 && first !== undefined ? first : { kind: 'sum', operands, range };
  }

  #operand(): StarlarkValue {
    const token = this.#next();
    if (token === undefined) return { kind: 'unknown', range: this.#endOfText() };
    const { kind, text, range } = token;
    if (kind === 'string') return { kind: 'string', value: text, range };
    if (kind === 'name') return this.#nameOrCall(token);
    if (kind === 'sign' && (text === '[' || text === '(')) return this.#list(token);
    if (kind === 'sign' && text !== '{') this.#at--;
    else if (kind === 'sign') this.#skipBracket('}');
    else if (kind === 'newline') this.#at--;
    return this.#unknown(range);
  }

  #nameOrCall(first: StarlarkToken): StarlarkValue {
    let name = first.text;
    let last = first;
    while (this.#isSign('.') && this.#tokens[this.#at + 1]?.kind === 'name') {
      last = this.#tokens[this.#at + 1] ?? last;
      name += `.${last.text}`;
      this.#at += 2;
    }
    const range = { start: first.range.start, end: last.range.end };
    const open = this.#isSign('(') ? this.#next() : undefined;
    return open === undefined ? { kind: 'name', name, range } : this.#call(name, range);
  }

  #call(name: string, { start }: TextRange): StarlarkValue {
    const args: StarlarkCall['args'][number][] = [];
    const end = this.#elements(')', () => {
      const [key, sign] = [this.#peek(), this.#tokens[this.#at + 1]];
      const isNamed = key?.kind === 'name' && sign?.kind === 'sign' && sign.text === '=';
      if (isNamed) this.#at += 2;
      args.push({ name: isNamed ? key.text : undefined, value: this.#expression() });
    });
    return { kind: 'call', name, args, range: { start, end } };
  }

  /** A tuple reads as a list, and so do parentheses around one value that is none. */
  #list(open: StarlarkToken): StarlarkValue {
    const items: StarlarkValue[] = [];
    const end = this.#elements(closing[open.text] ?? ']', () => items.push(this.#expression()));
    const range = { start: open.range.start, end };
    const [only, ...others] = items;
    if (open.text === '(' && only !== undefined && others.length === 0) return only;
    return { kind: 'list', items, range };
  }

  /** Calls `element` before each element up to the bracket. Answers the end of the bracket. */
  #elements(bracket: string, element: () => void): number {
    this.#depth++;
    let token = this.#peek();
    while (token !== undefined && !(token.kind === 'sign' && token.text === bracket)) {
      const before = this.#at;
      if (token.kind === 'sign' && token.text === ',') this.#at++;
      else if (this.#depth > maxDepth) this.#skipElement();
      else element();
      // A bracket of another kind closes nothing: it is left out.
      if (this.#at === before) this.#at++;
      token = this.#peek();
    }
    this.#depth--;
    if (token !== undefined) this.#at++;
    return token?.range.end ?? this.#endOfText().end;
  }

  #unknown({ start, end }: TextRange): StarlarkValue {
    this.#skipElement();
    return { kind: 'unknown', range: { start, end: this.#tokens[this.#at - 1]?.range.end ?? end } };
  }

  /** To the comma or bracket that ends the element, or to the end of the line outside of brackets. */
  #skipElement(): void {
    for (let token = this.#peek(); token !== undefined && !this.#isAtEnd(); token = this.#peek()) {
      this.#at++;
      const bracket = token.kind === 'sign' ? closing[token.text] : undefined;
      if (bracket !== undefined) this.#skipBracket(bracket);
    }
  }

  /** Past the closing bracket that belongs to one that has just been read; without calling itself. */
  #skipBracket(bracket: string): void {
    const open = [bracket];
    while (open.length > 0 && this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at++];
      if (token?.kind !== 'sign') continue;
      const inner = closing[token.text];
      if (inner !== undefined) open.push(inner);
      else if (token.text === open.at(-1)) open.pop();
    }
  }

  #skipLine(): void {
    while (this.#at < this.#tokens.length && this.#tokens[this.#at - 1]?.kind !== 'newline') {
      const token = this.#tokens[this.#at++];
      const bracket = token?.kind === 'sign' ? closing[token.text] : undefined;
      if (bracket !== undefined) this.#skipBracket(bracket);
    }
  }

  /** Whether an expression may end here. */
  #isAtEnd(): boolean {
    const token = this.#peek();
    if (token === undefined || token.kind === 'newline') return true;
    return token.kind === 'sign' && [',', ')', ']', '}'].includes(token.text);
  }

  #isSign(text: string): boolean {
    const token = this.#peek();
    return token?.kind === 'sign' && token.text === text;
  }

  #peek(): StarlarkToken | undefined {
    while (this.#depth > 0 && this.#tokens[this.#at]?.kind === 'newline') this.#at++;
    return this.#tokens[this.#at];
  }

  #next(): StarlarkToken | undefined {
    const token = this.#peek();
    if (token !== undefined) this.#at++;
    return token;
  }

  #endOfText(): TextRange {
    const end = this.#tokens.at(-1)?.range.end ?? 0;
    return { start: end, end };
  }
}
