import { childByField, childOfType, type SyntaxNode } from '../../syntax/objc-tree';
import type { TypeDecl, VariableDecl } from '../ir';
import { type LoweringContext, rangeOf } from './context';
import { readDeclarator } from './declarators';
import { lowerExpr } from './expressions';

/** `enum Name { … }` and `typedef enum { … } Name;` as a type whose enumerators are static constants. */
export function lowerEnumeration(
  context: LoweringContext,
  specifier: SyntaxNode,
  declarator: SyntaxNode | undefined,
): TypeDecl | undefined {
  const list = childByField(specifier, 'body');
  const nameNode = readDeclarator(declarator).name ?? childByField(specifier, 'name');
  if (list === undefined || nameNode === undefined) return undefined;
  const name = context.slice(nameNode);
  const enumerators = list.children.filter((child) => child.type === 'enumerator');
  return {
    kind: 'enum',
    name,
    nameRange: rangeOf(nameNode),
    path: name,
    inherits: [],
    properties: enumerators.flatMap((enumerator) => lowerEnumerator(context, enumerator, name)),
    methods: [],
    types: [],
    attributes: [],
    range: rangeOf(specifier),
    when: context.whenAt(specifier.start),
  };
}

function lowerEnumerator(context: LoweringContext, node: SyntaxNode, type: string): VariableDecl[] {
  const name = childOfType(node, 'identifier');
  if (name === undefined) return [];
  const value = childByField(node, 'value');
  return [
    {
      name: context.slice(name),
      nameRange: rangeOf(name),
      type: { name: type, text: type, isOptional: false, isFunction: false, args: [] },
      initial: value && lowerExpr(context, value),
      isConstant: true,
      isStatic: true,
      isLazy: false,
      isWeak: false,
      accessors: [],
      attributes: [],
      range: rangeOf(node),
      when: context.whenAt(node.start),
    },
  ];
}
