/** Expressions. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { Expr } from '../ir';
import { macroCall } from './calls';
import { lowerClosure } from './closures';
import { lowerCollection, lowerDictionary, lowerTuple } from './collections';
import { isControlNode, lowerControl } from './control';
import { Flattener, OPERATORS } from './flatten';
import { lowerString } from './literals';
import { type Lowering, nameOf, rangeOf, spanOf, unknownExpr } from './lowering';
import { foldItems } from './operators';
import { lowerLoosely } from './recovery';
import { isTypeNode, typePath } from './types';

export function lowerExpr(lowering: Lowering, node: SyntaxNode): Expr {
  return lowerExprs(lowering, [node]);
}

/**
 * The one expression that `nodes` spell together (the grammar leaves some `?` beside their operand). In broken
 * code there may be none: then it is unknown, at the offset `at`.
 */
export function lowerExprs(lowering: Lowering, nodes: readonly SyntaxNode[], at = 0): Expr {
  const range = spanOf(nodes, at);
  return lowering.nested(
    () => {
      const flattener = new Flattener(lowering);
      for (const node of nodes) flattener.add(node);
      return foldItems(flattener.items, range);
    },
    () => unknownExpr(range),
  );
}

/** An expression that holds no operators, members or calls of its own. */
export function lowerPrimary(lowering: Lowering, node: SyntaxNode): Expr {
  const range = rangeOf(node);
  if (node.start === node.end) return unknownExpr(node);
  switch (node.type) {
    case 'simple_identifier':
    case 'self_expression':
    case 'super_expression':
    case 'type_identifier':
    case '_expression':
      if (lowering.source.opaque.has(node.start)) return unknownExpr(node);
      return { kind: 'name', name: nameOf(lowering, node), range };
    case 'integer_literal':
    case 'real_literal':
    case 'hex_literal':
    case 'oct_literal':
    case 'bin_literal':
      if (lowering.source.units.has(node.start))
        return { kind: 'collection', form: 'tuple', elements: [], range };
      return { kind: 'literal', type: 'number', value: lowering.text(node), parts: undefined, range };
    case 'boolean_literal':
      return { kind: 'literal', type: 'bool', value: lowering.text(node), parts: undefined, range };
    case 'nil':
      return { kind: 'literal', type: 'nil', value: 'nil', parts: undefined, range };
    case 'line_string_literal':
    case 'multi_line_string_literal':
    case 'raw_string_literal':
      return lowerString(lowering, node);
    case 'lambda_literal':
      return lowerClosure(lowering, node);
    case 'array_literal':
      return lowerCollection(lowering, node);
    case 'dictionary_literal':
      return lowerDictionary(lowering, node);
    case 'tuple_expression':
      return lowerTuple(lowering, node);
    case 'macro_invocation':
      return macroCall(lowering, node);
    case 'user_type':
      return typeName(lowering, node);
    case 'selector_expression':
      return unknownExpr(node, selected(lowering, node));
    case 'key_path_expression':
    case 'regex_literal':
    case 'special_literal':
      return unknownExpr(node);
  }
  if (isControlNode(node))
    return { kind: 'control', statement: lowerControl(lowering, node, undefined), range };
  if (isTypeNode(node)) return unknownExpr(node);
  // An operator handed over as a function: `reduce(0, +)`.
  if (node.children.length === 0 && OPERATORS.has(node.type)) {
    return { kind: 'name', name: lowering.text(node), range };
  }
  return lowerLoosely(lowering, node);
}

/** The function or property that `#selector(…)` names, which is not called there. */
function selected(lowering: Lowering, node: SyntaxNode): Expr[] {
  const named = node.children.filter(
    (child) => child.children.length > 0 || child.type === 'simple_identifier',
  );
  return named.length === 0 ? [] : [lowerExprs(lowering, named)];
}

/** `Outer.Inner` where an expression stands. */
function typeName(lowering: Lowering, node: SyntaxNode): Expr {
  const { path, range: last } = typePath(lowering, node);
  const names = path.split('.');
  let expr: Expr = { kind: 'name', name: names[0] ?? '', range: { start: node.start, end: last.end } };
  const range = rangeOf(node);
  for (const name of names.slice(1)) {
    expr = { kind: 'member', base: expr, name, nameRange: last, isOptionalChain: false, range };
  }
  return expr;
}
