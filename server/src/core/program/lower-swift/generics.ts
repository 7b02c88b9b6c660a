/** Type parameters of functions: a value of type `T` is at least what `T` is constrained to. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import { childOf, type Lowering, nameOf } from './lowering';

/** By the name of the parameter: its constraint, the first one of several. */
export type TypeParameters = ReadonlyMap<string, SyntaxNode | undefined>;

/** Of a function, `where` included. */
export function typeParametersOf(lowering: Lowering, node: SyntaxNode): TypeParameters {
  const found = new Map<string, SyntaxNode | undefined>();
  const list = childOf(node, 'type_parameters');
  for (const parameter of list?.children ?? []) {
    const name = parameter.type === 'type_parameter' ? childOf(parameter, 'type_identifier') : undefined;
    if (name !== undefined) found.set(nameOf(lowering, name), typeBehindColon(parameter));
  }
  if (found.size === 0) return found;
  for (const constraint of childOf(node, 'type_constraints')?.children ?? []) {
    const inner = constraint.children.find(({ type }) => /^(?:inheritance|equality)_constraint$/.test(type));
    const name = inner === undefined ? undefined : inner.children[0];
    if (inner === undefined || name === undefined) continue;
    const key = nameOf(lowering, name);
    if (found.has(key) && found.get(key) === undefined) found.set(key, lastType(inner));
  }
  return found;
}

function typeBehindColon({ children }: SyntaxNode): SyntaxNode | undefined {
  const colon = children.findIndex(({ type }) => type === ':');
  return colon < 0 ? undefined : children[colon + 1];
}

function lastType({ children }: SyntaxNode): SyntaxNode | undefined {
  return children.findLast(({ type }) => type === 'user_type');
}
