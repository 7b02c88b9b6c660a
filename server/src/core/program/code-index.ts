/** Function summaries of all files of a target, looked up by type and name. The obligations analysis defines it. */
import type { FileEffects } from './effects';

export interface CodeIndex {
  readonly files: ReadonlyMap<string, FileEffects>;
}
