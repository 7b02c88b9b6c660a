import type { TextRange } from '../text';
import { methodMacros } from './objc-macro-names';
import type { ObjcToken } from './objc-scanner';

/** A method whose braces do not balance: its outermost braces, and those between them. */
export interface GarbledBody {
  /** From its first brace to its last one, both included. */
  readonly range: TextRange;
  readonly inner: readonly ObjcToken[];
}

/**
 * Finds methods that lack a brace or have one too many, as happens while they are written. A parser would give up on
 * the whole class; without its inner braces such a body can be read over, and the methods around it stay intact.
 * `startsInImplementation`: the text begins inside of an `@implementation`.
 */
export function garbledBodies(
  text: string,
  tokens: readonly ObjcToken[],
  startsInImplementation: boolean,
): readonly GarbledBody[] {
  const result: GarbledBody[] = [];
  let braces: ObjcToken[] = [];
  let isMethod = false;
  let isImplementation = startsInImplementation;
  const finish = (): void => {
    const garbled = isMethod ? garbledBody(braces) : undefined;
    if (garbled !== undefined) result.push(garbled);
    braces = [];
  };
  tokens.forEach((token, index) => {
    if (isContainerBoundary(token)) {
      finish();
      isImplementation = token.text === '@implementation';
      isMethod = false;
    } else if (isImplementation && startsMethod(text, token, tokens[index + 1])) {
      finish();
      isMethod = true;
    } else if (token.kind === 'punctuation' && (token.text === '{' || token.text === '}')) {
      braces.push(token);
    }
  });
  finish();
  return result;
}

const boundaries: ReadonlySet<string> = new Set(['@implementation', '@interface', '@end']);

export function isContainerBoundary(token: ObjcToken): boolean {
  return token.kind === 'at' && boundaries.has(token.text);
}

/** Only at the very start of a line: further in, a sign followed by a parenthesis is arithmetic. */
export function startsMethod(text: string, token: ObjcToken, next: ObjcToken | undefined): boolean {
  const before = text[token.start - 1];
  if (next?.text !== '(' || (before !== undefined && before !== '\n' && before !== '\r')) return false;
  return token.text === '-' || token.text === '+' || methodMacros.has(token.text);
}

/** `braces` are those of one method; `undefined` when they balance, or when the outermost ones are missing. */
export function garbledBody(braces: readonly ObjcToken[]): GarbledBody | undefined {
  const first = braces[0];
  const last = braces.at(-1);
  if (areBalanced(braces) || first?.text !== '{' || last?.text !== '}') return undefined;
  return { range: { start: first.start, end: last.end }, inner: braces.slice(1, -1) };
}

export function areBalanced(braces: readonly ObjcToken[]): boolean {
  let depth = 0;
  for (const { text } of braces) {
    depth += text === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
