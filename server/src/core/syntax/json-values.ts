/** Plist values in JSON files, comments and commas at the end allowed. */
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { TextRange } from '../text';
import { valueAt } from './plist-query';
import type { PlistDocument, PlistEntry, PlistNode, SyntaxProblem } from './plist-types';

/** Deeper than any file that a person wrote; the library calls itself once a level. */
const maxDepth = 200;

export interface JsonValues {
  /** `undefined` for a text without a value, and for one that nests too deeply. */
  readonly root: PlistNode | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** Reads as much as can be read. Never throws; linear in the length of the text. */
export function parseJsonValues(source: string): JsonValues {
  // A byte order mark is no symbol of JSON.
  const text = source.startsWith('\ufeff') ? ` ${source.slice(1)}` : source;
  const tooDeep = depthExceeded(text);
  if (tooDeep !== undefined) {
    return { root: undefined, problems: [{ range: tooDeep, message: 'This value is nested too deeply' }] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const problems = errors.map(({ error, offset, length }) => ({
    range: rangeIn(text, offset, length),
    message: wordsFor(error),
  }));
  return { root: tree && new Reader(text).node(tree), problems };
}

/** The dictionary at a path of keys, as a document of its own that has the problems of the whole file. */
export function jsonDocument(values: JsonValues, path: readonly string[]): PlistDocument {
  return { format: 'json', root: valueAt(values.root, ...path), problems: values.problems };
}

/** Where the text nests deeper than allowed. */
function depthExceeded(text: string): TextRange | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const first = text.charAt(start);
    if (first === '{' || first === '[') depth++;
    if (first === '}' || first === ']') depth--;
    if (depth > maxDepth) return { start, end: start + 1 };
  }
  return undefined;
}

/** The library reads past the end of a comment that is not closed. */
function rangeIn(text: string, offset: number, length: number): TextRange {
  return { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
}

class Reader {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** `undefined` for null, which a property list does not have. */
  node(node: Node): PlistNode | undefined {
    const range = rangeIn(this.#text, node.offset, node.length);
    const children = node.children ?? [];
    switch (node.type) {
      case 'object':
        return {
          kind: 'dict',
          ...this.#within(range, '}'),
          isSelfClosing: false,
          entries: this.#entries(node),
        };
      case 'array': {
        const items = children.flatMap((child) => this.node(child) ?? []);
        return { kind: 'array', ...this.#within(range, ']'), isSelfClosing: false, items };
      }
      case 'string':
        return { kind: 'string', ...this.#within(range, '"'), value: String(node.value) };
      case 'number': {
        const kind = Number.isInteger(node.value) ? 'integer' : 'real';
        return { kind, range, inner: range, value: String(node.value) };
      }
      case 'boolean':
        return { kind: 'boolean', range, inner: range, value: node.value === true };
      default:
        return undefined;
    }
  }

  #entries(object: Node): readonly PlistEntry[] {
    return (object.children ?? []).flatMap((property) => {
      const [key, value] = property.children ?? [];
      if (key === undefined) return [];
      const { range, inner } = this.#within(rangeIn(this.#text, key.offset, key.length), '"');
      const entry = { key: String(key.value), keyRange: inner, keyElement: range };
      return [{ ...entry, value: value && this.node(value) }];
    });
  }

  /** What stands between quotes or brackets; the closing one may be missing. */
  #within(range: TextRange, closing: string): { readonly range: TextRange; readonly inner: TextRange } {
    const start = Math.min(range.start + 1, range.end);
    const isClosed = range.end > start && this.#text[range.end - 1] === closing;
    return { range, inner: { start, end: isClosed ? range.end - 1 : range.end } };
  }
}

const words: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This word has no meaning in JSON',
  InvalidNumberFormat: 'This is no number',
  PropertyNameExpected: 'A key in double quotes is expected here',
  ValueExpected: 'A value is expected here',
  ColonExpected: 'A colon is expected here',
  CommaExpected: 'A comma is expected here',
  CloseBraceExpected: 'A closing } is missing',
  CloseBracketExpected: 'A closing ] is missing',
  EndOfFileExpected: 'The file should end here',
  UnexpectedEndOfComment: 'This comment is not closed',
  UnexpectedEndOfString: 'This text has no closing quote',
};

function wordsFor(error: number): string {
  return words[printParseErrorCode(error)] ?? 'This is not well-formed JSON';
}
