import { childByField, childOfType, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { Clause, LoopStmt, Stmt } from '../ir';
import { lowerClauses } from './clauses';
import { type LoweringContext, rangeOf } from './context';
import { readDeclarator } from './declarators';
import { isExpression, lowerExpr } from './expressions';
import { lowerBody, lowerStatement } from './statements';
import { typeOf } from './types';

function loop(
  form: LoopStmt['form'],
  node: SyntaxNode,
  parts: Partial<LoopStmt> & Pick<LoopStmt, 'body'>,
): LoopStmt {
  return {
    kind: 'loop',
    form,
    initial: parts.initial ?? [],
    clauses: parts.clauses ?? [],
    sequence: parts.sequence,
    names: parts.names ?? [],
    ...(parts.elementType !== undefined && { elementType: parts.elementType }),
    where: undefined,
    step: parts.step,
    body: parts.body,
    label: undefined,
    range: rangeOf(node),
  };
}

export function lowerWhile(context: LoweringContext, node: SyntaxNode): LoopStmt {
  const clauses = lowerClauses(context, childByField(node, 'condition'), node);
  return loop('while', node, { clauses, body: lowerBody(context, childByField(node, 'body'), node) });
}

export function lowerDo(context: LoweringContext, node: SyntaxNode): LoopStmt {
  const clauses = lowerClauses(context, childByField(node, 'condition'), node);
  return loop('repeat', node, { clauses, body: lowerBody(context, childByField(node, 'body'), node) });
}

export function lowerFor(context: LoweringContext, node: SyntaxNode): LoopStmt {
  return childOfType(node, 'in') === undefined ? lowerCFor(context, node) : lowerForIn(context, node);
}

function lowerCFor(context: LoweringContext, node: SyntaxNode): LoopStmt {
  const condition = childByField(node, 'condition');
  const step = childByField(node, 'update');
  const clauses: readonly Clause[] = condition === undefined ? [] : lowerClauses(context, condition, node);
  return loop('for', node, {
    initial: initialStatements(context, childByField(node, 'initializer')),
    clauses,
    step: step && lowerExpr(context, step),
    body: lowerBody(context, childByField(node, 'body'), node),
  });
}

function initialStatements(context: LoweringContext, node: SyntaxNode | undefined): readonly Stmt[] {
  return node === undefined ? [] : lowerStatement(context, node);
}

/** `for (NSString *name in list) …` and `for (name in list) …`. */
function lowerForIn(context: LoweringContext, node: SyntaxNode): LoopStmt {
  const split = node.children.findIndex((child) => child.type === 'in');
  const close = node.children.findIndex((child, index) => index > split && child.type === ')');
  const element = node.children.slice(0, split).findLast((child) => child.named && child.type !== 'comment');
  const sequence = node.children.slice(split + 1, close).find(isExpression);
  const body = namedChildren({ ...node, children: node.children.slice(close + 1) })[0];
  const { name } = readDeclarator(element);
  return loop('each', node, {
    sequence: sequence && lowerExpr(context, sequence),
    names: name === undefined ? [] : [context.slice(name)],
    elementType: typeOf(context, { ...node, children: node.children.slice(0, split) }, element),
    body: lowerBody(context, body, node),
  });
}
