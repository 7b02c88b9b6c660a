/** Texts of new values in literals of JSON and Swift. */
import { isNewArray, type NewValue } from '../plist-writer';

/** What differs between the languages. */
export interface LiteralLanguage {
  readonly dictBrackets: readonly [open: string, close: string];
  /** What stands between the brackets of a dictionary without entries. */
  readonly emptyDict: string;
  readonly defaultUnit: string;
  quote(value: string): string;
  /** A string as a further item of an array whose items look like `sibling`. */
  item(value: string, sibling: string | undefined): string;
}

export interface LiteralLayout {
  readonly lineEnd: string;
  readonly unit: string;
  /** Whether an array with items takes several lines. */
  readonly hasArraysInLines: boolean;
}

export class LiteralWriter {
  readonly #language: LiteralLanguage;
  readonly #layout: LiteralLayout;

  constructor(language: LiteralLanguage, layout: LiteralLayout) {
    this.#language = language;
    this.#layout = layout;
  }

  /** `indent`: of the line that the entry begins on; `undefined` keeps all on one line. */
  entry(key: string, value: NewValue, indent: string | undefined): string {
    return `${this.#language.quote(key)}: ${this.value(value, indent)}`;
  }

  value(value: NewValue, indent: string | undefined): string {
    if (typeof value === 'string') return this.#language.quote(value);
    if (typeof value === 'boolean') return String(value);
    if (isNewArray(value)) return this.array(value, indent);
    const [open, close] = this.#language.dictBrackets;
    const inner = indent === undefined ? undefined : indent + this.#layout.unit;
    const entries = Object.entries(value).map(([key, each]) => this.entry(key, each, inner));
    if (entries.length === 0) return open + this.#language.emptyDict + close;
    return this.#group(open, entries, close, indent);
  }

  array(values: readonly string[], indent: string | undefined): string {
    const items = values.map((value) => this.#language.item(value, undefined));
    const isInLines = this.#layout.hasArraysInLines && items.length > 0;
    return this.#group('[', items, ']', isInLines ? indent : undefined);
  }

  #group(open: string, elements: readonly string[], close: string, indent: string | undefined): string {
    if (indent === undefined) return open + elements.join(', ') + close;
    const { lineEnd, unit } = this.#layout;
    const line = lineEnd + indent;
    return open + line + unit + elements.join(`,${line}${unit}`) + line + close;
  }
}

const CONTROL = /\\(?:u([0-9a-f]{4})|([bf])|(.))/g;
const CODES: Readonly<Record<string, string>> = { b: '8', f: 'c' };

const json: LiteralLanguage = {
  dictBrackets: ['{', '}'],
  emptyDict: '',
  defaultUnit: '  ',
  quote: (value) => JSON.stringify(value),
  item: (value) => JSON.stringify(value),
};

/** Escapes are those of JSON, control characters aside. */
function swiftString(value: string): string {
  return JSON.stringify(value).replace(CONTROL, (written, code?: string, letter?: string) => {
    const hex = code ?? (letter === undefined ? undefined : CODES[letter]);
    return hex === undefined ? written : `\\u{${hex}}`;
  });
}

const swift: LiteralLanguage = {
  dictBrackets: ['[', ']'],
  emptyDict: ':',
  defaultUnit: '    ',
  quote: swiftString,
  item: (value, sibling) =>
    sibling?.startsWith('.string(') ? `.string(${swiftString(value)})` : swiftString(value),
};

export const literalLanguages = { json, swift };
