/** Methods and functions that an edit left alone are not lowered again. */
import type { SyntaxNode } from '../../syntax/objc-tree';
import { type LoweredMember, type MemberKey, MemberVersions } from '../member-versions';
import type { LoweringContext } from './context';

/** A directive inside of a member may reach out of it. */
const directive = /^[ \t]*#/m;

/** Only for texts without syntax errors. */
export class MemberCache {
  readonly #original: string;
  readonly #versions: MemberVersions;

  /** `previous` is the cache of the version whose tree was edited into this one's. */
  constructor(original: string, previous: MemberCache | undefined) {
    this.#original = original;
    this.#versions = new MemberVersions(previous === undefined ? undefined : previous.#versions);
  }

  readonly has = (id: number): boolean => this.#versions.has(id);

  lower<T extends LoweredMember>(
    context: LoweringContext,
    node: SyntaxNode,
    role: string,
    lower: () => T | undefined,
  ): T | undefined {
    const key = this.#keyOf(context, node, role);
    return key === undefined ? lower() : this.#versions.of(node.id, node.start, key, lower);
  }

  #keyOf(context: LoweringContext, node: SyntaxNode, role: string): MemberKey | undefined {
    if (node.id === 0) return undefined;
    const text = this.#original.slice(node.start, node.end);
    if (text.includes('#') && directive.test(text)) return undefined;
    return { role, around: context.around(node.start), text };
  }
}
