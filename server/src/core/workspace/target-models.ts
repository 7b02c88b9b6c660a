/** Targets joined with the property lists they use. */
import { effectiveInfoPlist } from '../project/effective-info-plist';
import { distinct, entitlementsLayers } from '../project/owned-values';
import { codeOf } from '../project/target-code';
import type { PlistFile, Target } from '../project/types';
import type { TargetModel } from '../workspace-types';
import { CodeGroup, type SummaryChange } from './code-group';
import type { Sources } from './sources';

type ReadPlist = (uri: string) => PlistFile | undefined;

interface Known {
  readonly group: CodeGroup;
  /** Made when it is asked for. */
  model: TargetModel | undefined;
}

export class TargetModels {
  readonly #sources: Sources;
  readonly #read: ReadPlist;
  readonly #known = new Map<Target, Known>();

  constructor(sources: Sources, read: ReadPlist) {
    this.#sources = sources;
    this.#read = read;
  }

  of(target: Target): TargetModel {
    let known = this.#known.get(target);
    if (known === undefined) {
      known = { group: new CodeGroup(this.#sources, codeOf(target), target.isComplete), model: undefined };
      this.#known.set(target, known);
    }
    known.model ??= this.#modelOf(target, known.group);
    return known.model;
  }

  #modelOf(target: Target, group: CodeGroup): TargetModel {
    return {
      target,
      infoPlist: effectiveInfoPlist(target, this.#read),
      entitlements: entitlementsOf(target, this.#read),
      uses: [...group.uses()].flat(),
      constants: group.constants,
      mentions: (word) => codeOf(target).some((uri) => this.#sources.traces(uri)?.includes(word) ?? true),
    };
  }

  /** All models are made again when asked for. */
  invalidate(): void {
    this.#known.clear();
  }

  /** A property list has changed. */
  plistChanged(): void {
    for (const known of this.#known.values()) known.model = undefined;
  }

  /** A file that was analysed before has another summary. */
  adopt(uri: string, change: SummaryChange): void {
    for (const [target, known] of this.#known) {
      if (!known.group.members.has(uri)) continue;
      if (known.group.adopt(uri, change)) known.model = undefined;
      else this.#known.delete(target);
    }
  }
}

function entitlementsOf(target: Target, read: ReadPlist): readonly PlistFile[] {
  const layers = target.configurations.map((configuration) => entitlementsLayers(configuration, read));
  return distinct(layers.flatMap(({ editable, implied }) => [...editable, ...implied]));
}
