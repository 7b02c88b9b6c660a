/** Code indexes: what the files that are compiled together declare, built when asked for. */
import { buildCodeIndex, type CodeIndex } from '../program/code-index';
import type { KnowsCallers } from '../program/constants/constant-index';
import type { FileConstants } from '../program/constants/types';
import type { FileEffects } from '../program/effects';
import type { FileUses } from '../program/summary';
import { codeOf } from '../project/target-code';
import type { Target } from '../project/types';
import type { Sources } from './sources';
import type { Structure } from './structure';

/** Constants of those of the files that have any. */
export function constantsOf(sources: Sources, uris: Iterable<string>): ReadonlyMap<string, FileConstants> {
  const files = new Map<string, FileConstants>();
  for (const uri of uris) {
    const constants = sources.summary(uri)?.constants;
    if (constants !== undefined) files.set(uri, constants);
  }
  return files;
}

/** Whether all calls of a function in some files are known. */
export function knowsCallers(sources: Sources, uris: Iterable<string>): KnowsCallers {
  return (name) => [...uris].every((uri) => sources.knowsCalls(uri, name));
}

function usesOf(sources: Sources, uris: Iterable<string>): ReadonlyMap<string, FileUses> {
  const files = new Map<string, FileUses>();
  for (const uri of uris) {
    const summary = sources.summary(uri);
    if (summary !== undefined && summary.uses.length + summary.openUses.length > 0) files.set(uri, summary);
  }
  return files;
}

export class CodeIndexes {
  readonly #sources: Sources;
  #structure: Structure;
  readonly #built = new Map<string, CodeIndex>();
  /** Members of each loose group. */
  #groups = new Map<string, string[]>();

  constructor(sources: Sources, structure: Structure) {
    this.#sources = sources;
    this.#structure = structure;
  }

  setStructure(structure: Structure): void {
    this.#structure = structure;
    this.#built.clear();
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
    let index = this.#built.get(key);
    if (index === undefined) {
      const members = this.#members(uri);
      index = this.build(members, this.#isComplete(uri) ? knowsCallers(this.#sources, members) : undefined);
      this.#built.set(key, index);
    }
    return index;
  }

  /** An index of some files alone. */
  build(uris: Iterable<string>, known?: KnowsCallers): CodeIndex {
    const files = new Map<string, FileEffects>();
    for (const uri of uris) {
      const summary = this.#sources.summary(uri);
      if (summary !== undefined) files.set(uri, summary.effects);
    }
    return buildCodeIndex(
      files,
      () => constantsOf(this.#sources, files.keys()),
      () => usesOf(this.#sources, files.keys()),
      known,
    );
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

  /** The summary of a file changed: indexes that hold it are built again when asked for. */
  invalidate(): void {
    this.#built.clear();
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
    const targets = this.#targets(uri);
    if (targets.length > 0) return new Set(targets.flatMap(codeOf));
    const group = this.#structure.looseGroup(uri);
    return new Set(group === undefined ? [uri] : (this.#groups.get(group) ?? [uri]));
  }
}
