import type { NormalisedObjc } from '../../syntax/objc-normalise';
import type { SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import type { Condition } from '../ir';
import type { LoweredMember } from '../member-versions';
import { ConditionsIndex } from './conditions-index';
import type { MemberCache } from './member-cache';

/** Code nested deeper than this is `unknown`: no person wrote it, and the stack must not overflow. */
const maximalDepth = 400;

/** What lowering one file needs everywhere. */
export class LoweringContext {
  /** Normalised: as long as the original and equal to it wherever code is. */
  readonly text: string;
  readonly source: NormalisedObjc;
  readonly conditions: ConditionsIndex;
  /** Names of typedefs of block and function pointer types. */
  readonly functionTypes = new Set<string>(['dispatch_block_t', 'dispatch_function_t']);
  #depth = 0;
  readonly #members: MemberCache | undefined;
  #typeNames = '';
  #typeCount = 0;

  /** `members`: what is known of the text before an edit. */
  constructor(source: NormalisedObjc, members?: MemberCache) {
    this.#members = members;
    this.text = source.text;
    this.source = source;
    this.conditions = new ConditionsIndex(source.conditionals);
  }

  slice(range: TextRange): string {
    return this.text.slice(range.start, range.end);
  }

  /** What decides about the meaning of a member at `offset` besides its own text. */
  around(offset: number): string {
    // Each typedef that comes by adds a name.
    if (this.#typeCount !== this.functionTypes.size) {
      this.#typeCount = this.functionTypes.size;
      this.#typeNames = [...this.functionTypes].join();
    }
    const when = this.whenAt(offset);
    return when.length === 0 ? this.#typeNames : `${this.#typeNames}\n${JSON.stringify(when)}`;
  }

  /** Lowers a method or function; `role` says as what. */
  member<T extends LoweredMember>(node: SyntaxNode, role: string, lower: () => T | undefined): T | undefined {
    return this.#members === undefined ? lower() : this.#members.lower(this, node, role, lower);
  }

  /** Runs `lower` one level deeper, or answers what `tooDeep` says. */
  nested<T>(lower: () => T, tooDeep: () => T): T {
    if (this.#depth >= maximalDepth) return tooDeep();
    this.#depth++;
    try {
      return lower();
    } finally {
      this.#depth--;
    }
  }

  /** Conditions of the `#if` branches around `offset`, outermost first. */
  whenAt(offset: number): readonly Condition[] {
    return this.conditions.at(offset);
  }

  /**
   * Whether an `#if` cuts through this node in a way that none of its children holds whole: what the node means then
   * depends on the branch.
   */
  isTorn(node: SyntaxNode): boolean {
    return this.source.torn.some((region) => this.#isCut(node, region)) || this.#isCutByWhole(node);
  }

  /** Whether the node is a method's body with unbalanced braces: there is no telling what is inside of what. */
  isGarbled(node: SyntaxNode): boolean {
    return this.source.garbled.some(({ start }) => start === node.start);
  }

  #isCut(node: SyntaxNode, region: TextRange): boolean {
    if (region.end <= node.start || node.end <= region.start) return false;
    if (region.start <= node.start && node.end <= region.end) return false;
    return !node.children.some(
      (child) => child.named && child.start <= region.start && region.end <= child.end,
    );
  }

  /** Error recovery may end a node in the middle of a conditional. */
  #isCutByWhole(node: SyntaxNode): boolean {
    if (!node.broken) return false;
    return this.conditions.crosses(node);
  }
}

export function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}
