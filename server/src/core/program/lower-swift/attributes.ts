/** Attributes and modifiers, as written: `@MainActor`, `@available(iOS 13, *)`, `private(set)`, `override`. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { Lowering } from './lowering';

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

/** Those of a declaration; local declarations have them as their own children, others in a `modifiers` node. */
function modifierNodes(children: readonly SyntaxNode[]): SyntaxNode[] {
  const end = children.findIndex((child) => child.type === '(');
  // Behind the parenthesis they belong to parameters.
  return children.slice(0, end < 0 ? children.length : end).flatMap((child) => {
    if (child.type === 'modifiers') return child.children.filter((inner) => MODIFIERS.has(inner.type));
    return MODIFIERS.has(child.type) ? [child] : [];
  });
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
