/** What could not be parsed: unknown, with every expression and statement inside it kept. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { Expr, UnknownExpr } from '../ir';
import { lowerExpr } from './expressions';
import { type Lowering, unknownExpr } from './lowering';
import { isStatementNode, lowerStatement } from './statements';

const WORTH_LOWERING = /_expression$|_literal$|^assignment$|_operation$|^macro_invocation$/;

export function lowerLoosely(lowering: Lowering, node: SyntaxNode): UnknownExpr {
  return unknownExpr(node, looseExprs(lowering, node.children));
}

/** The outermost things inside `nodes` that have a meaning of their own. */
export function looseExprs(lowering: Lowering, nodes: readonly SyntaxNode[]): Expr[] {
  return lowering.nested(
    () => nodes.flatMap((node) => looseExpr(lowering, node)),
    () => [],
  );
}

function looseExpr(lowering: Lowering, node: SyntaxNode): Expr[] {
  if (isStatementNode(node)) {
    return lowerStatement(lowering, node).map((statement) =>
      statement.kind === 'expr' ? statement.expr : { kind: 'control', statement, range: statement.range },
    );
  }
  if (WORTH_LOWERING.test(node.type) && node.children.length > 0) return [lowerExpr(lowering, node)];
  return node.children.length > 0 ? looseExprs(lowering, node.children) : [];
}
