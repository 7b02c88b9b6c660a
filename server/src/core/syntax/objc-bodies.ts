import type { TextRange } from '../text';
import { methodMacros } from './objc-macro-names';
import type { ObjcToken } from './objc-scanner';

/** The braces of a method's body and all between them. */
export interface MethodBody {
  readonly range: TextRange;
  /** Of a body whose braces do not balance, those between the outermost ones; otherwise `undefined`. */
  readonly garbled: readonly ObjcToken[] | undefined;
}

/**
 * Finds the bodies of methods, also those that lack a brace or have one too many, as happens while they are written. A
 * parser would give up on the whole class; without its inner braces such a body can be read over, and the methods around
 * it stay intact.
 * `startsInImplementation`: the text begins inside of an `@implementation`.
 */
export function methodBodies(
  text: string,
  tokens: readonly ObjcToken[],
  startsInImplementation: boolean,
): readonly MethodBody[] {
  const result: MethodBody[] = [];
  let braces: ObjcToken[] = [];
  let isMethod = false;
  let isImplementation = startsInImplementation;
  const finish = (): void => {
    const body = isMethod ? (garbledBody(braces) ?? balancedBody(braces)) : undefined;
    if (body !== undefined) result.push(body);
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
export function garbledBody(braces: readonly ObjcToken[]): MethodBody | undefined {
  const first = braces[0];
  const last = braces.at(-1);
  if (areBalanced(braces) || first?.text !== '{' || last?.text !== '}') return undefined;
  return { range: { start: first.start, end: last.end }, garbled: braces.slice(1, -1) };
}

/** From the first brace to the one that closes it: behind it functions may stand. */
function balancedBody(braces: readonly ObjcToken[]): MethodBody | undefined {
  const [first] = braces;
  let depth = 0;
  const last = braces.find(({ text }) => {
    depth += text === '{' ? 1 : -1;
    return depth === 0;
  });
  if (first === undefined || last === undefined || !areBalanced(braces)) return undefined;
  return { range: { start: first.start, end: last.end }, garbled: undefined };
}

export function areBalanced(braces: readonly ObjcToken[]): boolean {
  let depth = 0;
  for (const { text } of braces) {
    depth += text === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
