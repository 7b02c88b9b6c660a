/** Conditions of `if`, `guard` and `while`. The grammar lists their pieces flat, patterns and commas included. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { Clause } from '../ir';
import { lowerExprs } from './expressions';
import { type Lowering, nameOf, rangeOf, spanOf, unknownExpr } from './lowering';
import { boundNodes, lowerPattern } from './patterns';
import { annotatedType } from './types';

export function lowerClauses(lowering: Lowering, nodes: readonly SyntaxNode[]): Clause[] {
  return splitClauses(nodes).flatMap((group) => lowerClause(lowering, group));
}

/** At commas that are not inside the parentheses of a pattern. */
function splitClauses(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  let depth = 0;
  for (const node of nodes) {
    if (node.type === '(') depth++;
    else if (node.type === ')') depth--;
    if (node.type === ',' && depth === 0) groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups.filter((group) => group.length > 0);
}

function lowerClause(lowering: Lowering, nodes: readonly SyntaxNode[]): Clause[] {
  const [first] = nodes;
  if (first?.type === 'availability_condition') return [availability(lowering, first)];
  if (first?.type === 'value_binding_pattern' || first?.type === 'case') return binding(lowering, nodes);
  const expr = lowerExprs(lowering, nodes);
  return [{ kind: 'expr', expr, range: expr.range }];
}

/** `#available(iOS 16, *)` */
function availability(lowering: Lowering, node: SyntaxNode): Clause {
  const [, inside = ''] = /\(([^)]*)\)/.exec(lowering.text(node)) ?? [];
  return {
    kind: 'available',
    versions: inside
      .split(',')
      .map((version) => version.trim())
      .filter((version) => version !== ''),
    unavailable: node.children.some((child) => child.type === 'unavailable'),
    range: rangeOf(node),
  };
}

function binding(lowering: Lowering, nodes: readonly SyntaxNode[]): Clause[] {
  const where = nodes.find((node) => node.type === 'where_clause');
  const equals = nodes.findIndex((node) => node.type === '=');
  const annotation = nodes.find((node) => node.type === 'type_annotation');
  const end = equals < 0 ? nodes.length : equals;
  const pattern = nodes.slice(0, end).filter((node) => node !== annotation && node !== where);
  const names = boundNodes(pattern, false);
  const value = nodes.slice(end + 1).filter((node) => node !== where);
  const range = spanOf(nodes, 0);
  const bind: Clause = {
    kind: 'bind',
    names: names.map((name) => nameOf(lowering, name)),
    pattern:
      nodes[0]?.type === 'case' ? lowerPattern(lowering, spanOf(pattern, range.start), pattern) : undefined,
    type: annotatedType(lowering, annotation),
    value: value.length > 0 ? lowerExprs(lowering, value) : shorthand(lowering, names, nodes),
    range,
  };
  if (where === undefined) return [bind];
  const condition = where.children.slice(1);
  return [
    bind,
    { kind: 'expr', expr: lowerExprs(lowering, condition, where.end), range: spanOf(condition, where.end) },
  ];
}

/** `if let x` binds the x of outside. */
function shorthand(lowering: Lowering, names: readonly SyntaxNode[], nodes: readonly SyntaxNode[]) {
  const [name] = names;
  if (name === undefined) return unknownExpr(spanOf(nodes, 0));
  return { kind: 'name', name: nameOf(lowering, name), range: rangeOf(name) } as const;
}
