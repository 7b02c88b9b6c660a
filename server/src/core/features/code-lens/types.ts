/** Lines that editors show above code. */
import type { TextRange } from '../../text';
import type { FilePlace } from '../checklist/types';
import type { Simulation } from '../tasks/simulate';

/** People may switch off each of them. */
export const lensKinds = ['tasks', 'entryPoints', 'expiration', 'modes'] as const;

export type LensKind = (typeof lensKinds)[number];

export type LensAction =
  /** One place at least, in the order of the sources. */
  | { readonly kind: 'places'; readonly places: readonly FilePlace[] }
  | { readonly kind: 'copy'; readonly text: string; readonly simulation: Simulation }
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'none' };

export interface Lens {
  readonly kind: LensKind;
  /** What it is about; it is shown above the line where this begins. */
  readonly range: TextRange;
  readonly title: string;
  readonly action: LensAction;
}
