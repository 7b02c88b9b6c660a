import { namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import type { Expr, LiteralExpr } from '../ir';
import { type LoweringContext, rangeOf } from './context';

export function literal(type: LiteralExpr['type'], value: string, range: TextRange): LiteralExpr {
  return { kind: 'literal', type, value, parts: undefined, range: rangeOf(range) };
}

const words: ReadonlyMap<string, readonly [LiteralExpr['type'], string]> = new Map([
  ['YES', ['bool', 'true']],
  ['TRUE', ['bool', 'true']],
  ['true', ['bool', 'true']],
  ['NO', ['bool', 'false']],
  ['FALSE', ['bool', 'false']],
  ['false', ['bool', 'false']],
  ['nil', ['nil', 'nil']],
  ['Nil', ['nil', 'nil']],
  ['NULL', ['nil', 'nil']],
  ['nullptr', ['nil', 'nil']],
]);

/** `YES`, `nil` and their like. */
export function wordLiteral(word: string, range: TextRange): LiteralExpr | undefined {
  const known = words.get(word);
  return known && literal(known[0], known[1], range);
}

/** `@"…"`, `"…"`. */
export function stringLiteral(context: LoweringContext, node: SyntaxNode): LiteralExpr {
  return literal('string', decodeStrings(context.slice(node)), node);
}

/** Literals written next to each other, which are one string; names of macros may stand between them. */
export function concatenatedString(context: LoweringContext, node: SyntaxNode): LiteralExpr {
  const parts = namedChildren(node).map((part) => ({
    isText: part.type === 'string_literal',
    text: context.slice(part),
    range: rangeOf(part),
  }));
  return joinedStrings(parts, rangeOf(node));
}

interface StringPart {
  /** One literal; otherwise a name. */
  readonly isText: boolean;
  /** As written. */
  readonly text: string;
  readonly range: TextRange;
}

/** What stands next to each other as one string. */
export function joinedStrings(written: readonly StringPart[], range: TextRange): LiteralExpr {
  if (written.every(({ isText }) => isText))
    return literal('string', written.map(({ text }) => decodeStrings(text)).join(''), range);
  const parts = written.map(({ isText, text, range: at }): string | Expr =>
    isText ? decodeStrings(text) : { kind: 'name', name: text, range: at },
  );
  return { ...literal('string', '', range), parts };
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['e', '\x1b'],
]);

/** Decoded text of one or more string literals as written, quotes and `@` included. */
export function decodeStrings(source: string): string {
  const quoted = source.match(/"(?:[^"\\]|\\[\s\S])*(?:"|$)/g) ?? [];
  return quoted.map((text) => decodeEscapes(text.replace(/^"|"$/g, ''))).join('');
}

function decodeEscapes(text: string): string {
  return text.replace(
    /\\(?:x([\da-fA-F]+)|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|(\r?\n)|([\s\S]))/g,
    (_, hex?: string, short?: string, long?: string, octal?: string, lineEnd?: string, other?: string) => {
      const digits = hex ?? short ?? long;
      if (digits !== undefined) return fromCode(Number.parseInt(digits, 16));
      if (octal !== undefined) return fromCode(Number.parseInt(octal, 8));
      if (lineEnd !== undefined || other === undefined) return '';
      return simpleEscapes.get(other) ?? other;
    },
  );
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
