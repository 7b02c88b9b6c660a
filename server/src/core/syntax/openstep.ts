import type { TextRange } from '../text';
import { OpenStepScanner } from './openstep-scanner';
import type { OpenStepDocument, OpenStepEntry, OpenStepNode, OpenStepString } from './openstep-types';

/** Far deeper than any project; bounds the recursion. */
const MAX_DEPTH = 200;

/**
 * Reads an OpenStep property list: a project.pbxproj, or a .strings file with its outer braces left out.
 * Goes on after problems. Never throws. Linear in the length of the text.
 */
export function parseOpenStep(text: string): OpenStepDocument {
  return new OpenStepParser(text).parse();
}

class OpenStepParser {
  readonly #scanner: OpenStepScanner;
  #depth = 0;

  constructor(text: string) {
    this.#scanner = new OpenStepScanner(text);
  }

  parse(): OpenStepDocument {
    const root = this.#root();
    if (this.#scanner.peek() !== '') {
      this.#scanner.report(this.#scanner.rest, 'Nothing may follow the end of the property list');
    }
    return { root, problems: this.#scanner.problems };
  }

  #root(): OpenStepNode | undefined {
    if (this.#scanner.peek() === '') return undefined;
    const first = this.#value();
    if (first?.kind !== 'string' || !'=;'.includes(this.#scanner.peek() || ' ')) return first;
    const entries = [...this.#entry(first), ...this.#entries()];
    return { kind: 'dict', entries, range: this.#from(first.range.start) };
  }

  /** `undefined` when no value comes next; nothing is stepped over then. */
  #value(): OpenStepNode | undefined {
    const opener = this.#scanner.peek();
    if (opener !== '{' && opener !== '(') return this.#scanner.string();
    const { start } = this.#scanner.skip();
    if (++this.#depth > MAX_DEPTH) {
      this.#scanner.report({ start, end: start + 1 }, `Nested deeper than ${MAX_DEPTH} levels`);
      this.#scanner.stop();
    }
    const node = opener === '{' ? this.#dict(start) : this.#array(start);
    this.#depth--;
    return node;
  }

  #dict(start: number): OpenStepNode {
    const entries = this.#entries();
    this.#close('}', start);
    return { kind: 'dict', entries, range: this.#from(start) };
  }

  #array(start: number): OpenStepNode {
    const items: OpenStepNode[] = [];
    while (!')}'.includes(this.#scanner.peek())) {
      const item = this.#value();
      if (item === undefined) this.#unexpected();
      else items.push(item);
      if (!this.#scanner.accept(',') && item !== undefined && this.#canStartValue()) {
        this.#scanner.report(lastCharacter(item.range), 'A comma is missing after this');
      }
    }
    this.#close(')', start);
    return { kind: 'array', items, range: this.#from(start) };
  }

  #entries(): OpenStepEntry[] {
    const entries: OpenStepEntry[] = [];
    while (!'}'.includes(this.#scanner.peek())) {
      const key = this.#scanner.string();
      if (key === undefined) this.#unexpected();
      else entries.push(...this.#entry(key));
    }
    return entries;
  }

  /** What follows a key; none when its value is missing. */
  #entry(key: OpenStepString): OpenStepEntry[] {
    // The short form `key;` means `key = key;`.
    if (this.#scanner.accept(';')) return [{ key: key.value, keyRange: key.range, value: key }];
    if (!this.#scanner.accept('=')) this.#scanner.report(key.range, `An = is missing after ${key.value}`);
    const value = this.#value();
    if (value === undefined) {
      this.#scanner.report(key.range, `${key.value} has no value`);
      this.#scanner.accept(';');
      return [];
    }
    if (!this.#scanner.accept(';')) {
      this.#scanner.report(lastCharacter(value.range), 'A semicolon is missing after this');
    }
    return [{ key: key.value, keyRange: key.range, value }];
  }

  #close(closer: string, start: number): void {
    if (this.#scanner.accept(closer)) return;
    this.#scanner.report({ start, end: start + 1 }, `The matching ${closer} is missing`);
  }

  #canStartValue(): boolean {
    return !')}'.includes(this.#scanner.peek());
  }

  #unexpected(): void {
    const range = this.#scanner.skip();
    this.#scanner.report(range, 'This character has no meaning here');
  }

  #from(start: number): TextRange {
    return { start, end: this.#scanner.wordEnd };
  }
}

function lastCharacter({ end }: TextRange): TextRange {
  return { start: end - 1, end };
}
