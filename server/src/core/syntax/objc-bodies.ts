import type { TextRange } from '../text';
import { closeBody } from './objc-closings';
import { methodMacros } from './objc-macro-names';
import type { ObjcToken } from './objc-scanner';

/** The braces of a method's body and all between them. */
export interface MethodBody {
  readonly range: TextRange;
  /** Of a body of which nobody knows what is inside of what, the braces between the outermost ones; otherwise `undefined`. */
  readonly garbled: readonly ObjcToken[] | undefined;
  /** Offsets of the closing braces that it lacks, in order. */
  readonly closings: readonly number[];
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
  let from = 0;
  let isImplementation = startsInImplementation;
  const finish = (to: number): void => {
    const body = isMethod ? bodyOf(text, tokens.slice(from, to), braces) : undefined;
    if (body !== undefined) result.push(body);
    braces = [];
  };
  tokens.forEach((token, index) => {
    if (isContainerBoundary(token)) {
      finish(index);
      isImplementation = token.text === '@implementation';
      isMethod = false;
    } else if (isImplementation && startsMethod(text, token, tokens[index + 1])) {
      finish(index);
      isMethod = true;
      from = index;
    } else if (token.kind === 'punctuation' && (token.text === '{' || token.text === '}')) {
      braces.push(token);
    }
  });
  finish(tokens.length);
  return result;
}

/** `tokens` are those of one method and of what follows it, `braces` those among them. */
function bodyOf(
  text: string,
  tokens: readonly ObjcToken[],
  braces: readonly ObjcToken[],
): MethodBody | undefined {
  const [first] = braces;
  if (first === undefined || first.text !== '{') return undefined;
  if (areBalanced(braces)) return balancedBody(braces);
  const inside = tokens.slice(tokens.indexOf(first));
  const closed = closeBody(text, inside);
  if (closed !== undefined) {
    const { end, closings } = closed;
    return { range: { start: first.start, end }, garbled: undefined, closings };
  }
  return garbledBody(braces) ?? openBody(braces, inside);
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

/** A body that is closed nowhere reaches to what follows the method. */
function openBody(braces: readonly ObjcToken[], inside: readonly ObjcToken[]): MethodBody | undefined {
  const [first, ...inner] = braces;
  const end = inside.findLast(({ kind }) => kind !== 'directive')?.end;
  if (first === undefined || end === undefined || firstClosed(braces) !== undefined) return undefined;
  return { range: { start: first.start, end }, garbled: inner, closings: [end] };
}

/** `braces` are those of one method; `undefined` when they balance, or when the outermost ones are missing. */
export function garbledBody(braces: readonly ObjcToken[]): MethodBody | undefined {
  const first = braces[0];
  const last = braces.at(-1);
  if (areBalanced(braces) || first?.text !== '{' || last?.text !== '}') return undefined;
  return { range: { start: first.start, end: last.end }, garbled: braces.slice(1, -1), closings: [] };
}

/** From the first brace to the one that closes it: behind it functions may stand. */
function balancedBody(braces: readonly ObjcToken[]): MethodBody | undefined {
  const [first] = braces;
  const last = firstClosed(braces);
  if (first === undefined || last === undefined) return undefined;
  return { range: { start: first.start, end: last.end }, garbled: undefined, closings: [] };
}

/** The brace that closes the first one. */
function firstClosed(braces: readonly ObjcToken[]): ObjcToken | undefined {
  let depth = 0;
  return braces.find(({ text }) => {
    depth += text === '{' ? 1 : -1;
    return depth === 0;
  });
}

export function areBalanced(braces: readonly ObjcToken[]): boolean {
  let depth = 0;
  for (const { text } of braces) {
    depth += text === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
