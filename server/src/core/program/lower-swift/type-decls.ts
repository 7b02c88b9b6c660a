/** Classes, structs, enums, actors, protocols and extensions with their members. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { FunctionDecl, TypeDecl, TypeKind, VariableDecl } from '../ir';
import { attributesOf } from './attributes';
import { splitAtCommas } from './collections';
import { lowerExprs } from './expressions';
import { fullName, lowerFunction, lowerParams } from './functions';
import { append, childOf, type Lowering, nameOf, rangeOf } from './lowering';
import { type LowerMember, lowerAlways } from './member-cache';
import { accessorsIn, lowerProperty } from './properties';
import { isTypeNode, typeAmong, typePath } from './types';

const KINDS: ReadonlyMap<string, TypeKind> = new Map([
  ['class', 'class'],
  ['struct', 'struct'],
  ['enum', 'enum'],
  ['actor', 'actor'],
  ['extension', 'extension'],
  ['protocol', 'protocol'],
]);

/** `outer` is the path of the type around it. */
export function lowerTypeDecl(
  lowering: Lowering,
  node: SyntaxNode,
  outer: string | undefined,
  lowerMember: LowerMember = lowerAlways,
): TypeDecl {
  return lowering.nested(
    () => typeDecl(lowering, node, outer, lowerMember),
    () => emptyType(lowering, node, outer),
  );
}

function typeDecl(
  lowering: Lowering,
  node: SyntaxNode,
  outer: string | undefined,
  lowerMember: LowerMember,
): TypeDecl {
  const shell = emptyType(lowering, node, outer);
  const body =
    childOf(node, 'class_body') ?? childOf(node, 'enum_class_body') ?? childOf(node, 'protocol_body');
  const members = new Members();
  for (const child of body?.children ?? []) addMember(lowering, members, child, shell, lowerMember);
  return { ...shell, ...members };
}

/** What the header of a type says. */
function emptyType(lowering: Lowering, node: SyntaxNode, outer: string | undefined): TypeDecl {
  const keyword = node.children.findIndex((child) => KINDS.has(child.type));
  const nameNode = node.children[keyword + 1];
  const { name, path, range } = nameNode
    ? typePath(lowering, nameNode)
    : { name: '', path: '', range: rangeOf(node) };
  return {
    kind: KINDS.get(node.children[keyword]?.type ?? '') ?? 'class',
    name,
    nameRange: range,
    path: outer === undefined ? path : `${outer}.${path}`,
    inherits: inheritedNames(lowering, node),
    properties: [],
    methods: [],
    types: [],
    attributes: attributesOf(lowering, node.children),
    range: rangeOf(node),
    when: lowering.when(node.start),
  };
}

function inheritedNames(lowering: Lowering, node: SyntaxNode): string[] {
  const names: string[] = [];
  for (const child of node.children) {
    const type = child.type === 'inheritance_specifier' ? child.children.find(isTypeNode) : undefined;
    if (type !== undefined) names.push(typePath(lowering, type).path);
  }
  return names;
}

class Members {
  readonly properties: VariableDecl[] = [];
  readonly methods: FunctionDecl[] = [];
  readonly types: TypeDecl[] = [];
}

function addMember(
  lowering: Lowering,
  members: Members,
  node: SyntaxNode,
  owner: TypeDecl,
  lowerMember: LowerMember,
): void {
  switch (node.type) {
    case 'property_declaration':
    case 'protocol_property_declaration':
      append(
        members.properties,
        lowerMember(node, 'member', () => lowerProperty(lowering, node)),
      );
      break;
    case 'function_declaration':
    case 'protocol_function_declaration':
    case 'init_declaration':
    case 'deinit_declaration':
      members.methods.push(lowerMember(node, 'member', () => lowerFunction(lowering, node, 'method')));
      break;
    case 'subscript_declaration':
      append(
        members.methods,
        lowerMember(node, 'member', () => lowerSubscript(lowering, node)),
      );
      break;
    case 'enum_entry':
      append(members.properties, lowerCases(lowering, node, owner, lowerMember));
      break;
    case 'class_declaration':
    case 'protocol_declaration':
      members.types.push(lowerTypeDecl(lowering, node, owner.path, lowerMember));
      break;
    case 'ERROR':
      for (const child of node.children) addMember(lowering, members, child, owner, lowerMember);
      break;
  }
}

/** One function for each accessor. */
function lowerSubscript(lowering: Lowering, node: SyntaxNode): FunctionDecl[] {
  const params = lowerParams(lowering, node);
  const arrow = node.children.findIndex((child) => child.type === '->');
  const returns = arrow < 0 ? undefined : typeAmong(lowering, node.children.slice(arrow + 1));
  const body = childOf(node, 'computed_property');
  const keyword = childOf(node, 'subscript') ?? node;
  return (body ? accessorsIn(lowering, body, returns) : []).map((part) => ({
    ...part,
    kind: 'subscript',
    name: 'subscript',
    fullName: fullName('subscript', params),
    nameRange: rangeOf(keyword),
    params: [...params, ...part.params],
    range: rangeOf(node),
  }));
}

function lowerCases(
  lowering: Lowering,
  node: SyntaxNode,
  { inherits }: TypeDecl,
  lowerMember: LowerMember,
): readonly VariableDecl[] {
  const namesItself = inherits.includes('String');
  return lowerMember(node, namesItself ? 'text' : 'case', () => enumCases(lowering, node, namesItself));
}

/** Each case is a constant of its type; with a raw value, that is what it is set to. `namesItself`: without one, its name. */
function enumCases(lowering: Lowering, node: SyntaxNode, namesItself: boolean): VariableDecl[] {
  const keyword = node.children.findIndex((child) => child.type === 'case');
  return splitAtCommas(node.children.slice(keyword + 1)).flatMap((nodes): VariableDecl[] => {
    const [nameNode] = nodes;
    if (nameNode?.type !== 'simple_identifier') return [];
    const name = nameOf(lowering, nameNode);
    const nameRange = rangeOf(nameNode);
    const value = nodes[1]?.type === '=' ? nodes.slice(2).filter((child) => child.type !== ';') : [];
    const own = { kind: 'literal', type: 'string', value: name, parts: undefined, range: nameRange } as const;
    return [
      {
        name,
        nameRange,
        type: undefined,
        initial: value.length > 0 ? lowerExprs(lowering, value) : namesItself ? own : undefined,
        isConstant: true,
        isStatic: true,
        isLazy: false,
        isWeak: false,
        accessors: [],
        attributes: ['case'],
        range: { start: nameNode.start, end: nodes.at(-1)?.end ?? nameNode.end },
        when: lowering.when(node.start),
      },
    ];
  });
}

/** A type inside of a function: its functions, with those of its properties. */
export function localTypeMethods(lowering: Lowering, node: SyntaxNode): FunctionDecl[] {
  return methodsOf(lowerTypeDecl(lowering, node, undefined));
}

function methodsOf(type: TypeDecl): FunctionDecl[] {
  const accessors = type.properties.flatMap((property) => property.accessors);
  return [...type.methods, ...accessors, ...type.types.flatMap(methodsOf)];
}
