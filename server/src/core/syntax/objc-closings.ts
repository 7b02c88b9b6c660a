/** Where the closing braces belong that the body of a method lacks, as its indentation tells. */
import type { ObjcToken } from './objc-scanner';

export interface ClosedBody {
  /** Where the body ends, in front of what follows the method. */
  readonly end: number;
  /** Offsets of the braces that are missing, in order. */
  readonly closings: readonly number[];
}

interface OpenBlock {
  readonly brace: ObjcToken;
  /** Blanks in front of the statement that the block belongs to. */
  readonly indentation: string;
  isEmpty: boolean;
}

/**
 * `undefined` unless all statements are indented as their blocks are: otherwise nobody knows what is inside of what.
 * `tokens` are those from the body's opening brace to the next method, which stand at the beginning of a line.
 */
export function closeBody(text: string, tokens: readonly ObjcToken[]): ClosedBody | undefined {
  return new BodyCloser(text, tokens).run();
}

/** Thrown away as soon as something stands where it should not. */
class BodyCloser {
  readonly #text: string;
  readonly #tokens: readonly ObjcToken[];
  readonly #closings: number[] = [];
  readonly #blocks: OpenBlock[] = [];
  /** Blanks in front of the current statement. */
  #statement = '';
  #at = 0;

  constructor(text: string, tokens: readonly ObjcToken[]) {
    this.#text = text;
    this.#tokens = tokens.filter(({ kind }) => kind !== 'directive');
  }

  run(): ClosedBody | undefined {
    for (this.#at = 0; this.#at < this.#tokens.length; this.#at++) {
      if (!this.#read()) return undefined;
      if (this.#blocks.length === 0) return this.#ended();
    }
    this.#close(this.#blocks.length);
    return { end: this.#lastEnd(), closings: this.#closings };
  }

  /** What stands behind the body must not lack anything. */
  #ended(): ClosedBody | undefined {
    const end = this.#isMissing() ? this.#lastEnd() : this.#tokens[this.#at]?.end;
    const rest = this.#tokens.slice(this.#isMissing() ? this.#at : this.#at + 1);
    return end !== undefined && isBalanced(rest) ? { end, closings: this.#closings } : undefined;
  }

  /** Whether the body has ended without a brace of its own. */
  #isMissing(): boolean {
    return !isSign(this.#tokens[this.#at], '}');
  }

  /** Whether the current token stands where it should. */
  #read(): boolean {
    const token = this.#tokens[this.#at];
    const before = this.#tokens[this.#at - 1];
    if (token === undefined) return false;
    if (isSign(token, '}')) return this.#closingBrace(token);
    if (before !== undefined && isEnd(before) && !this.#begin(token)) return false;
    if (this.#blocks.length === 0 && before !== undefined) return true;
    if (isSign(token, '{') && (before === undefined || opensBlock(before))) {
      this.#blocks.push({ brace: token, indentation: this.#statement, isEmpty: true });
      return true;
    }
    return closingOf.has(signOf(token)) ? this.#skipBrackets() : !closings.has(signOf(token));
  }

  /** A statement closes the blocks that it does not stand deeper than. */
  #begin(token: ObjcToken): boolean {
    const indentation = this.#isLabel() ? undefined : this.#indentation(token);
    if (indentation !== undefined) {
      const count = this.#countNotAround(indentation, isCase(token));
      if (count === undefined) return false;
      this.#close(count);
      this.#statement = indentation;
    }
    const block = this.#blocks.at(-1);
    if (block !== undefined) block.isEmpty = false;
    return true;
  }

  /** How many of the innermost blocks a statement is behind. */
  #countNotAround(indentation: string, mayStandBelow: boolean): number | undefined {
    let count = 0;
    for (const block of this.#blocks.toReversed()) {
      if (isDeeper(indentation, block.indentation)) return count;
      if (mayStandBelow && indentation === block.indentation) return count;
      // What is not indented may be what the block was opened for.
      if (block.isEmpty || !isSameOrDeeper(block.indentation, indentation)) return undefined;
      count++;
    }
    return count;
  }

  #closingBrace(token: ObjcToken): boolean {
    const indentation = this.#indentation(token);
    if (indentation === undefined) {
      const block = this.#blocks.pop();
      return block !== undefined && !/[\r\n]/.test(this.#text.slice(block.brace.start, token.start));
    }
    const count = this.#blocks.toReversed().findIndex((block) => block.indentation === indentation);
    const inner = count < 0 ? [] : this.#blocks.slice(this.#blocks.length - count);
    if (count < 0 || !inner.every((block) => isDeeper(block.indentation, indentation))) return false;
    this.#close(count);
    this.#blocks.pop();
    this.#statement = indentation;
    return true;
  }

  #close(count: number): void {
    for (let i = 0; i < count; i++) {
      this.#blocks.pop();
      this.#closings.push(this.#lastEnd());
    }
  }

  /** Of the token in front of the current one. */
  #lastEnd(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0;
  }

  /** To the bracket that closes the current one: braces in between are those of blocks that are arguments. */
  #skipBrackets(): boolean {
    const open: string[] = [];
    for (; this.#at < this.#tokens.length; this.#at++) {
      const sign = signOf(this.#tokens[this.#at]);
      const closing = closingOf.get(sign);
      if (closing !== undefined) open.push(closing);
      else if (closings.has(sign) && open.pop() !== sign) return false;
      if (open.length === 0) return true;
    }
    return false;
  }

  /** `undefined` when the token is not the first one on its line. */
  #indentation({ start }: ObjcToken): string | undefined {
    let from = start;
    while (from > 0 && !'\r\n'.includes(this.#text.charAt(from - 1))) from--;
    const blanks = this.#text.slice(from, start);
    return blanks.trim() === '' ? blanks : undefined;
  }

  /** Labels to jump to stand anywhere. */
  #isLabel(): boolean {
    const token = this.#tokens[this.#at];
    const next = this.#tokens[this.#at + 1];
    return token?.kind === 'word' && !isCase(token) && isSign(next, ':');
  }
}

const closingOf: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const closings: ReadonlySet<string> = new Set(closingOf.values());

function signOf(token: ObjcToken | undefined): string {
  return token?.kind === 'punctuation' ? token.text : '';
}

function isSign(token: ObjcToken | undefined, sign: string): boolean {
  return signOf(token) === sign;
}

function isEnd(token: ObjcToken): boolean {
  return isSign(token, ';') || isSign(token, '{') || isSign(token, '}');
}

const blockWords: ReadonlySet<string> = new Set(['else', 'do', '@try', '@finally', '@autoreleasepool']);

/** Whether a brace behind the token opens a block of statements, not a value. */
function opensBlock(token: ObjcToken): boolean {
  return isEnd(token) || isSign(token, ')') || isSign(token, ':') || blockWords.has(token.text);
}

function isCase({ kind, text }: ObjcToken): boolean {
  return kind === 'word' && (text === 'case' || text === 'default');
}

/** Tabs and spaces cannot be compared. */
function isDeeper(indentation: string, than: string): boolean {
  return indentation.length > than.length && indentation.startsWith(than);
}

function isSameOrDeeper(indentation: string, than: string): boolean {
  return indentation.startsWith(than);
}

function isBalanced(tokens: readonly ObjcToken[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (isSign(token, '{')) depth++;
    else if (isSign(token, '}') && --depth < 0) return false;
  }
  return depth === 0;
}
