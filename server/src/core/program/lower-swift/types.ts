/** Types as written. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TypeRef } from '../ir';
import { childOf, type Lowering, nameOf, rangeOf, spanOf } from './lowering';

const TYPE_NODES: ReadonlySet<string> = new Set([
  'user_type',
  'tuple_type',
  'tuple_type_item',
  'function_type',
  'array_type',
  'dictionary_type',
  'optional_type',
  'metatype',
  'opaque_type',
  'existential_type',
  'protocol_composition_type',
  'type_parameter_pack',
  'type_pack_expansion',
  'suppressed_constraint',
]);

export function isTypeNode(node: SyntaxNode): boolean {
  return TYPE_NODES.has(node.type);
}

/** The first type among `nodes`; a `!` behind it makes it optional, modifiers before it (`@escaping`) are in its text. */
export function typeAmong(lowering: Lowering, nodes: readonly SyntaxNode[]): TypeRef | undefined {
  const index = nodes.findIndex(isTypeNode);
  const node = nodes[index];
  if (node === undefined) return undefined;
  const before = nodes[index - 1];
  const after = nodes[index + 1];
  const modifier =
    before?.type === 'parameter_modifiers' || before?.type === 'type_modifiers' ? [before] : [];
  const type = lowerType(lowering, node);
  if (after?.type !== '!')
    return modifier.length === 0 ? type : { ...type, text: textOf(lowering, [...modifier, node]) };
  return { ...type, text: textOf(lowering, [...modifier, node, after]), isOptional: true };
}

export function annotatedType(lowering: Lowering, annotation: SyntaxNode | undefined): TypeRef | undefined {
  return annotation && typeAmong(lowering, annotation.children);
}

export function lowerType(lowering: Lowering, node: SyntaxNode): TypeRef {
  return lowering.nested(
    () => typeOf(lowering, node),
    () => plainType('', textOf(lowering, [node])),
  );
}

function typeOf(lowering: Lowering, node: SyntaxNode): TypeRef {
  const text = textOf(lowering, [node]);
  const inner = node.children.filter(isTypeNode);
  const [first] = inner;
  const all = () => inner.map((child) => lowerType(lowering, child));
  switch (node.type) {
    case 'user_type':
      return userType(lowering, node, text);
    case 'array_type':
      return plainType('Array', text, all());
    case 'dictionary_type':
      return plainType('Dictionary', text, all());
    case 'metatype':
      return plainType('Type', text, all());
    case 'function_type':
      return { ...plainType('', text, all()), isFunction: true };
    case 'optional_type':
      return first ? { ...lowerType(lowering, first), text, isOptional: true } : plainType('', text);
    case 'tuple_type':
      if (inner.length === 0) return plainType('Void', text);
      return inner.length === 1 && first
        ? { ...lowerType(lowering, first), text }
        : plainType('', text, all());
    default:
      // `some P`, `any P`, `A & B`, parentheses: what the first one says.
      return first ? { ...lowerType(lowering, first), text } : plainType('', text);
  }
}

function userType(lowering: Lowering, node: SyntaxNode, text: string): TypeRef {
  const last = node.children.findLastIndex((child) => child.type === 'type_identifier');
  const name = node.children[last];
  const list = node.children[last + 1];
  if (last === 0 && list === undefined && name) {
    const parameter = lowering.typeParameter(nameOf(lowering, name));
    if (parameter !== undefined) {
      const { constraint } = parameter;
      return constraint ? { ...lowerType(lowering, constraint), text } : plainType('', text);
    }
    const alias = lowering.aliased(nameOf(lowering, name), (type) => lowerType(lowering, type));
    if (alias !== undefined) return { ...alias, text };
  }
  const args = list?.type === 'type_arguments' ? list.children.filter(isTypeNode) : [];
  return plainType(
    name ? nameOf(lowering, name) : '',
    text,
    args.map((arg) => lowerType(lowering, arg)),
  );
}

function plainType(name: string, text: string, args: readonly TypeRef[] = []): TypeRef {
  return { name, text, isOptional: false, isFunction: false, args };
}

function textOf(lowering: Lowering, nodes: readonly SyntaxNode[]): string {
  return lowering.text(spanOf(nodes, 0)).replace(/\s+/g, ' ');
}

/** Dotted name of a type without generic arguments: `Outer.Inner`, and where its last part stands. */
export function typePath(lowering: Lowering, node: SyntaxNode) {
  const named = node.type === 'optional_type' ? (childOf(node, 'user_type') ?? node) : node;
  const parts = named.children.filter((child) => child.type === 'type_identifier');
  const last = parts.at(-1);
  if (last === undefined)
    return { path: nameOf(lowering, node), name: nameOf(lowering, node), range: rangeOf(node) };
  const names = parts.map((part) => nameOf(lowering, part));
  return { path: names.join('.'), name: nameOf(lowering, last), range: rangeOf(last) };
}
