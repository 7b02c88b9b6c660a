/** Patterns: their text, and the names they bind. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TextRange } from '../../text';
import type { Pattern, TypeRef } from '../ir';
import { type Lowering, nameOf, rangeOf } from './lowering';
import { isTypeNode, lowerType } from './types';

/** `nodes`: what the pattern is made of. */
export function lowerPattern(
  lowering: Lowering,
  range: TextRange,
  nodes: readonly SyntaxNode[] = [],
): Pattern {
  const cast = castIn(lowering, nodes);
  return { text: lowering.text(range), range: rangeOf(range), ...(cast !== undefined && { cast }) };
}

/** The type in `let x as T`. */
function castIn(lowering: Lowering, nodes: readonly SyntaxNode[]): TypeRef | undefined {
  const [only, other] = nodes.filter(({ type }) => type !== 'case');
  if (only?.type === 'pattern' && other === undefined) return castIn(lowering, only.children);
  const as = nodes.findIndex(({ type }) => type === 'as');
  const type = nodes[as + 1];
  return as > 0 && type !== undefined && isTypeNode(type) ? lowerType(lowering, type) : undefined;
}

/** Names that are bound when the pattern matches. `isBound`: a `let` stands before, so every plain name is one. */
export function boundNames(lowering: Lowering, nodes: readonly SyntaxNode[], isBound: boolean): string[] {
  return boundNodes(nodes, isBound).map((node) => nameOf(lowering, node));
}

/** Iterative: tuples nest as deep as the text likes. */
export function boundNodes(nodes: readonly SyntaxNode[], isBound: boolean): SyntaxNode[] {
  const names: SyntaxNode[] = [];
  const stack = [{ nodes, isBound, at: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.nodes[frame.at++];
    if (node === undefined) {
      stack.pop();
    } else if (node.type === 'value_binding_pattern') {
      frame.isBound = true;
    } else if (node.type === 'simple_identifier') {
      if (frame.isBound && isPlainName(frame.nodes, frame.at - 1)) names.push(node);
    } else if (node.type === 'pattern' || node.type === 'tuple_expression') {
      stack.push({ nodes: node.children, isBound: frame.isBound, at: 0 });
    } else if (isTypeNode(node)) {
      // A type in a pattern binds nothing.
    }
  }
  return names;
}

/** Neither the name of a case nor a label. */
function isPlainName(nodes: readonly SyntaxNode[], index: number): boolean {
  return nodes[index - 1]?.type !== '.' && nodes[index + 1]?.type !== ':' && nodes[index + 1]?.type !== '.';
}
