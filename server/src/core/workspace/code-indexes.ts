/** Code indexes: what the files that are compiled together declare, built when asked for. */
import { type CodeIndex, SummaryIndex } from '../program/code-index';
import { CodeTables } from '../program/code-tables';
import type { FileEffects } from '../program/effects';
import { codeOf } from '../project/target-code';
import type { Target } from '../project/types';
import { CodeGroup, type SummaryChange } from './code-group';
import type { Sources } from './sources';
import type { Structure } from './structure';

/** An index, and the files that it is about. */
interface Built {
  readonly group: CodeGroup;
  index: SummaryIndex;
}

export class CodeIndexes {
  readonly #sources: Sources;
  #structure: Structure;
  readonly #built = new Map<string, Built>();
  /** Members of each group that was asked for. */
  readonly #known = new Map<string, ReadonlySet<string>>();
  /** Members of each loose group. */
  #groups = new Map<string, string[]>();

  constructor(sources: Sources, structure: Structure) {
    this.#sources = sources;
    this.#structure = structure;
  }

  setStructure(structure: Structure): void {
    this.#structure = structure;
    this.#built.clear();
    this.#known.clear();
    this.#groups = new Map();
    for (const uri of structure.sources) {
      const group = structure.looseGroup(uri);
      if (group === undefined) continue;
      const members = this.#groups.get(group);
      if (members === undefined) this.#groups.set(group, [uri]);
      else members.push(uri);
    }
  }

  /** The index that the code rules of a file are given: all files of all its targets, or of its package. */
  of(uri: string): CodeIndex {
    const key = this.#key(uri);
    let built = this.#built.get(key);
    if (built === undefined) {
      built = this.#build(new CodeGroup(this.#sources, this.#members(uri), this.#isComplete(uri)));
      this.#built.set(key, built);
    }
    return built.index;
  }

  #build(group: CodeGroup): Built {
    const files = new Map<string, FileEffects>();
    for (const uri of group.members) {
      const summary = this.#sources.summary(uri);
      if (summary !== undefined) files.set(uri, summary.effects);
    }
    return { group, index: new SummaryIndex(CodeTables.of(files), group) };
  }

  /** All files that are compiled together, by the key of their group: the id of a target, or where loose sources live. */
  *groups(): Iterable<readonly [string, ReadonlySet<string>]> {
    for (const target of this.#structure.targets)
      if (target.product !== 'tests') yield [target.id, new Set(codeOf(target))];
    for (const [key, members] of this.#groups) yield [key, new Set(members)];
  }

  /** Keys of the groups that a file belongs to. */
  groupsOf(uri: string): readonly string[] {
    const targets = this.#targets(uri);
    const group = this.#structure.looseGroup(uri);
    return [...targets.map(({ id }) => id), ...(group === undefined ? [] : [group])];
  }

  /** Files with a summary that share a target or a package with `uri` or link it, itself included. */
  companions(uri: string): readonly string[] {
    return [...this.#members(uri)].filter((other) => this.#sources.summary(other) !== undefined);
  }

  /** All indexes are built again when asked for. */
  invalidate(): void {
    this.#built.clear();
  }

  /** A file that was analysed before has another summary. */
  adopt(uri: string, change: SummaryChange): void {
    for (const [key, { group, index }] of this.#built) {
      if (!index.files.has(uri)) continue;
      if (group.adopt(uri, change))
        this.#built.set(key, { group, index: index.with(uri, change.after.effects) });
      else this.#built.delete(key);
    }
  }

  #key(uri: string): string {
    const targets = this.#targets(uri);
    if (targets.length > 0) return targets.map((target) => target.id).join('\n');
    return this.#structure.looseGroup(uri) ?? uri;
  }

  /** Whether all files that are compiled with it are known. */
  #isComplete(uri: string): boolean {
    const targets = this.#targets(uri);
    return targets.length > 0 && targets.every(({ isComplete }) => isComplete);
  }

  /** What a framework begins may be ended by the app that links it. */
  #targets(uri: string): readonly Target[] {
    return [...new Set([...this.#structure.sourceTargets(uri), ...this.#structure.linkingTargets(uri)])];
  }

  #members(uri: string): ReadonlySet<string> {
    const key = this.#key(uri);
    const known = this.#known.get(key) ?? this.#membersOf(uri);
    this.#known.set(key, known);
    return known;
  }

  #membersOf(uri: string): ReadonlySet<string> {
    const targets = this.#targets(uri);
    if (targets.length > 0) return new Set(targets.flatMap(codeOf));
    const group = this.#structure.looseGroup(uri);
    return new Set(group === undefined ? [uri] : (this.#groups.get(group) ?? [uri]));
  }
}
