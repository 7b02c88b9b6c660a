/** Placeholder for the shape of per-function summaries; the obligations analysis defines it. */
export interface FileEffects {
  readonly functions: readonly unknown[];
}
