import type { ObjcDefine } from '../../syntax/objc-directives';
import { type ObjcToken, scanObjc } from '../../syntax/objc-scanner';
import type { TextRange } from '../../text';
import type { Expr, VariableDecl } from '../ir';
import { type LoweringContext, rangeOf } from './context';
import { joinedStrings, literal, wordLiteral } from './literals';

/** `#define NAME value` as a constant; one without a value is a flag and declares nothing. */
export function lowerDefine(context: LoweringContext, original: string, define: ObjcDefine): VariableDecl[] {
  if (define.params !== undefined) return [];
  const initial = readValue(original, define);
  if (initial === undefined) return [];
  return [
    {
      name: define.name,
      nameRange: rangeOf(define.nameRange),
      type: undefined,
      initial,
      isConstant: true,
      isStatic: false,
      isLazy: false,
      isWeak: false,
      accessors: [],
      attributes: ['#define'],
      range: rangeOf(define.range),
      when: context.whenAt(define.range.start),
    },
  ];
}

/** The tokens of a body, at their offsets in `original`. */
export function bodyTokens(original: string, { start, end }: TextRange): readonly ObjcToken[] {
  // Without its line ends the body is one line, in which nothing is taken for a directive.
  const text = original.slice(start, end).replace(/\\\r?\n/g, (lineEnd) => ' '.repeat(lineEnd.length));
  const moved = (token: ObjcToken) => ({
    ...token,
    start: start + token.start - 1,
    end: start + token.end - 1,
  });
  return scanObjc(` ${text}`).tokens.map(moved);
}

/** A literal, a name, or a string made of both; anything more is `unknown`. */
function readValue(original: string, { body }: ObjcDefine): Expr | undefined {
  const tokens = withoutParentheses(bodyTokens(original, body));
  const [first, second] = tokens;
  if (first === undefined) return undefined;
  const range = { start: first.start, end: tokens.at(-1)?.end ?? first.end };
  if (tokens.some(({ kind }) => kind === 'string') && tokens.every(isPartOfString)) {
    return joinedStrings(
      tokens.map((token) => {
        const place = { start: token.start, end: token.end };
        return {
          isText: token.kind === 'string',
          text: original.slice(place.start, place.end),
          range: place,
        };
      }),
      range,
    );
  }
  if (tokens.length === 1 && first.kind === 'number') return literal('number', first.text, range);
  if (tokens.length === 1 && first.kind === 'word')
    return wordLiteral(first.text, range) ?? { kind: 'name', name: first.text, range };
  if (tokens.length === 2 && first.text === '-' && second?.kind === 'number')
    return literal('number', `-${second.text}`, range);
  return { kind: 'unknown', children: [], range };
}

/** Literals and names of macros next to each other are one string. */
function isPartOfString({ kind, text }: ObjcToken): boolean {
  return kind === 'string' || (kind === 'word' && wordLiteral(text, { start: 0, end: 0 }) === undefined);
}

function withoutParentheses(tokens: readonly ObjcToken[]): readonly ObjcToken[] {
  let inner = tokens;
  while (inner.length > 2 && inner[0]?.text === '(' && inner.at(-1)?.text === ')') inner = inner.slice(1, -1);
  return inner;
}
