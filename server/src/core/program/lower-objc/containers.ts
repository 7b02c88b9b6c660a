import { childByField, childOfType, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { FunctionDecl, TypeDecl, TypeKind, VariableDecl } from '../ir';
import { type LoweringContext, rangeOf } from './context';
import { lowerMethod } from './functions';
import { collapse } from './types';
import { declaredMembers } from './variables';

interface Members {
  readonly properties: VariableDecl[];
  readonly methods: FunctionDecl[];
  readonly attributes: string[];
  /** What is not a member: C functions, constants, errors. */
  readonly others: SyntaxNode[];
}

/** A lowered `@interface`, `@implementation` or `@protocol`, and the file-level code that stands between its members. */
export interface LoweredContainer {
  readonly type: TypeDecl;
  readonly others: readonly SyntaxNode[];
}

export function isContainer(node: SyntaxNode): boolean {
  return ['class_interface', 'class_implementation', 'protocol_declaration'].includes(node.type);
}

export function lowerContainer(context: LoweringContext, node: SyntaxNode): LoweredContainer | undefined {
  const nameNode = childOfType(node, 'identifier');
  if (nameNode === undefined || nameNode.missing) return undefined;
  const members: Members = { properties: [], methods: [], attributes: [], others: [] };
  for (const child of node.children) readMember(context, child, members, []);
  const name = context.slice(nameNode);
  const type: TypeDecl = {
    kind: kindOf(node),
    name,
    nameRange: rangeOf(nameNode),
    path: name,
    inherits: inheritsOf(context, node),
    properties: members.properties,
    methods: members.methods,
    types: [],
    attributes: members.attributes,
    range: rangeOf(node),
    when: context.whenAt(node.start),
  };
  return { type, others: members.others };
}

/** Categories and class extensions have parentheses after their name. */
function kindOf(node: SyntaxNode): TypeKind {
  if (node.type === 'protocol_declaration') return 'protocol';
  if (node.type === 'class_implementation') return 'extension';
  return node.children.some((child) => child.type === '(') ? 'extension' : 'class';
}

function inheritsOf(context: LoweringContext, node: SyntaxNode): string[] {
  const superclass = childByField(node, 'superclass');
  const lists = node.children.filter(
    (child) => child.type === 'parameterized_arguments' || child.type === 'protocol_reference_list',
  );
  // Before the colon stand type parameters, after the superclass its type arguments or the protocols.
  const protocols = lists.filter((list) => superclass === undefined || list.start > superclass.start).at(-1);
  const names =
    protocols === undefined ? [] : namedChildren(protocols).map((child) => collapse(context.slice(child)));
  const plain = names.filter((name) => /^\w+$/.test(name));
  return superclass === undefined ? plain : [context.slice(superclass), ...plain];
}

function readMember(
  context: LoweringContext,
  node: SyntaxNode,
  members: Members,
  attributes: readonly string[],
): void {
  switch (node.type) {
    case 'implementation_definition':
      for (const child of node.children) readMember(context, child, members, attributes);
      break;
    case 'qualified_protocol_interface_declaration': {
      const inside = node.children[0]?.type === '@optional' ? ['optional'] : [];
      for (const child of node.children) readMember(context, child, members, inside);
      break;
    }
    case 'method_definition':
    case 'method_declaration': {
      const method = context.member(node, `method ${attributes.join()}`, () =>
        lowerMethod(context, node, attributes),
      );
      if (method !== undefined) members.methods.push(method);
      if (node.broken) members.others.push(...node.children.filter((child) => child.type === 'ERROR'));
      break;
    }
    case 'property_declaration':
      members.properties.push(
        ...(context.member(node, `property ${attributes.join()}`, () =>
          declaredMembers(context, node, [...attributes, ...propertyAttributes(context, node)], node),
        ) ?? []),
      );
      break;
    case 'instance_variables':
      readInstanceVariables(context, node, members);
      break;
    case 'property_implementation':
      members.attributes.push(collapse(context.slice(node).replace(/;$/, '')));
      break;
    case 'identifier':
    case 'parameterized_arguments':
    case 'protocol_reference_list':
    case 'comment':
      break;
    default:
      if (node.named) members.others.push(node);
  }
}

/** `nonatomic`, `copy`, `getter=isReady`. */
function propertyAttributes(context: LoweringContext, node: SyntaxNode): string[] {
  const list = childOfType(node, 'property_attributes_declaration');
  const attributes = list?.children.filter((child) => child.type === 'property_attribute') ?? [];
  return attributes.map((attribute) => context.slice(attribute).replace(/\s/g, ''));
}

function readInstanceVariables(context: LoweringContext, node: SyntaxNode, members: Members): void {
  let visibility: string[] = ['ivar'];
  for (const child of node.children) {
    if (child.type !== 'instance_variable') continue;
    const specification = childOfType(child, 'visibility_specification');
    if (specification !== undefined) visibility = ['ivar', context.slice(specification)];
    const attributes = visibility;
    const lowered = context.member(child, visibility.join(), () =>
      declaredMembers(context, child, attributes, child),
    );
    members.properties.push(...(lowered ?? []));
  }
}
