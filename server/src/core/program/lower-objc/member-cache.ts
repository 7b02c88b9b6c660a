/** Methods and functions that an edit left alone are not lowered again, only moved. */
import type { SyntaxNode } from '../../syntax/objc-tree';
import { moved } from '../moved';
import type { LoweringContext } from './context';

interface Entry {
  /** Everything that decides about the lowered form besides the tree. */
  readonly key: string;
  readonly start: number;
  readonly lowered: object;
}

/** A directive inside of a member may reach out of it. */
const directive = /^[ \t]*#/m;

/**
 * The lowered members of one version of a document, by the identity of their nodes, which an incremental parse keeps for
 * what it reuses. Only for texts without syntax errors.
 */
export class MemberCache {
  readonly #original: string;
  readonly #previous: ReadonlyMap<number, Entry>;
  readonly #entries = new Map<number, Entry>();

  /** `previous` is the cache of the version whose tree was edited into this one's. */
  constructor(original: string, previous: MemberCache | undefined) {
    this.#original = original;
    this.#previous = previous === undefined ? new Map() : previous.#entries;
  }

  readonly has = (id: number): boolean => this.#previous.has(id);

  lower<T extends object>(
    context: LoweringContext,
    node: SyntaxNode,
    role: string,
    lower: () => T | undefined,
  ): T | undefined {
    const key = this.#keyOf(context, node, role);
    const known = key === undefined ? undefined : this.#previous.get(node.id);
    const lowered =
      known !== undefined && known.key === key
        ? (moved(known.lowered, node.start - known.start) as T)
        : lower();
    if (key !== undefined && lowered !== undefined)
      this.#entries.set(node.id, { key, start: node.start, lowered });
    return lowered;
  }

  #keyOf(context: LoweringContext, node: SyntaxNode, role: string): string | undefined {
    const { start, end } = node;
    if (node.id === 0 || directive.test(this.#original.slice(start, end))) return undefined;
    const around = JSON.stringify([context.whenAt(start), [...context.functionTypes]]);
    return `${role}\n${around}\n${context.slice(node)}\n${this.#original.slice(start, end)}`;
  }
}
