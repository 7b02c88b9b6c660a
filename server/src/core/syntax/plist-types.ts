/**
 * Property lists with exact ranges. The same shape serves dictionaries of plist values inside of other files: in YAML,
 * JSON and Swift `range` is the whole value, `inner` what stands between its quotes or brackets (the value itself when it
 * has none), `keyElement` the key with its quotes.
 */
import type { TextEdit, TextRange } from '../text';

interface PlistNodeBase {
  /** The whole element, tags included. */
  readonly range: TextRange;
  /** Between the tags; empty and right before the end for self-closing elements. */
  readonly inner: TextRange;
}

export interface PlistEntry {
  /** Decoded key. */
  readonly key: string;
  /** The text between `<key>` and `</key>`. */
  readonly keyRange: TextRange;
  /** `<key>…</key>` with tags. */
  readonly keyElement: TextRange;
  /** `undefined` when the key has no value (half-typed file). */
  readonly value: PlistNode | undefined;
}

export interface PlistDict extends PlistNodeBase {
  readonly kind: 'dict';
  readonly isSelfClosing: boolean;
  readonly entries: readonly PlistEntry[];
}

export interface PlistArray extends PlistNodeBase {
  readonly kind: 'array';
  readonly isSelfClosing: boolean;
  readonly items: readonly PlistNode[];
}

export interface PlistScalar extends PlistNodeBase {
  readonly kind: 'string' | 'integer' | 'real' | 'date' | 'data';
  /** Decoded text, untrimmed. */
  readonly value: string;
}

export interface PlistBoolean extends PlistNodeBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export type PlistNode = PlistDict | PlistArray | PlistScalar | PlistBoolean;

export interface SyntaxProblem {
  readonly range: TextRange;
  readonly message: string;
  /** What makes it right, where it is clear what was meant. */
  readonly repair?: TextEdit;
}

export interface PlistDocument {
  /**
   * `binary` and `openstep` are recognised and left alone: no root, no problems. `empty` is blank text. `yaml`, `json`
   * and `swift`: `root` is a dictionary inside of such a file.
   */
  readonly format: 'xml' | 'binary' | 'openstep' | 'empty' | 'other' | 'yaml' | 'json' | 'swift';
  readonly root: PlistNode | undefined;
  /** Well-formedness and structure problems (duplicate keys are not among them). */
  readonly problems: readonly SyntaxProblem[];
}
