/** OpenStep property lists (project.pbxproj, .strings) with ranges. Implemented in openstep.ts. */
import type { TextRange } from '../text';
import type { SyntaxProblem } from './plist-types';

export interface OpenStepEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: OpenStepNode;
}

export interface OpenStepDict {
  readonly kind: 'dict';
  readonly entries: readonly OpenStepEntry[];
  readonly range: TextRange;
}

export interface OpenStepArray {
  readonly kind: 'array';
  readonly items: readonly OpenStepNode[];
  readonly range: TextRange;
}

export interface OpenStepString {
  readonly kind: 'string';
  /** Decoded; data (`<0fbd>`) is kept as written. */
  readonly value: string;
  /** With quotes where it has them. */
  readonly range: TextRange;
}

export type OpenStepNode = OpenStepDict | OpenStepArray | OpenStepString;

export interface OpenStepDocument {
  readonly root: OpenStepNode | undefined;
  /** Parsing goes on after a problem: several can be reported. */
  readonly problems: readonly SyntaxProblem[];
}
