/**
 * Makes every tag of a half-typed property list meet its partner, so that a parser reads all that is readable.
 * What carries no value (comments, declarations, the document type with its entities) is taken out as well.
 */
import type { TextEdit, TextRange } from '../text';
import { isBlank, isBlankAt, trimBlank } from './blank';
import { EditedText } from './edit-map';
import { elementKind, UNKNOWN_ELEMENT } from './plist-names';
import { strayAmpersands } from './plist-text';
import { type PlistToken, plistTokens } from './plist-tokens';
import type { SyntaxProblem } from './plist-types';

export interface BalancedPlist {
  /** One element at most, without comments; its text is the source when nothing had to be changed. */
  readonly edited: EditedText;
  readonly problems: readonly SyntaxProblem[];
}

/** Deeper elements are left out: whoever nests this deep is not writing a property list. */
export const MAX_DEPTH = 200;
/** After that many problems the rest of the text is left out. */
export const MAX_PROBLEMS = 100;

interface OpenElement {
  readonly name: string;
  readonly tag: TextRange;
  /** Too deep: its tags are left out. */
  readonly isHidden: boolean;
  /** Where its readable content ends so far. */
  contentEnd: number;
}

export function balancePlist(text: string): BalancedPlist {
  const balancer = new Balancer(text);
  for (const token of plistTokens(text)) {
    if (!balancer.take(token)) break;
  }
  return balancer.finish();
}

class Balancer {
  readonly #text: string;
  readonly #edits: TextEdit[] = [];
  readonly #problems: SyntaxProblem[] = [];
  readonly #stack: OpenElement[] = [];
  #isRootClosed = false;
  #isTooDeep = false;

  constructor(text: string) {
    this.#text = text;
    if (text.charCodeAt(0) === 0xfeff) this.#replace({ start: 0, end: 1 }, '');
  }

  /** Answers false when the rest of the text is not wanted. */
  take(token: PlistToken): boolean {
    const rest = { start: token.range.start, end: this.#text.length };
    const isJunk = this.#isRootClosed && token.kind !== 'skip' && !this.#isBlankText(token);
    if (isJunk) this.#report(trimBlank(this.#text, rest), 'Nothing may follow the end of the property list');
    if (isJunk || this.#problems.length >= MAX_PROBLEMS) {
      this.#replace(rest, '');
      return false;
    }
    this.#dispatch(token);
    return true;
  }

  finish(): BalancedPlist {
    // What stands around the element that somebody is writing is not closed either: once is enough.
    for (let isInnermost = true; this.#stack.length > 0; isInnermost = false)
      this.#closeUnclosed(isInnermost);
    return { edited: new EditedText(this.#text, this.#edits), problems: this.#problems };
  }

  #dispatch(token: PlistToken): void {
    if (token.kind === 'skip') this.#replace(token.range, '');
    else if (token.kind === 'open' || token.kind === 'empty') this.#open(token);
    else if (token.kind === 'close') this.#close(token);
    else if (token.kind === 'broken') this.#broken(token);
    else if (!this.#isBlankText(token)) this.#content(token);
  }

  #open(token: PlistToken): void {
    const isUnknown = elementKind(token.name) === 'other';
    if (isUnknown && this.#isIn('leaf')) {
      this.#drop(token.range, `Property lists have no <${token.name}>; a < in text is written &lt;`);
      return;
    }
    if (this.#isIn('leaf')) this.#closeUnclosed();
    this.#extend(token.range.end);
    const isHidden = this.#stack.length >= MAX_DEPTH;
    if (isHidden) this.#hideTooDeep(token.range);
    else if (isUnknown) this.#renameUnknown(token);
    if (token.kind === 'open') {
      this.#stack.push({ name: token.name, tag: token.range, isHidden, contentEnd: token.range.end });
    } else if (this.#stack.length === 0) this.#isRootClosed = true;
  }

  #close(token: PlistToken): void {
    const top = this.#stack.at(-1);
    if (top === undefined) {
      this.#drop(token.range, `Nothing is open that </${token.name}> could close`);
    } else if (top.name === token.name || this.#stack.some((open) => open.name === token.name)) {
      while (this.#stack.at(-1)?.name !== token.name) this.#closeUnclosed();
      this.#closeTop(token);
    } else if (this.#isIn('leaf')) {
      const closing = { range: token.range, newText: `</${top.name}>` };
      this.#report(token.range, `<${top.name}> is closed as </${token.name}>`, closing);
      this.#closeTop(token);
    } else {
      this.#drop(token.range, `No <${token.name}> is open here, but <${top.name}> is`);
    }
  }

  #content(token: PlistToken): void {
    if (this.#stack.at(-1)?.isHidden) {
      this.#replace(token.range, '');
    } else if (this.#isIn('container') || this.#stack.length === 0) {
      this.#drop(token.range, 'Text stands only inside of elements such as <string>');
    } else {
      if (token.kind === 'text') this.#escapeAmpersands(token.range);
      this.#extend(token.range.end);
    }
  }

  #escapeAmpersands(range: TextRange): void {
    for (const { at, message } of strayAmpersands(this.#text, range)) {
      const escaped = { range: { start: at.start, end: at.start + 1 }, newText: '&amp;' };
      this.#report(at, message, escaped);
      this.#edits.push(escaped);
      if (this.#problems.length >= MAX_PROBLEMS) return;
    }
  }

  #broken(token: PlistToken): void {
    const message = token.message ?? 'This is not a tag';
    const isSingle = token.range.end === token.range.start + 1;
    if (this.#isIn('leaf') && token.name.startsWith('/')) {
      const closing = { range: token.range, newText: `</${this.#stack.at(-1)?.name}>` };
      this.#report(token.range, message, closing);
      this.#closeTop(token);
    } else if (this.#isIn('leaf') && isSingle) {
      const escaped = { range: token.range, newText: '&lt;' };
      this.#report(token.range, message, escaped);
      this.#extend(token.range.end);
      this.#edits.push(escaped);
    } else {
      this.#drop(token.range, message);
    }
  }

  /** Ends the innermost element with a closing tag, which may be misspelt. */
  #closeTop(token: PlistToken): void {
    const top = this.#stack.pop();
    if (top === undefined) return;
    const name = writtenName(top);
    if (top.isHidden) this.#replace(token.range, '');
    else if (name !== token.name) this.#replace(token.range, `</${name}>`);
    this.#closed(token.range.end);
  }

  /** Ends the innermost element right after its last content. */
  #closeUnclosed(isReported = true): void {
    const isLeaf = this.#isIn('leaf');
    const top = this.#stack.pop();
    if (top === undefined) return;
    let at = top.contentEnd;
    while (isLeaf && at > top.tag.end && isBlankAt(this.#text, at - 1)) at--;
    const closing = { range: { start: at, end: at }, newText: `</${top.name}>` };
    if (isReported) this.#report(top.tag, `<${top.name}> is not closed`, isLeaf ? closing : undefined);
    if (!top.isHidden) this.#replace({ start: at, end: at }, `</${writtenName(top)}>`);
    this.#closed(at);
  }

  #closed(end: number): void {
    this.#extend(end);
    if (this.#stack.length === 0) this.#isRootClosed = true;
  }

  #hideTooDeep(range: TextRange): void {
    if (!this.#isTooDeep) this.#report(range, `Nested deeper than ${MAX_DEPTH} elements`);
    this.#isTooDeep = true;
    this.#replace(range, '');
  }

  /** Parsers refuse some names, such as those of JavaScript's object members. */
  #renameUnknown(token: PlistToken): void {
    this.#report(token.range, `Property lists have no <${token.name}>`);
    this.#replace(token.range, token.kind === 'open' ? `<${UNKNOWN_ELEMENT}>` : `<${UNKNOWN_ELEMENT}/>`);
  }

  #drop(range: TextRange, message: string): void {
    this.#report(trimBlank(this.#text, range), message);
    this.#extend(range.end);
    this.#replace(range, '');
  }

  #report(range: TextRange, message: string, repair?: TextEdit): void {
    if (this.#problems.length >= MAX_PROBLEMS) return;
    this.#problems.push({ range, message, ...(repair && { repair }) });
  }

  #replace(range: TextRange, newText: string): void {
    this.#edits.push({ range, newText });
  }

  #extend(end: number): void {
    const top = this.#stack.at(-1);
    if (top !== undefined) top.contentEnd = end;
  }

  #isIn(kind: ReturnType<typeof elementKind>): boolean {
    const top = this.#stack.at(-1);
    return top !== undefined && elementKind(top.name) === kind;
  }

  #isBlankText(token: PlistToken): boolean {
    return token.kind === 'text' && isBlank(this.#text, token.range);
  }
}

function writtenName(open: OpenElement): string {
  return elementKind(open.name) === 'other' ? UNKNOWN_ELEMENT : open.name;
}
