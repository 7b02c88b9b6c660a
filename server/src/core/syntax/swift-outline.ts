/** Takes Swift apart into its types and what is in them, also while braces are missing. */
import type { TextRange } from '../text';
import { MARK_SIZE, MarkKind, type SwiftMarks } from './swift-marks';

/** What a piece of code stands in. */
export type Surrounding = 'file' | 'class' | 'enum' | 'protocol';

/** Declarations or statements: mostly a single declaration. */
export interface SwiftPiece {
  readonly kind: 'piece';
  readonly range: TextRange;
  readonly within: Surrounding;
  /** How many closing braces it lacks. */
  readonly missing: number;
  /** Offsets of closing braces that close nothing. */
  readonly strays: readonly number[];
}

export interface SwiftContainer {
  readonly kind: 'type';
  /** With the closing brace, if there is one. */
  readonly range: TextRange;
  /** What it stands in. */
  readonly within: Surrounding;
  /** What stands in it. */
  readonly inside: Exclude<Surrounding, 'file'>;
  readonly nameEnd: number;
  /** Offset of the opening brace. */
  readonly open: number;
  readonly isClosed: boolean;
  readonly items: readonly SwiftItem[];
}

export type SwiftItem = SwiftPiece | SwiftContainer;

/** Types nested deeper are pieces. */
const MAX_DEPTH = 50;

/**
 * In the order of the text. Where the braces of the text do not balance, indentation says what belongs to what, so that a
 * missing brace leaves the declarations around it alone.
 */
export function outlineSwift(source: OutlineSource): readonly SwiftItem[] {
  return new Outliner(source).run();
}

export interface OutlineSource {
  /** Normalised. */
  readonly text: string;
  readonly original: string;
  readonly marks: SwiftMarks;
}

interface OpenContainer {
  readonly within: Surrounding;
  readonly inside: Surrounding;
  readonly start: number;
  /** Of the line at `start`; -1 for the file. */
  readonly indentation: number;
  readonly nameEnd: number;
  readonly open: number;
  readonly items: SwiftItem[];
}

class Outliner {
  readonly #text: string;
  readonly #original: string;
  readonly #marks: SwiftMarks;
  readonly #isBalanced: boolean;
  readonly #outer: OpenContainer[] = [];
  #container: OpenContainer = {
    within: 'file',
    inside: 'file',
    start: 0,
    indentation: -1,
    nameEnd: 0,
    open: -1,
    items: [],
  };
  /** Of the current piece. */
  #start = 0;
  #depth = 0;
  #missing = 0;
  #strays: number[] = [];
  /** What is indented deeper belongs to it. */
  #indentation = 0;

  constructor({ text, original, marks }: OutlineSource) {
    this.#text = text;
    this.#original = original;
    this.#marks = marks;
    this.#isBalanced = isBalanced(marks);
  }

  run(): readonly SwiftItem[] {
    const marks = this.#marks;
    for (let i = 0; i < marks.length; i += MARK_SIZE) {
      const kind = marks[i] ?? 0;
      const offset = marks[i + 1] ?? 0;
      if (kind === MarkKind.open) this.#depth++;
      else if (kind === MarkKind.close) this.#close(offset, marks[i + 2] === 1);
      else if (this.#begins(offset)) {
        this.#endPiece(offset);
        this.#indentation = this.#isBalanced ? 0 : this.#indentationAt(offset);
        if (kind !== MarkKind.declaration && this.#outer.length < MAX_DEPTH) {
          this.#openType(kind, offset, marks[i + 2] ?? 0, marks[i + 3] ?? 0);
          // The brace itself is the next mark.
          i += MARK_SIZE;
        }
      }
    }
    while (this.#outer.length > 0) this.#closeType(this.#text.length, false);
    this.#endPiece(this.#text.length);
    return this.#container.items;
  }

  /** Whether a declaration is one of the current type, or of one around it that is closed hereby. */
  #begins(offset: number): boolean {
    if (this.#isBalanced) return this.#depth === 0;
    const indentation = this.#indentationAt(offset);
    if (this.#depth > 0 && indentation > this.#indentation) return false;
    while (this.#outer.length > 0 && indentation <= this.#container.indentation) {
      this.#closeType(offset, false);
    }
    return true;
  }

  #close(offset: number, opensLine: boolean): void {
    if (this.#isBalanced) {
      if (this.#depth > 0) this.#depth--;
      else this.#closeType(offset, true);
      return;
    }
    const indentation = opensLine ? this.#indentationAt(offset) : undefined;
    if (this.#mayCloseType(offset, indentation)) this.#closeType(offset, true);
    else if (this.#depth === 0) this.#strays.push(offset);
    else if (indentation === undefined) this.#depth--;
    else if (indentation <= this.#indentation) this.#endBody();
    else if (this.#depth > 1) this.#depth--;
    // The last brace of a declaration would stand below its beginning.
    else this.#strays.push(offset);
  }

  /** A brace at the indentation of a declaration closes all that is open in it. */
  #endBody(): void {
    this.#missing += this.#depth - 1;
    this.#depth = 0;
  }

  /** `indentation` is that of a brace that is the first on its line. */
  #mayCloseType(offset: number, indentation: number | undefined): boolean {
    if (this.#outer.length === 0) return false;
    if (indentation !== undefined) return indentation <= this.#container.indentation;
    const lineEnd = this.#text.indexOf('\n', this.#container.open);
    return this.#depth === 0 && (lineEnd < 0 || offset < lineEnd);
  }

  #openType(kind: number, start: number, open: number, nameEnd: number): void {
    this.#outer.push(this.#container);
    const within = this.#container.inside;
    const inside = kind === MarkKind.enum ? 'enum' : kind === MarkKind.protocol ? 'protocol' : 'class';
    const indentation = this.#indentation;
    this.#container = { within, inside, start, indentation, nameEnd, open, items: [] };
    this.#beginPiece(open + 1);
  }

  /** `end` is the offset of the closing brace, or of what comes instead of it. */
  #closeType(end: number, isClosed: boolean): void {
    const outer = this.#outer.pop();
    if (outer === undefined) return;
    this.#endPiece(end);
    const { within, inside, start, nameEnd, open, items } = this.#container;
    this.#container = outer;
    if (inside !== 'file') {
      const range = { start, end: isClosed ? end + 1 : end };
      outer.items.push({ kind: 'type', range, within, inside, nameEnd, open, isClosed, items });
    }
    this.#beginPiece(isClosed ? end + 1 : end);
  }

  #beginPiece(start: number): void {
    this.#start = start;
    this.#depth = 0;
    this.#missing = 0;
    this.#strays = [];
    this.#indentation = this.#container.indentation + 1;
  }

  #endPiece(end: number): void {
    const range = trimmed(this.#text, this.#start, end);
    if (range !== undefined) {
      this.#container.items.push({
        kind: 'piece',
        range,
        within: this.#container.inside,
        missing: this.#missing + this.#depth,
        strays: this.#strays,
      });
    }
    this.#beginPiece(end);
  }

  /** Of the line: how many blanks it begins with. */
  #indentationAt(offset: number): number {
    const text = this.#original;
    let start = offset;
    while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
    let end = start;
    while (end < offset && isBlank(text.charCodeAt(end))) end++;
    return end - start;
  }
}

function isBalanced(marks: SwiftMarks): boolean {
  let depth = 0;
  for (let i = 0; i < marks.length; i += MARK_SIZE) {
    if (marks[i] === MarkKind.open) depth++;
    else if (marks[i] === MarkKind.close && --depth < 0) return false;
  }
  return depth === 0;
}

/** Without blanks around it, and without a semicolon that ended what is in front of it. */
function trimmed(text: string, from: number, to: number): TextRange | undefined {
  let start = from;
  let end = to;
  while (start < end && (isBlank(text.charCodeAt(start)) || text[start] === ';')) start++;
  while (start < end && isBlank(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : undefined;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xfeff;
}
