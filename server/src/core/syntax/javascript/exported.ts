/** The object that a module of JavaScript or TypeScript exports, where it is plainly written. */
import type { PlistDict } from '../plist-types';
import { JsCursor } from './cursor';
import { LiteralReader, type Unread } from './literals';
import { type JsToken, jsTokens } from './tokens';

export interface ExportedObject extends Unread {
  readonly root: PlistDict;
}

const maxSteps = 12;

/** `undefined` when the module makes its object in some other way. Never throws. */
export function exportedObject(text: string): ExportedObject | undefined {
  const tokens = jsTokens(text);
  const start = exportAt(tokens);
  return start === undefined ? undefined : new Exports(tokens).objectAt(start);
}

/** Behind `export default` or `module.exports =`. */
function exportAt(tokens: readonly JsToken[]): number | undefined {
  const cursor = new JsCursor(tokens);
  for (; !cursor.isAtEnd; cursor.skip()) {
    if (cursor.isName('export') && cursor.isName('default', 1)) return cursor.at + 2;
    const isExports = cursor.isName('module') && cursor.isSign('.', 1) && cursor.isName('exports', 2);
    if (isExports && cursor.isSign('=', 3)) return cursor.at + 4;
  }
  return undefined;
}

class Exports {
  readonly #tokens: readonly JsToken[];

  constructor(tokens: readonly JsToken[]) {
    this.#tokens = tokens;
  }

  /** Follows parentheses, names and functions to the object literal. */
  objectAt(start: number): ExportedObject | undefined {
    const cursor = new JsCursor(this.#tokens, start);
    for (let step = 0; step < maxSteps; step++) {
      if (cursor.isSign('{')) return this.#read(cursor);
      const token = cursor.peek();
      if (token === undefined) return undefined;
      const next = cursor.isSign('(') ? this.#insideParentheses(cursor) : this.#behindName(cursor, token);
      if (next === undefined) return undefined;
      cursor.at = next;
    }
    return undefined;
  }

  #read(cursor: JsCursor): ExportedObject | undefined {
    const reader = new LiteralReader(cursor);
    const root = reader.value();
    return root?.kind === 'dict' ? { root, ...reader.unread } : undefined;
  }

  /** Parameters of an arrow function lead to its body; other parentheses to what is in them. */
  #insideParentheses(cursor: JsCursor): number | undefined {
    const inside = cursor.at + 1;
    cursor.skip();
    return this.#arrowBody(cursor) ?? inside;
  }

  /** Behind `=>`, with or without the type of the result before it. */
  #arrowBody(cursor: JsCursor): number | undefined {
    if (cursor.isSign(':')) {
      while (!cursor.isAtEnd && !cursor.isSign('=>') && !cursor.isSign(';') && !cursor.isSign(','))
        cursor.skip();
    }
    if (!cursor.takeSign('=>')) return undefined;
    return cursor.isSign('{') ? this.#returned(cursor) : cursor.at;
  }

  #behindName(cursor: JsCursor, token: JsToken): number | undefined {
    if (token.kind !== 'name') return undefined;
    if (token.text === 'function') {
      while (!cursor.isAtEnd && !cursor.isSign('(')) cursor.next();
      cursor.skip();
      while (!cursor.isAtEnd && !cursor.isSign('{')) cursor.skip();
      return this.#returned(cursor);
    }
    if (cursor.isSign('=>', 1)) {
      cursor.next();
      return this.#arrowBody(cursor);
    }
    const isAlone = cursor.peek(1) === undefined || cursor.isSign(';', 1) || cursor.peek(1)?.kind === 'name';
    return isAlone ? this.#assigned(token.text) : undefined;
  }

  /** What a function gives back whose body is nothing but declarations and one `return`. */
  #returned(cursor: JsCursor): number | undefined {
    let found: number | undefined;
    cursor.next();
    while (!cursor.isAtEnd && !cursor.isSign('}')) {
      if (cursor.isName('if') || cursor.isName('switch') || cursor.isName('try')) return undefined;
      if (cursor.isName('return')) {
        if (found !== undefined) return undefined;
        found = cursor.at + 1;
      }
      cursor.skip();
    }
    return found;
  }

  /** The value of a constant of the module; one that is changed afterwards is not known. */
  #assigned(name: string): number | undefined {
    const cursor = new JsCursor(this.#tokens);
    let found: number | undefined;
    for (; !cursor.isAtEnd; cursor.at++) {
      if (!cursor.isName(name)) continue;
      const isDeclared = ['const', 'let', 'var'].some((word) => cursor.isName(word, -1));
      if (isDeclared && found === undefined) found = this.#initializer(cursor.at);
      else if (cursor.isSign('.', 1) || cursor.isSign('[', 1) || cursor.isSign('=', 1)) return undefined;
    }
    return found;
  }

  #initializer(at: number): number | undefined {
    const cursor = new JsCursor(this.#tokens, at + 1);
    while (!cursor.isAtEnd && !cursor.isSign('=') && !cursor.isSign(';')) cursor.skip();
    return cursor.isSign('=') ? cursor.at + 1 : undefined;
  }
}
