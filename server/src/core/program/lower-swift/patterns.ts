/** Patterns: their text, and the names they bind. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TextRange } from '../../text';
import type { Pattern } from '../ir';
import { type Lowering, nameOf, rangeOf } from './lowering';
import { isTypeNode } from './types';

export function lowerPattern(lowering: Lowering, range: TextRange): Pattern {
  return { text: lowering.text(range), range: rangeOf(range) };
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
