/** What no tool can see: steps that a person takes on a device. */

export interface ManualStep {
  /** Kebab-case, never renamed: what has been ticked is remembered by it. */
  readonly id: string;
  /** A few words that say the circumstances. */
  readonly title: string;
  /** Markdown: how it is done, then what should happen. */
  readonly how: string;
  readonly appliesTo: StepScope;
  readonly sources: readonly [string, ...string[]];
}

/** `everything`: whatever a target does in the background. Otherwise one of the modes or of the APIs is enough. */
export type StepScope =
  | 'everything'
  | {
      /** Values of UIBackgroundModes and WKBackgroundModes. */
      readonly modes?: readonly string[];
      /** Rows of the API table. */
      readonly apis?: readonly string[];
    };
