/** Members that an edit left alone are not lowered again. */
import { conditionsAt, innermostRegions, regionAt } from '../../syntax/directive-regions';
import type { NormalisedSwift } from '../../syntax/swift-normalise';
import type { SyntaxNode } from '../../syntax/swift-tree';
import { type LoweredMember, type MemberKey, MemberVersions } from '../member-versions';

/** Lowers a member of a file or type. `role` says as what, where one node may be lowered as several things. */
export type LowerMember = <T extends LoweredMember>(node: SyntaxNode, role: string, lower: () => T) => T;

export const lowerAlways: LowerMember = (_node, _role, lower) => lower();

/** By the text as written: it holds what was blanked for the grammar (`try`, `#if`) and what the tree shows. */
export class MemberCache {
  readonly #source: NormalisedSwift;
  readonly #versions: MemberVersions;
  readonly #aliases: string;

  /** `aliases` says what names of types stand for; `previous` is the cache of the version before. */
  constructor(source: NormalisedSwift, aliases: string, previous: MemberCache | undefined) {
    this.#source = source;
    this.#aliases = aliases;
    this.#versions = new MemberVersions(previous === undefined ? undefined : previous.#versions);
  }

  readonly lower: LowerMember = <T extends LoweredMember>(
    node: SyntaxNode,
    role: string,
    lower: () => T,
  ): T => {
    const key = node.isBroken ? undefined : this.#keyOf(node, `${role} ${node.type}`);
    return (key && this.#versions.of(key, node.start, lower)) ?? lower();
  };

  /** `undefined`: an `#if` that is never closed, or closed elsewhere, makes the member depend on what follows it. */
  #keyOf(node: SyntaxNode, role: string): MemberKey | undefined {
    const { original, directives } = this.#source;
    const text = original.slice(node.start, node.end);
    const normalised = this.#source.text.slice(node.start, node.end);
    if (directives.length === 0) return { role, around: this.#aliases, text, normalised };
    const last = regionAt(innermostRegions(directives, node.start), node.end - 1);
    if (last !== undefined && last.range.start > node.start && last.range.end > node.end) return undefined;
    return {
      role,
      around: `${this.#aliases}${JSON.stringify(conditionsAt(directives, node.start))}`,
      text,
      normalised,
    };
  }
}
