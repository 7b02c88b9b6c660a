/** Closures. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { ClosureExpr, Param } from '../ir';
import { attributesOf } from './attributes';
import { lowerExprs } from './expressions';
import { childOf, hasChild, type Lowering, nameOf, rangeOf } from './lowering';
import { lowerBody } from './statements';
import { typeAmong } from './types';

export function lowerClosure(lowering: Lowering, node: SyntaxNode): ClosureExpr {
  const type = childOf(node, 'lambda_function_type');
  const returns = type && returnType(lowering, type);
  const isVoid = returns?.name === 'Void';
  const captures = childOf(node, 'capture_list')?.children.filter(
    (child) => child.type === 'capture_list_item',
  );
  return {
    kind: 'closure',
    captures: (captures ?? []).map((item) => capture(lowering, item)),
    function: {
      kind: 'closure',
      name: '',
      fullName: '',
      nameRange: { start: node.start, end: node.start + 1 },
      params: type ? paramsOf(lowering, type) : [],
      returns,
      body: lowerBody(lowering, node, childOf(node, 'statements'), !isVoid, returns),
      isStatic: false,
      isAsync: type !== undefined && hasChild(type, 'async'),
      throws: type !== undefined && hasChild(type, 'throws'),
      attributes: attributesOf(lowering, node.children),
      range: rangeOf(node),
      when: lowering.when(node.start),
    },
    range: rangeOf(node),
  };
}

function returnType(lowering: Lowering, type: SyntaxNode) {
  const arrow = type.children.findIndex((child) => child.type === '->');
  return arrow < 0 ? undefined : typeAmong(lowering, type.children.slice(arrow + 1));
}

function paramsOf(lowering: Lowering, type: SyntaxNode): Param[] {
  const list = childOf(type, 'lambda_function_type_parameters')?.children ?? [];
  return list.filter((child) => child.type === 'lambda_parameter').map((child) => param(lowering, child));
}

function param(lowering: Lowering, node: SyntaxNode): Param {
  const colon = node.children.findIndex((child) => child.type === ':');
  const names = colon < 0 ? node.children : node.children.slice(0, colon);
  const name = names.at(-1) ?? node;
  return {
    label: undefined,
    labelRange: rangeOf(name),
    name: nameOf(lowering, name),
    type: colon < 0 ? undefined : typeAmong(lowering, node.children.slice(colon + 1)),
    defaultValue: undefined,
    range: rangeOf(node),
  };
}

function capture(lowering: Lowering, node: SyntaxNode): ClosureExpr['captures'][number] {
  const owner = childOf(node, 'ownership_modifier');
  const ownership = owner ? lowering.text(owner) : '';
  const equals = node.children.findIndex((child) => child.type === '=');
  const name = node.children[equals < 0 ? node.children.length - 1 : equals - 1] ?? node;
  return {
    name: nameOf(lowering, name),
    form: ownership === 'weak' ? 'weak' : ownership.startsWith('unowned') ? 'unowned' : 'strong',
    value: equals < 0 ? undefined : lowerExprs(lowering, node.children.slice(equals + 1), node.end),
  };
}
