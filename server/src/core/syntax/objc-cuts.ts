/** Where Objective-C can be cut so that what comes before and what comes behind can be normalised independently. */
import { areBalanced, garbledBody, isContainerBoundary, startsMethod } from './objc-bodies';
import { ObjcScanner, type ObjcToken } from './objc-scanner';

/**
 * The next place behind `from`, itself such a place or 0, where a method of an `@implementation` begins right behind a
 * closing brace, outside of conditional compilation and with all braces in front of it closed. The end of the text when
 * there is none.
 */
export function nextObjcCut(text: string, from: number, accepts: (cut: number) => boolean): number {
  return new CutSearch(text, from).run(accepts);
}

class CutSearch {
  readonly #text: string;
  readonly #from: number;
  #braces: ObjcToken[] = [];
  #inMethod: boolean;
  #inImplementation: boolean;
  /** Of open braces. */
  #depth = 0;
  /** Of open conditionals. */
  #conditionals = 0;
  /** Where the current branch of a conditional began. */
  #branchDepth = 0;
  /** Something was seen that may reach to the end of the text. */
  #isLost = false;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#from = from;
    this.#inMethod = from > 0;
    this.#inImplementation = from > 0;
  }

  run(accepts: (cut: number) => boolean): number {
    const scanner = new ObjcScanner(this.#text, this.#from);
    let before: ObjcToken | undefined;
    let token = scanner.next();
    while (token !== undefined && !this.#isLost) {
      const next = scanner.next();
      if (this.#inImplementation && startsMethod(this.#text, token, next)) {
        this.#finish(true);
        const isCut = before?.text === '}' && this.#conditionals === 0 && !this.#isLost;
        if (isCut && accepts(token.start)) return token.start;
      } else this.#read(token);
      before = token;
      token = next;
    }
    return this.#text.length;
  }

  #read(token: ObjcToken): void {
    if (token.kind === 'directive') this.#directive(token.text);
    else if (isContainerBoundary(token)) {
      this.#finish(false);
      this.#inImplementation = token.text === '@implementation';
      if (this.#conditionals > 0) this.#isLost = true;
    } else if (token.kind === 'punctuation' && (token.text === '{' || token.text === '}')) {
      this.#depth += token.text === '{' ? 1 : -1;
      this.#braces.push(token);
    }
  }

  /** A method or what stands between methods ends. */
  #finish(beginsMethod: boolean): void {
    const braces = this.#braces;
    const isGarbled = this.#inMethod && garbledBody(braces) !== undefined;
    if (!isGarbled && !areBalanced(braces)) this.#isLost = true;
    this.#braces = [];
    this.#depth = 0;
    this.#branchDepth = 0;
    this.#inMethod = beginsMethod;
  }

  /** Branches with braces that do not balance may leave more or fewer of them than there are. */
  #directive(name: string): void {
    const opens = name === 'if' || name === 'ifdef' || name === 'ifndef';
    const closes = name === 'endif';
    if (!opens && !closes && !name.startsWith('el')) return;
    if (this.#conditionals > 0 && this.#depth !== this.#branchDepth) this.#isLost = true;
    this.#branchDepth = this.#depth;
    if (opens) this.#conditionals++;
    else if (closes) this.#conditionals = Math.max(0, this.#conditionals - 1);
  }
}
