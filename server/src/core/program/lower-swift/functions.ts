/** Functions, methods, initialisers, deinitialisers. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { FunctionDecl, FunctionKind, Param, TypeRef } from '../ir';
import { attributesOf, hasModifier } from './attributes';
import { lowerExprs } from './expressions';
import { typeParametersOf } from './generics';
import { madeAs } from './implicit-members';
import { childOf, hasChild, type Lowering, nameOf, rangeOf } from './lowering';
import { lowerBody } from './statements';
import { typeAmong } from './types';

/** `kind` is that of a plain `func`: a method inside of types. */
export function lowerFunction(
  lowering: Lowering,
  node: SyntaxNode,
  kind: 'function' | 'method',
): FunctionDecl {
  const parameters = typeParametersOf(lowering, node);
  return lowering.withTypeParameters(parameters, () => lowerWhole(lowering, node, kind));
}

function lowerWhole(lowering: Lowering, node: SyntaxNode, kind: 'function' | 'method'): FunctionDecl {
  const isInit = node.type === 'init_declaration';
  const isDeinit = node.type === 'deinit_declaration';
  const name = nameNode(node);
  const params = lowerParams(lowering, node);
  const baseName = isInit ? 'init' : isDeinit ? 'deinit' : name ? nameOf(lowering, name) : '';
  const returns = returnType(lowering, node);
  const body = childOf(node, 'function_body');
  const returnsValue = returns !== undefined && returns.name !== 'Void';
  return {
    kind: isInit ? 'init' : isDeinit ? 'deinit' : kind,
    name: baseName,
    fullName: isDeinit ? baseName : fullName(baseName, params),
    nameRange: rangeOf(name ?? node),
    params,
    returns,
    body: body && lowerBody(lowering, body, childOf(body, 'statements'), returnsValue, returns),
    isStatic: hasChild(node, 'class') || hasModifier(lowering, node.children, 'static', 'class'),
    isAsync: hasChild(node, 'async'),
    throws: hasChild(node, 'throws'),
    attributes: attributesOf(lowering, node.children),
    range: rangeOf(node),
    when: lowering.when(node.start),
  };
}

/** Behind `func`; `init` and `deinit` name themselves. */
function nameNode(node: SyntaxNode): SyntaxNode | undefined {
  const keyword = node.children.findIndex(
    ({ type }) => type === 'func' || type === 'init' || type === 'deinit',
  );
  const found = node.children[keyword];
  return found?.type === 'func' ? node.children[keyword + 1] : found;
}

function returnType(lowering: Lowering, node: SyntaxNode): TypeRef | undefined {
  const arrow = node.children.findIndex((child) => child.type === '->');
  return arrow < 0 ? undefined : typeAmong(lowering, node.children.slice(arrow + 1));
}

export function fullName(name: string, params: readonly Param[]): string {
  return `${name}(${params.map(({ label }) => `${label ?? '_'}:`).join('')})`;
}

/** Parameters with their default values, which the grammar puts behind them. */
export function lowerParams(lowering: Lowering, node: SyntaxNode): Param[] {
  const isSubscript = node.type === 'subscript_declaration';
  const params: Param[] = [];
  for (const [index, child] of node.children.entries()) {
    if (child.type !== 'parameter') continue;
    params.push(lowerParam(lowering, child, defaultValue(node.children, index), isSubscript));
  }
  return params;
}

function defaultValue(nodes: readonly SyntaxNode[], index: number): readonly SyntaxNode[] {
  if (nodes[index + 1]?.type !== '=') return [];
  const rest = nodes.slice(index + 2);
  const end = rest.findIndex((node) => node.type === ',' || node.type === ')' || node.type === 'parameter');
  return rest.slice(0, end < 0 ? rest.length : end);
}

function lowerParam(
  lowering: Lowering,
  node: SyntaxNode,
  value: readonly SyntaxNode[],
  isSubscript: boolean,
): Param {
  const colon = node.children.findIndex((child) => child.type === ':');
  const names = node.children.slice(0, colon < 0 ? node.children.length : colon);
  const [first = node] = names;
  const name = names.at(-1) ?? node;
  const label = nameOf(lowering, first);
  const type = colon < 0 ? undefined : typeAmong(lowering, node.children.slice(colon + 1));
  const isUnlabelled = label === '_' || (isSubscript && names.length < 2);
  return {
    label: isUnlabelled ? undefined : label,
    labelRange: rangeOf(first),
    name: nameOf(lowering, name),
    type,
    defaultValue: value.length > 0 ? madeAs(lowerExprs(lowering, value), type) : undefined,
    range: { start: node.start, end: value.at(-1)?.end ?? node.end },
  };
}

/** A function without parameters of its own source: accessors. */
export function accessor(
  lowering: Lowering,
  node: SyntaxNode,
  parts: Pick<FunctionDecl, 'name' | 'nameRange' | 'params' | 'returns' | 'body'> & { kind: FunctionKind },
): FunctionDecl {
  const specifier = node.children.find((child) => child.type === 'getter_specifier') ?? node;
  return {
    fullName: parts.name,
    isStatic: false,
    isAsync: hasChild(specifier, 'async'),
    throws: hasChild(specifier, 'throws'),
    attributes: attributesOf(lowering, node.children),
    range: rangeOf(node),
    when: lowering.when(node.start),
    ...parts,
  };
}
