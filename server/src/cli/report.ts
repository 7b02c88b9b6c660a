/** What the reporters are given: findings with places that people and other tools understand. */
import type { Finding, Fix } from '../core/rules/types';
import { findingCode } from '../core/rules/types';
import { LineIndex, type TextRange } from '../core/text';
import { isInside, relativeUri } from '../core/uri';

/** One-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Region {
  readonly start: Position;
  readonly end: Position;
}

export interface Place extends Region {
  readonly uri: string;
  /** Seen from the working directory, with forward slashes. */
  readonly path: string;
}

export interface Replacement extends Region {
  readonly newText: string;
}

export interface ReportedFix {
  readonly title: string;
  readonly isPreferred: boolean;
  readonly files: readonly {
    readonly uri: string;
    readonly path: string;
    readonly isNew: boolean;
    readonly replacements: readonly Replacement[];
  }[];
}

export interface ReportedFinding {
  readonly finding: Finding;
  /** `rule` or `rule/entry`. */
  readonly code: string;
  readonly place: Place;
  /** Text of the line on which it begins. */
  readonly lineText: string;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly fixes: readonly ReportedFix[];
}

export interface Report {
  /** The working directory. */
  readonly baseUri: string;
  /** Sorted by URI and position. */
  readonly findings: readonly ReportedFinding[];
  /** What could not be read, in words for people. */
  readonly problems: readonly { readonly uri: string; readonly path: string; readonly message: string }[];
}

interface Document {
  readonly text: string;
  readonly lines: LineIndex;
}

/** Turns offsets into positions. `textOf` answers the text that the findings were made from. */
export class Locator {
  readonly #baseUri: string;
  readonly #textOf: (uri: string) => string | undefined;
  readonly #documents = new Map<string, Document>();

  constructor(baseUri: string, textOf: (uri: string) => string | undefined) {
    this.#baseUri = baseUri;
    this.#textOf = textOf;
  }

  finding(finding: Finding): ReportedFinding {
    return {
      finding,
      code: findingCode(finding),
      place: this.#place(finding.uri, finding.range),
      lineText: this.#lineText(finding.uri, finding.range.start),
      related: finding.related.map(({ uri, range, message }) => ({
        place: this.#place(uri, range),
        message,
      })),
      fixes: finding.fixes.map((fix) => this.#fix(fix)),
    };
  }

  path(uri: string): string {
    return relativeUri(this.#baseUri, uri) || '.';
  }

  #place(uri: string, range: TextRange): Place {
    return { uri, path: this.path(uri), ...this.#region(uri, range) };
  }

  #region(uri: string, { start, end }: TextRange): Region {
    return { start: this.#position(uri, start), end: this.#position(uri, end) };
  }

  #position(uri: string, offset: number): Position {
    const { line, column } = this.#document(uri).lines.at(offset);
    return { line: line + 1, column: column + 1 };
  }

  #lineText(uri: string, offset: number): string {
    const { text, lines } = this.#document(uri);
    const { line } = lines.at(offset);
    return text.slice(lines.lineStart(line), lines.lineStart(line + 1));
  }

  #fix(fix: Fix): ReportedFix {
    const files = fix.files.map(({ uri, edits, create }) => ({
      uri,
      path: this.path(uri),
      isNew: create !== undefined,
      replacements:
        create === undefined
          ? edits.map(({ range, newText }) => ({ ...this.#region(uri, range), newText }))
          : [{ start: { line: 1, column: 1 }, end: { line: 1, column: 1 }, newText: create }],
    }));
    return { title: fix.title, isPreferred: fix.isPreferred, files };
  }

  #document(uri: string): Document {
    let document = this.#documents.get(uri);
    if (document === undefined) {
      const text = this.#textOf(uri) ?? '';
      document = { text, lines: new LineIndex(text) };
      this.#documents.set(uri, document);
    }
    return document;
  }
}

/** URI of a document seen from the base; `undefined` for one outside of it. */
export function uriBelow(baseUri: string, uri: string): string | undefined {
  const prefix = baseUri.endsWith('/') ? baseUri : `${baseUri}/`;
  return uri !== baseUri && isInside(baseUri, uri) ? uri.slice(prefix.length) : undefined;
}
