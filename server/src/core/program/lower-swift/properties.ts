/** Variables and constants: local, global and properties, with their accessors and observers. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TextRange } from '../../text';
import type { Expr, FunctionDecl, Param, TypeRef, VariableDecl } from '../ir';
import { attributesOf, hasModifier } from './attributes';
import { splitAtCommas } from './collections';
import { lowerExprs } from './expressions';
import { accessor } from './functions';
import { madeAs } from './implicit-members';
import { childOf, hasChild, type Lowering, nameOf, rangeOf, spanOf, unknownExpr } from './lowering';
import { boundNodes } from './patterns';
import { lowerBody } from './statements';
import { annotatedType } from './types';

const BODIES: ReadonlySet<string> = new Set([
  'computed_property',
  'willset_didset_block',
  'protocol_property_requirements',
]);

/** What all names of one declaration have in common. */
type Shared = Pick<VariableDecl, 'isConstant' | 'isStatic' | 'isLazy' | 'isWeak' | 'attributes' | 'when'>;

/** One declaration for each name. */
export function lowerProperty(lowering: Lowering, node: SyntaxNode): VariableDecl[] {
  const { children } = node;
  const keyword = children.findIndex(({ type }) => type === 'value_binding_pattern' || type === 'pattern');
  // A protocol's property has `var` inside of its pattern.
  const from = children[keyword]?.type === 'value_binding_pattern' ? keyword + 1 : keyword;
  const bindings = splitAtCommas(children.slice(from));
  const shared = sharedParts(lowering, node);
  const whole = bindings.length === 1 ? rangeOf(node) : undefined;
  return bindings.flatMap((nodes) =>
    lowerBinding(lowering, nodes, shared, whole ?? spanOf(nodes, node.start)),
  );
}

function sharedParts(lowering: Lowering, node: SyntaxNode): Shared {
  const { children } = node;
  const isAsync = hasChild(node, 'async');
  return {
    isConstant: keywordOf(lowering, node) === 'let',
    isStatic: hasModifier(lowering, children, 'static', 'class'),
    isLazy: hasModifier(lowering, children, 'lazy'),
    isWeak: hasModifier(lowering, children, 'weak'),
    attributes: [...attributesOf(lowering, children), ...(isAsync ? ['async'] : [])],
    when: lowering.when(node.start),
  };
}

function lowerBinding(
  lowering: Lowering,
  nodes: readonly SyntaxNode[],
  shared: Shared,
  range: TextRange,
): VariableDecl[] {
  const pattern = nodes.find((child) => child.type === 'pattern');
  if (pattern === undefined) return [];
  const annotation = nodes.find((child) => child.type === 'type_annotation');
  const type = annotatedType(lowering, annotation);
  const accessors = accessorsOf(lowering, nodes, type);
  const value = initialValue(lowering, nodes);
  const names = namesIn(pattern);
  const isTuple = names.length > 1 || hasChild(pattern, '(');
  return names.map((name, index) => ({
    ...shared,
    name: nameOf(lowering, name),
    nameRange: rangeOf(name),
    type: isTuple ? undefined : type,
    initial: isTuple && value ? tupleElement(value, index, names.length) : value && madeAs(value, type),
    accessors,
    range,
  }));
}

function keywordOf(lowering: Lowering, node: SyntaxNode): string {
  const binding =
    childOf(node, 'value_binding_pattern') ??
    childOf(childOf(node, 'pattern') ?? node, 'value_binding_pattern');
  return binding ? lowering.text(binding) : '';
}

/** `_` counts, so that no value is lost. */
function namesIn(pattern: SyntaxNode): SyntaxNode[] {
  const names = boundNodes(pattern.children, true);
  return names.length > 0 ? names : [pattern];
}

/** What one name of `let (a, b) = value` gets. The value is kept once when it cannot be taken apart. */
function tupleElement(value: Expr, index: number, count: number): Expr {
  if (value.kind === 'collection' && value.form === 'tuple' && value.elements.length === count) {
    const element = value.elements[index];
    if (element !== undefined) return element;
  }
  return unknownExpr(value.range, index === 0 ? [value] : []);
}

function initialValue(lowering: Lowering, nodes: readonly SyntaxNode[]): Expr | undefined {
  const equals = nodes.findIndex((child) => child.type === '=');
  if (equals < 0) return undefined;
  const value = nodes.slice(equals + 1).filter((child) => !BODIES.has(child.type));
  return value.length > 0 ? lowerExprs(lowering, value) : undefined;
}

function accessorsOf(
  lowering: Lowering,
  nodes: readonly SyntaxNode[],
  type: TypeRef | undefined,
): FunctionDecl[] {
  const body = nodes.find((child) => BODIES.has(child.type));
  if (body === undefined || body.type === 'protocol_property_requirements') return [];
  return accessorsIn(lowering, body, type);
}

const KEYWORDS: Readonly<Record<string, string>> = {
  computed_getter: 'get',
  computed_setter: 'set',
  computed_modify: '_modify',
  willset_clause: 'willSet',
  didset_clause: 'didSet',
};

/** Names that an accessor's value has when none is written. */
const IMPLICIT_NAMES: Readonly<Record<string, string>> = {
  set: 'newValue',
  willSet: 'newValue',
  didSet: 'oldValue',
};

/** `{ get { … } set { … } }`, `{ willSet … didSet … }`, or the body of a getter. */
export function accessorsIn(lowering: Lowering, body: SyntaxNode, type: TypeRef | undefined): FunctionDecl[] {
  const written = body.children.filter((child) => Object.hasOwn(KEYWORDS, child.type));
  if (written.length > 0) return written.map((child) => lowerAccessor(lowering, child, type));
  const block = lowerBody(lowering, body, childOf(body, 'statements'), true, type);
  const nameRange = { start: body.start, end: body.start + 1 };
  return [
    accessor(lowering, body, {
      kind: 'accessor',
      name: 'get',
      nameRange,
      params: [],
      returns: type,
      body: block,
    }),
  ];
}

function lowerAccessor(lowering: Lowering, node: SyntaxNode, type: TypeRef | undefined): FunctionDecl {
  const name = KEYWORDS[node.type] ?? '';
  const keyword = node.children.find((child) => lowering.text(child).includes(name)) ?? node;
  const open = node.children.findIndex((child) => child.type === '{');
  const returns = name === 'get' ? type : undefined;
  const braces = open < 0 ? undefined : spanOf(node.children.slice(open), node.end);
  return accessor(lowering, node, {
    kind: 'accessor',
    name,
    nameRange: rangeOf(keyword),
    params: valueParam(lowering, node, keyword, name, type),
    returns,
    body: braces && lowerBody(lowering, braces, childOf(node, 'statements'), name === 'get', returns),
  });
}

function valueParam(
  lowering: Lowering,
  node: SyntaxNode,
  keyword: SyntaxNode,
  accessorName: string,
  type: TypeRef | undefined,
): Param[] {
  const implicit = IMPLICIT_NAMES[accessorName];
  if (implicit === undefined) return [];
  const written = childOf(node, 'simple_identifier');
  const range = rangeOf(written ?? keyword);
  const name = written ? nameOf(lowering, written) : implicit;
  return [{ label: undefined, labelRange: range, name, type, defaultValue: undefined, range }];
}
