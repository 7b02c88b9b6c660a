/** Members that an edit left alone are not lowered again, only moved. */
import { conditionsAt, innermostRegions, regionAt } from '../../syntax/directive-regions';
import type { NormalisedSwift } from '../../syntax/swift-normalise';
import type { SyntaxNode } from '../../syntax/swift-tree';
import { moved } from '../moved';

/** Lowers a member of a file or type. `role` says as what, where one node may be lowered as several things. */
export type LowerMember = <T extends object>(node: SyntaxNode, role: string, lower: () => T) => T;

export const lowerAlways: LowerMember = (_node, _role, lower) => lower();

/** Nodes that are lowered through `LowerMember`. */
export const MEMBER_NODES: ReadonlySet<string> = new Set([
  'function_declaration',
  'protocol_function_declaration',
  'init_declaration',
  'deinit_declaration',
  'subscript_declaration',
  'property_declaration',
  'protocol_property_declaration',
]);

interface Entry {
  /** Everything that decides about the lowered form besides the tree. */
  readonly key: string;
  readonly start: number;
  readonly lowered: object;
}

/**
 * The lowered members of one version of a document, by the identity of their tree nodes. An incremental parse keeps
 * the nodes of what it reuses; what was blanked in the text (`try`, `#if`) it does not see, so the text is compared too.
 */
export class MemberCache {
  readonly #source: NormalisedSwift;
  readonly #previous: ReadonlyMap<number, Entry>;
  readonly #entries = new Map<number, Entry>();

  /** `previous` is the cache of the version whose tree was edited into this one's. */
  constructor(source: NormalisedSwift, previous: MemberCache | undefined) {
    this.#source = source;
    this.#previous = previous ? previous.#entries : new Map();
  }

  has(id: number): boolean {
    return this.#previous.has(id);
  }

  readonly lower: LowerMember = <T extends object>(node: SyntaxNode, role: string, lower: () => T): T => {
    const key = this.#keyOf(node, role);
    if (key === undefined) return lower();
    const known = this.#previous.get(node.id);
    const lowered = known?.key === key ? (moved(known.lowered, node.start - known.start) as T) : lower();
    this.#entries.set(node.id, { key, start: node.start, lowered });
    return lowered;
  };

  /** `undefined`: an `#if` that is never closed, or closed elsewhere, makes the member depend on what follows it. */
  #keyOf(node: SyntaxNode, role: string): string | undefined {
    const { original, directives } = this.#source;
    const text = original.slice(node.start, node.end);
    if (directives.length === 0) return `${role}\n${text}`;
    const last = regionAt(innermostRegions(directives, node.start), node.end - 1);
    if (last !== undefined && last.range.start > node.start && last.range.end > node.end) return undefined;
    return `${role}\n${JSON.stringify(conditionsAt(directives, node.start))}\n${text}`;
  }
}
