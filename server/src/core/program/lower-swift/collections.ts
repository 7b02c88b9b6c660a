/** Array, dictionary and tuple literals. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { Expr } from '../ir';
import { lowerExprs } from './expressions';
import { type Lowering, rangeOf } from './lowering';

/** The nodes between commas; empty stretches are left out. */
export function splitAtCommas(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.type === ',') groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups.filter((group) => group.length > 0);
}

export function lowerCollection(lowering: Lowering, node: SyntaxNode): Expr {
  const items = splitAtCommas(node.children.slice(1, -1));
  const elements = items.map((nodes) => lowerExprs(lowering, nodes));
  return { kind: 'collection', form: 'array', elements, range: rangeOf(node) };
}

export function lowerDictionary(lowering: Lowering, node: SyntaxNode): Expr {
  const elements = splitAtCommas(node.children.slice(1, -1)).flatMap((nodes) => {
    const colon = nodes.findIndex((child) => child.type === ':');
    const sides = [nodes.slice(0, Math.max(colon, 0)), nodes.slice(colon + 1)];
    return sides.filter((side) => side.length > 0).map((side) => lowerExprs(lowering, side));
  });
  return { kind: 'collection', form: 'dictionary', elements, range: rangeOf(node) };
}

/** A tuple; parentheses around one expression are that expression. */
export function lowerTuple(lowering: Lowering, node: SyntaxNode): Expr {
  const range = rangeOf(node);
  const elements = splitAtCommas(node.children.slice(1, -1))
    .map((nodes) => (nodes[1]?.type === ':' ? nodes.slice(2) : nodes))
    .filter((nodes) => nodes.some((child) => child.end > child.start))
    .map((nodes) => lowerExprs(lowering, nodes));
  const [only] = elements;
  if (elements.length === 1 && only !== undefined) return { ...only, range };
  return { kind: 'collection', form: 'tuple', elements, range };
}
