import type { NormalisedObjc } from '../../syntax/objc-normalise';
import type { SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import type { Condition, TypeAlias } from '../ir';
import type { LoweredMember } from '../member-versions';
import { ConditionsIndex } from './conditions-index';
import { type CodeMacro, codeMacros } from './macros';
import type { MemberCache } from './member-cache';

/** Code nested deeper than this is `unknown`: no person wrote it, and the stack must not overflow. */
const maximalDepth = 400;

/** An alias of an alias of an alias… is followed this far. */
const maximalAliases = 8;

const systemFunctionTypes: readonly string[] = ['dispatch_block_t', 'dispatch_function_t'];

/** What lowering one file needs everywhere. */
export class LoweringContext {
  /** Normalised: as long as the original and equal to it wherever code is. */
  readonly text: string;
  readonly source: NormalisedObjc;
  readonly conditions: ConditionsIndex;
  /** Names of typedefs of block and function pointer types. */
  readonly functionTypes = new Set<string>(systemFunctionTypes);
  /** Other names of types; those that stand for several are not known. */
  readonly #aliases = new Map<string, string | undefined>();
  #depth = 0;
  readonly #members: MemberCache | undefined;
  readonly macros: ReadonlyMap<string, CodeMacro>;
  #typeNames = '';
  #typeCount = 0;
  readonly #macroNames: string;

  /** `original`: the text as written. `members`: what is known of it before an edit. */
  constructor(source: NormalisedObjc, original: string, members?: MemberCache) {
    this.#members = members;
    this.macros = codeMacros(original, source.defines);
    this.#macroNames = this.macros.size === 0 ? '' : JSON.stringify([...this.macros]);
    this.text = source.text;
    this.source = source;
    this.conditions = new ConditionsIndex(source.conditionals);
  }

  noteAlias(name: string, type: string): void {
    if (name === type) return;
    const isOther = this.#aliases.has(name) && this.#aliases.get(name) !== type;
    this.#aliases.set(name, isOther ? undefined : type);
  }

  /** Aliases of aliases are followed. */
  get aliases(): readonly TypeAlias[] {
    const functions = [...this.functionTypes].filter((name) => !systemFunctionTypes.includes(name));
    return [
      ...[...this.#aliases.keys()].flatMap((name) => {
        const type = this.#typeNamed(name);
        return type === undefined ? [] : [{ name, type }];
      }),
      ...functions.map((name) => ({ name, type: '', isFunction: true }) as const),
    ];
  }

  #typeNamed(name: string): string | undefined {
    let type: string | undefined = name;
    for (let step = 0; step < maximalAliases && type !== undefined && this.#aliases.has(type); step++)
      type = this.#aliases.get(type);
    return type !== undefined && this.#aliases.has(type) ? undefined : type;
  }

  slice(range: TextRange): string {
    return this.text.slice(range.start, range.end);
  }

  /** What decides about the meaning of a member at `offset` besides its own text. */
  around(offset: number): string {
    // Each typedef that comes by adds a name.
    if (this.#typeCount !== this.functionTypes.size) {
      this.#typeCount = this.functionTypes.size;
      this.#typeNames = [...this.functionTypes].join() + this.#macroNames;
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
