/** A place among tokens, with the steps that readers of literals take. */
import type { JsToken } from './tokens';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export class JsCursor {
  readonly #tokens: readonly JsToken[];
  at: number;

  constructor(tokens: readonly JsToken[], at = 0) {
    this.#tokens = tokens;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#tokens.length;
  }

  peek(ahead = 0): JsToken | undefined {
    return this.#tokens[this.at + ahead];
  }

  next(): JsToken | undefined {
    return this.#tokens[this.at++];
  }

  isSign(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'sign' && token.text === text;
  }

  isName(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'name' && token.text === text;
  }

  takeSign(text: string): boolean {
    const isThere = this.isSign(text);
    if (isThere) this.at++;
    return isThere;
  }

  /** Past one token, or past all up to the bracket that closes it. Does not call itself. */
  skip(): void {
    const open: string[] = [];
    do {
      const token = this.next();
      if (token === undefined) return;
      const bracket = token.kind === 'sign' ? closing[token.text] : undefined;
      if (bracket !== undefined) open.push(bracket);
      else if (token.kind === 'sign' && token.text === open.at(-1)) open.pop();
    } while (open.length > 0);
  }

  /** To the comma or bracket that ends the element. */
  skipElement(): void {
    while (!this.isAtEnd && ![',', ')', ']', '}', ';'].some((text) => this.isSign(text))) this.skip();
  }
}
