/** One literal in brackets, and how elements get into it and out of it. */
import { trimBlank } from '../../../syntax/blank';
import type { TextEdit, TextRange } from '../../../text';
import { contains } from '../../../text';
import { hasLineEnd, lineIndent, lineStart, startsLine } from '../plist-layout';
import { afterLineComments, hasComment, type LiteralChild, literalChildren } from './scanner';
import type { LiteralLayout } from './writer';

/** Makes new elements; `indent` is that of their lines, `undefined` where all stay on the line of the bracket. */
type Render = (indent: string | undefined) => readonly string[];

export class LiteralContainer {
  readonly children: readonly LiteralChild[];
  readonly #text: string;
  readonly #inner: TextRange;
  readonly #layout: LiteralLayout;
  /** What stands in it when there is no element. */
  readonly #empty: string;

  private constructor(
    text: string,
    inner: TextRange,
    children: readonly LiteralChild[],
    layout: LiteralLayout,
    empty: string,
  ) {
    this.#text = text;
    this.#inner = inner;
    this.children = children;
    this.#layout = layout;
    this.#empty = empty;
  }

  /** `undefined` when `inner` is not what the brackets of one literal enclose. */
  static at(
    text: string,
    inner: TextRange,
    [open, close]: readonly [string, string],
    layout: LiteralLayout,
    empty: string,
  ): LiteralContainer | undefined {
    if (text[inner.start - 1] !== open || text[inner.end] !== close) return undefined;
    const children = literalChildren(text, inner);
    if (children === undefined) return undefined;
    const [only] = children;
    const isEmpty =
      children.length === 1 &&
      empty !== '' &&
      only !== undefined &&
      text.slice(only.start, only.end) === empty;
    return new LiteralContainer(text, inner, isEmpty ? [] : children, layout, empty);
  }

  /** The element that holds `range`. */
  childAt(range: TextRange): number {
    return this.children.findIndex((child) => contains(child, range));
  }

  /** `isInLines`: where there is no element yet to tell. */
  append(render: Render, isInLines: boolean): TextEdit[] {
    const last = this.children.at(-1);
    if (last === undefined) return this.#fill(render, isInLines);
    if (!startsLine(this.#text, last.start)) {
      return [
        insert(
          last.end,
          render(undefined)
            .map((element) => `, ${element}`)
            .join(''),
        ),
      ];
    }
    const indent = lineIndent(this.#text, last.start);
    const line = this.#layout.lineEnd + indent;
    const elements = render(indent);
    const afterComma = last.comma === undefined ? last.end : last.comma + 1;
    const comments = afterLineComments(this.#text, afterComma);
    if (comments === afterComma)
      return [insert(last.end, elements.map((each) => `,${line}${each}`).join(''))];
    const added = insert(comments, line + elements.join(`,${line}`) + (last.comma === undefined ? '' : ','));
    return last.comma === undefined ? [insert(last.end, ','), added] : [added];
  }

  #fill(render: Render, isInLines: boolean): TextEdit[] {
    const content = trimBlank(this.#text, this.#inner);
    const isCommented = hasComment(this.#text, this.#inner);
    const outer = lineIndent(this.#text, this.#inner.start - 1);
    const indent = outer + this.#layout.unit;
    const line = this.#layout.lineEnd + indent;
    if (isCommented) {
      const hasClosingLine = hasLineEnd(this.#text, { start: content.end, end: this.#inner.end });
      const text = line + render(indent).join(`,${line}`);
      return [insert(content.end, hasClosingLine ? text : text + this.#layout.lineEnd + outer)];
    }
    if (!isInLines && !hasLineEnd(this.#text, this.#inner)) {
      return [{ range: this.#inner, newText: render(undefined).join(', ') }];
    }
    const newText = line + render(indent).join(`,${line}`) + this.#layout.lineEnd + outer;
    return [{ range: this.#inner, newText }];
  }

  remove(index: number): TextEdit[] {
    const child = this.children[index];
    if (child === undefined) return [];
    const edits = this.#removal(child, index);
    const isOnly = this.children.length === 1 && this.#empty !== '';
    return isOnly ? [insert(this.#inner.start, this.#empty), ...edits] : edits;
  }

  #removal(child: LiteralChild, index: number): TextEdit[] {
    const before = this.children[index - 1];
    const isLast = index === this.children.length - 1;
    const end = child.comma === undefined ? child.end : child.comma + 1;
    const lines = this.#lines(child.start, end);
    const comma =
      isLast && child.comma === undefined && before?.comma !== undefined
        ? [remove({ start: before.comma, end: before.comma + 1 })]
        : [];
    if (lines !== undefined) return [...comma, remove(lines)];
    const next = this.children[index + 1];
    const gap = isLast
      ? before && { start: before.end, end: child.start }
      : next && { start: child.end, end: next.start };
    if (gap === undefined || hasComment(this.#text, gap)) {
      return [...comma, remove({ start: child.start, end })];
    }
    return [remove(isLast ? { ...gap, end: child.end } : { ...gap, start: child.start })];
  }

  /** The lines of an element that has these for itself, with the comments behind it. */
  #lines(start: number, end: number): TextRange | undefined {
    if (!startsLine(this.#text, start)) return undefined;
    const after = afterLineComments(this.#text, end);
    const tail = /^[ \t]*(?:\r\n|\n|\r)/.exec(this.#text.slice(after))?.[0];
    if (tail === undefined) return undefined;
    return { start: lineStart(this.#text, start), end: after + tail.length };
  }
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

function remove(range: TextRange): TextEdit {
  return { range, newText: '' };
}
