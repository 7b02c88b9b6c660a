/** Methods and functions that an edit left alone are not lowered again. */
import type { SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import { type LoweredMember, type MemberKey, MemberVersions } from '../member-versions';
import type { LoweringContext } from './context';

/** A directive inside of a member may reach out of it. */
const directive = /^[ \t]*#/m;

export class MemberCache {
  readonly #original: string;
  readonly #normalised: string;
  readonly #versions: MemberVersions;

  /** `previous` is the cache of the version before. */
  constructor(original: string, normalised: string, previous: MemberCache | undefined) {
    this.#original = original;
    this.#normalised = normalised;
    this.#versions = new MemberVersions(previous === undefined ? undefined : previous.#versions);
  }

  /** Whether the children of a member's node will probably not be needed. */
  readonly has = ({ start, end }: TextRange): boolean =>
    this.#versions.has(this.#original.slice(start, end), this.#normalised.slice(start, end));

  lower<T extends LoweredMember>(
    context: LoweringContext,
    node: SyntaxNode,
    role: string,
    lower: () => T | undefined,
  ): T | undefined {
    const key = this.#keyOf(context, node, role);
    return key === undefined ? lower() : this.#versions.of(key, node.start, lower);
  }

  #keyOf(context: LoweringContext, node: SyntaxNode, role: string): MemberKey | undefined {
    if (node.broken) return undefined;
    const text = this.#original.slice(node.start, node.end);
    if (text.includes('#') && directive.test(text)) return undefined;
    return {
      role: `${role} ${node.type}`,
      around: context.around(node.start),
      text,
      normalised: context.slice(node),
    };
  }
}
