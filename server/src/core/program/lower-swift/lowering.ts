/** What every part of the lowering shares: the texts, the depth, and the shapes of "not understood". */
import { conditionsAt, type DirectiveRegion } from '../../syntax/directive-regions';
import type { NormalisedSwift, SwiftEffect } from '../../syntax/swift-normalise';
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TextRange } from '../../text';
import type { Condition, Expr, TypeRef, UnknownExpr } from '../ir';
import type { TypeParameters } from './generics';
import type { TypeAliases } from './type-aliases';

/** Nested expressions, blocks and types deeper than this are unknown: neither this code nor its readers overflow. */
const MAX_DEPTH = 300;

export class Lowering {
  #depth = 0;
  readonly #taken = new Set<number>();

  #returns: TypeRef | undefined;
  #isAliased = false;
  #typeParameters: readonly TypeParameters[] = [];

  constructor(
    readonly source: NormalisedSwift,
    readonly aliases?: TypeAliases,
  ) {}

  /** What a name of a type stands for. The types in it are as written, so that no alias can grow without end. */
  aliased(name: string, lower: (type: SyntaxNode) => TypeRef): TypeRef | undefined {
    const type = this.#isAliased ? undefined : this.aliases?.find(name);
    if (type === undefined) return undefined;
    this.#isAliased = true;
    const result = lower(type);
    this.#isAliased = false;
    return result;
  }

  /** Runs `lower` on a function with type parameters. */
  withTypeParameters<T>(parameters: TypeParameters, lower: () => T): T {
    if (parameters.size === 0) return lower();
    const outer = this.#typeParameters;
    this.#typeParameters = [parameters, ...outer];
    const result = lower();
    this.#typeParameters = outer;
    return result;
  }

  /** Whether a name is that of a type parameter, and what that is constrained to. */
  typeParameter(name: string): { readonly constraint: SyntaxNode | undefined } | undefined {
    const found = this.#typeParameters.find((parameters) => parameters.has(name));
    return found && { constraint: found.get(name) };
  }

  /** What the function returns that is lowered at the moment, where it says so. */
  get returns(): TypeRef | undefined {
    return this.#returns;
  }

  /** Runs `lower` on the body of a function that returns `type`. */
  returning<T>(type: TypeRef | undefined, lower: () => T): T {
    const outer = this.#returns;
    this.#returns = type;
    const result = lower();
    this.#returns = outer;
    return result;
  }

  /** Runs `lower` one level deeper; `tooDeep` gives the answer when there are too many. */
  nested<T>(lower: () => T, tooDeep: () => T): T {
    if (this.#depth >= MAX_DEPTH) return tooDeep();
    this.#depth++;
    const result = lower();
    this.#depth--;
    return result;
  }

  /** The original text of a node. */
  text(node: TextRange): string {
    return this.source.original.slice(node.start, node.end);
  }

  /** What the grammar was given for a node. */
  normalisedText(node: TextRange): string {
    return this.source.text.slice(node.start, node.end);
  }

  /** The blanked `try` and `await` in front of `offset`. They are handed out once: to the outermost expression there. */
  takeEffects(offset: number): readonly SwiftEffect[] {
    const effects = this.source.effects.get(offset);
    if (effects === undefined || this.#taken.has(offset)) return [];
    this.#taken.add(offset);
    return effects;
  }

  get directives(): readonly DirectiveRegion[] {
    return this.source.directives;
  }

  /** Compilation conditions around `offset`, outermost first. */
  when(offset: number): readonly Condition[] {
    return this.directives.length === 0 ? [] : conditionsAt(this.directives, offset);
  }
}

export function rangeOf(node: TextRange): TextRange {
  return { start: node.start, end: node.end };
}

/** From the start of the first to the end of the last; empty at `fallback` for no nodes. */
export function spanOf(nodes: readonly TextRange[], fallback: number): TextRange {
  const first = nodes[0];
  const last = nodes.at(-1);
  return first && last ? { start: first.start, end: last.end } : { start: fallback, end: fallback };
}

export function unknownExpr(range: TextRange, children: readonly Expr[] = []): UnknownExpr {
  return { kind: 'unknown', children, range: rangeOf(range) };
}

export function childOf(node: SyntaxNode, type: string): SyntaxNode | undefined {
  return node.children.find((child) => child.type === type);
}

export function hasChild(node: SyntaxNode, type: string): boolean {
  return childOf(node, type) !== undefined;
}

/** The name behind backticks, which are no part of it. */
export function nameOf(lowering: Lowering, node: TextRange): string {
  const text = lowering.text(node);
  return text.length > 1 && text.startsWith('`') && text.endsWith('`') ? text.slice(1, -1) : text;
}

/** `push(...items)` overflows the stack when there are very many. */
export function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
