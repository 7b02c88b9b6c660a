import type { Rule } from '../rules/context';

/** What has to be done before the findings are those of the latest texts. */
export class Pending {
  /** Sources whose text may have changed. */
  readonly sources = new Set<string>();
  /** Property lists and project files whose text or targets may have changed. */
  readonly documents = new Set<string>();
  /** Sources whose rules have to run again though their text is the same. */
  readonly units = new Set<string>();
  /** Sources whose code rules have to run. */
  readonly code = new Set<string>();
  /** Groups of files that are compiled together and may need other files than before. */
  readonly needs = new Set<string>();
  /** What people have decided about the rules may have changed. */
  isConfigStale = true;
  /** The rules that findings were made with. */
  rules: readonly Rule[] = [];
  /** Ids of targets whose rules have to run, as far as they look at code. */
  readonly targets = new Set<string>();
  /** Ids of targets whose other rules have to run. */
  readonly projects = new Set<string>();

  /** All rules of a target have to run. */
  judge(id: string): void {
    this.targets.add(id);
    this.projects.add(id);
  }
}
