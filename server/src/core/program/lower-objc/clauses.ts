import { childByField, childOfType, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import type { Clause } from '../ir';
import { type LoweringContext, rangeOf } from './context';
import { lowerExpr } from './expressions';
import { collapse } from './types';

/** The clauses of a condition: the operands of `&&`, of which `@available(…)` is its own kind. */
export function lowerClauses(
  context: LoweringContext,
  condition: SyntaxNode | undefined,
  at: TextRange,
): readonly Clause[] {
  if (condition === undefined) {
    const expr = { kind: 'unknown', children: [], range: rangeOf(at) } as const;
    return [{ kind: 'expr', expr, range: rangeOf(at) }];
  }
  return conjuncts(context, condition).map((node) => lowerClause(context, node));
}

/** Splits at `&&`, looking through parentheses. Not recursive: chains may be long. */
function conjuncts(context: LoweringContext, condition: SyntaxNode): SyntaxNode[] {
  const result: SyntaxNode[] = [];
  const pending = [condition];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const inner = node.type === 'parenthesized_expression' ? onlyChild(node) : undefined;
    const left = childByField(node, 'left');
    const right = childByField(node, 'right');
    const isWhole = !node.children.some((child) => child.type === 'ERROR') && !context.isTorn(node);
    if (inner !== undefined && isWhole) {
      pending.push(inner);
    } else if (isConjunction(node) && left !== undefined && right !== undefined && isWhole) {
      pending.push(right, left);
    } else {
      result.push(node);
    }
  }
  return result;
}

function onlyChild(node: SyntaxNode): SyntaxNode | undefined {
  const children = namedChildren(node);
  return children.length === 1 ? children[0] : undefined;
}

function isConjunction(node: SyntaxNode): boolean {
  return node.type === 'binary_expression' && childOfType(node, '&&') !== undefined;
}

function lowerClause(context: LoweringContext, node: SyntaxNode): Clause {
  const isNegated = node.type === 'unary_expression' && childOfType(node, '!') !== undefined;
  const subject = (isNegated ? childByField(node, 'argument') : undefined) ?? node;
  if (subject.type === 'available_expression' && !subject.broken) {
    const versions = /\(([^)]*)\)/.exec(context.slice(subject))?.[1]?.split(',').map(collapse) ?? [];
    return { kind: 'available', versions, unavailable: isNegated, range: rangeOf(node) };
  }
  return { kind: 'expr', expr: lowerExpr(context, node), range: rangeOf(node) };
}
