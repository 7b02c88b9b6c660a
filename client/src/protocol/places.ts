/** Places in files, as all requests name them. */

export interface ApiPlace extends Place {
  /** The source text at the place: `setCategory`. */
  readonly label: string;
}

export interface Place {
  readonly uri: string;
  /** A `Range` of LSP: zero-based lines, columns in UTF-16 units. */
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
}

export interface LinePosition {
  readonly line: number;
  readonly character: number;
}
