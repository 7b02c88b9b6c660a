/** Attributes and modifiers, as written: `@MainActor`, `@available(iOS 13, *)`, `private(set)`, `override`. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import { append, type Lowering } from './lowering';

const MODIFIERS: ReadonlySet<string> = new Set([
  'attribute',
  'member_modifier',
  'visibility_modifier',
  'function_modifier',
  'mutation_modifier',
  'property_modifier',
  'parameter_modifier',
  'ownership_modifier',
  'inheritance_modifier',
  'property_behavior_modifier',
]);

/** Those in front of a declaration or in a closure's head; members have them in a `modifiers` node. */
function modifierNodes(children: readonly SyntaxNode[]): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  for (const child of children) {
    if (child.type === 'modifiers')
      append(
        nodes,
        child.children.filter((inner) => MODIFIERS.has(inner.type)),
      );
    else if (MODIFIERS.has(child.type)) nodes.push(child);
    // What follows belongs to parameters, to inherited types or to the body.
    else if (child.type !== '{') break;
  }
  return nodes;
}

export function attributesOf(lowering: Lowering, children: readonly SyntaxNode[]): string[] {
  return modifierNodes(children).map((node) => lowering.text(node).replace(/\s+/g, ' '));
}

export function hasModifier(
  lowering: Lowering,
  children: readonly SyntaxNode[],
  ...words: string[]
): boolean {
  return modifierNodes(children).some((node) => words.includes(lowering.text(node)));
}
