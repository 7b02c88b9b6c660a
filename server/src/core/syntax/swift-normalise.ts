/**
 * Prepares Swift text for tree-sitter: comments, and syntax that the grammar stumbles over, are replaced by blanks or by
 * neutral text of the same length, so that every offset still holds. What is blanked and carries meaning is kept beside
 * the text.
 */
import type { TextRange } from '../text';
import { type DirectiveLine, type DirectiveRegion, regionsOf } from './directive-regions';
import { parseSwiftCondition } from './swift-conditions';
import { type SwiftMarks, swiftMarks } from './swift-marks';
import { rewriteRules } from './swift-rewrites';
import { scanSwift, TokenKind } from './swift-scanner';
import { TokenView } from './swift-tokens';

/** A `try` or `await` that was blanked. */
export interface SwiftEffect {
  readonly form: 'try' | 'try?' | 'try!' | 'await';
  /** Where the keyword stood. */
  readonly start: number;
}

export interface NormalisedSwift {
  /** As long as the original, with the same line breaks. */
  readonly text: string;
  readonly original: string;
  /** By the offset of the token behind them, outermost first. */
  readonly effects: ReadonlyMap<number, readonly SwiftEffect[]>;
  /** Offsets of stand-in identifiers, where the original has something that is no name (a regular expression, `#isolation`). */
  readonly opaque: ReadonlySet<number>;
  /** Offsets at which the value `()` was replaced by a number. */
  readonly units: ReadonlySet<number>;
  readonly directives: readonly DirectiveRegion[];
  readonly comments: readonly TextRange[];
  readonly marks: SwiftMarks;
}

/** Never throws; broken text is normalised as far as it can be read. */
export function normaliseSwift(original: string): NormalisedSwift {
  const { lines, ...rest } = rewriteSwift(original);
  return { ...rest, original, directives: regionsOf(lines, original.length) };
}

/** What is known of a part of a text by itself. */
export interface RewrittenSwift extends Omit<NormalisedSwift, 'original' | 'directives'> {
  /** Of `#if` and its like. */
  readonly lines: readonly DirectiveLine[];
}

export function rewriteSwift(original: string): RewrittenSwift {
  const view = new TokenView(original, scanSwift(original));
  const rewriter = new SwiftRewriter(view);
  rewriter.run();
  const { effects, opaque, units, lines } = rewriter;
  const marks = swiftMarks(view, rewriter.isBlanked);
  return { text: rewriter.text(), effects, opaque, units, lines, comments: view.tokens.comments, marks };
}

interface Replacement extends TextRange {
  readonly text: string;
}

/** Goes through the tokens once and collects replacements; the rules are in swift-rewrites.ts. */
export class SwiftRewriter {
  readonly effects = new Map<number, readonly SwiftEffect[]>();
  readonly opaque = new Set<number>();
  readonly units = new Set<number>();
  readonly lines: DirectiveLine[] = [];
  readonly #replacements: Replacement[] = [];
  readonly #blanked: Uint8Array;
  #pending: SwiftEffect[] = [];

  constructor(readonly view: TokenView) {
    this.#blanked = new Uint8Array(view.count);
  }

  run(): void {
    for (const comment of this.view.tokens.comments) this.replace(comment, '');
    for (let index = 0; index < this.view.count; index++) {
      if (this.#blanked[index] === 0) this.#rewrite(index);
      if (this.#blanked[index] === 0 && this.#pending.length > 0) {
        this.effects.set(this.view.start(index), this.#pending);
        this.#pending = [];
      }
    }
  }

  #rewrite(index: number): void {
    const { view } = this;
    switch (view.kind(index)) {
      case TokenKind.word:
        rewriteRules.word(this, index);
        break;
      case TokenKind.hash:
        if (view.opensLine(index) && DIRECTIVES.has(view.read(index))) this.#directive(index);
        else rewriteRules.hash(this, index);
        break;
      case TokenKind.rawName:
        rewriteRules.rawName(this, index);
        break;
      case TokenKind.opaque:
        rewriteRules.opaque(this, index);
        break;
      case TokenKind.openString:
        if (view.start(index) < view.end(index))
          this.replace({ start: view.start(index), end: view.end(index) }, '"');
        break;
      case TokenKind.punctuation:
        if (view.is(index, '(')) rewriteRules.openParen(this, index);
        else if (view.is(index, '<')) rewriteRules.openAngle(this, index);
        else if (view.is(index, ';')) rewriteRules.semicolon(this, index);
        break;
    }
  }

  #directive(index: number): void {
    const { view } = this;
    let next = view.nextLine(index);
    // A condition goes on behind an operator.
    while (next < view.count && (view.is(next - 1, '&') || view.is(next - 1, '|')))
      next = view.nextLine(next);
    const range = { start: view.start(index), end: view.end(next - 1) };
    const keyword = view.read(index);
    const hasCondition = keyword === '#if' || keyword === '#elseif';
    const condition = hasCondition ? parseSwiftCondition(view, index + 1, next) : undefined;
    const kind = keyword === '#if' ? 'open' : keyword === '#endif' ? 'close' : 'next';
    this.lines.push({ kind, range, condition });
    this.blank(index, next - 1);
  }

  readonly isBlanked = (index: number): boolean => this.#blanked[index] === 1;

  /** Blanks the tokens `from` to `to`, both included. */
  blank(from: number, to: number): void {
    const { view } = this;
    this.replace({ start: view.start(from), end: view.end(to) }, '');
    this.#blanked.fill(1, from, to + 1);
  }

  /** Puts `text` at the start of `range`, and blanks behind it. */
  replace(range: TextRange, text: string): void {
    const rest = this.view.text.slice(range.start + text.length, range.end);
    this.#replacements.push({ ...range, text: text + rest.replace(/[^\r\n]/g, ' ') });
  }

  effect(form: SwiftEffect['form'], start: number): void {
    this.#pending.push({ form, start });
  }

  text(): string {
    const pieces: string[] = [];
    let position = 0;
    for (const { start, end, text } of this.#replacements.sort((a, b) => a.start - b.start)) {
      if (start < position) continue;
      pieces.push(this.view.text.slice(position, start), text);
      position = end;
    }
    pieces.push(this.view.text.slice(position));
    return pieces.join('');
  }
}

const DIRECTIVES: ReadonlySet<string> = new Set(['#if', '#elseif', '#else', '#endif']);
