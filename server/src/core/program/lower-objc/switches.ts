import { childByField, childOfType, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { Block, Stmt, SwitchCase, SwitchStmt } from '../ir';
import { lowerItems } from './conditionals';
import { type LoweringContext, rangeOf } from './context';
import { lowerOrUnknown } from './expressions';
import { neverFallsThrough } from './flow';
import { collapse } from './types';

export function lowerSwitch(context: LoweringContext, node: SyntaxNode): SwitchStmt {
  const condition = childByField(node, 'condition');
  const body = childByField(node, 'body');
  const parts = body === undefined ? [] : body.children.filter((child) => child.type === 'case_statement');
  const cases = parts.map((part, index) => lowerCase(context, node, part, index === parts.length - 1));
  return {
    kind: 'switch',
    subject: lowerOrUnknown(context, condition, node),
    cases: [...strayStatements(context, body), ...cases],
    exhaustive: cases.some((part) => part.isDefault),
    label: undefined,
    range: rangeOf(node),
  };
}

function lowerCase(
  context: LoweringContext,
  switchNode: SyntaxNode,
  node: SyntaxNode,
  isLast: boolean,
): SwitchCase {
  const value = childByField(node, 'value');
  const colon = node.children.findIndex((child) => child.type === ':');
  const items = namedChildren({ ...node, children: node.children.slice(colon + 1) });
  const bodyRange = { start: node.children[colon]?.end ?? node.start, end: node.end };
  const body: Block = { statements: lowerItems(context, items, bodyRange), range: bodyRange };
  return {
    patterns: value === undefined ? [] : [pattern(context, value, node.children[colon])],
    isDefault: childOfType(node, 'default') !== undefined,
    body: conditionalBody(context, switchNode, node, body),
    fallsThrough: !isLast && !neverFallsThrough(body.statements),
    range: rangeOf(node),
  };
}

/** `A` of `case A:`; `A ... B` for a range. */
function pattern(
  context: LoweringContext,
  value: SyntaxNode,
  colon: SyntaxNode | undefined,
): SwitchCase['patterns'][number] {
  const range = { start: value.start, end: Math.max(value.end, colon?.start ?? 0) };
  return {
    pattern: { text: collapse(context.slice(range)), range: rangeOf(value) },
    names: [],
    where: undefined,
  };
}

/** A case in an `#if`: where it is not compiled, the switch does something that the model cannot say. */
function conditionalBody(
  context: LoweringContext,
  switchNode: SyntaxNode,
  node: SyntaxNode,
  body: Block,
): Block {
  const own = context.whenAt(node.start).slice(context.whenAt(switchNode.start).length);
  const [condition] = own;
  if (condition === undefined) return body;
  const all = own.length === 1 ? condition : ({ kind: 'and', operands: own } as const);
  const unknown: Stmt = { kind: 'unknown', exprs: [], range: body.range };
  const branches = [
    { condition: all, body },
    { condition: { kind: 'not', operand: all } as const, body: { statements: [unknown], range: body.range } },
  ];
  return { statements: [{ kind: 'conditional', branches, range: body.range }], range: body.range };
}

/** What stands before the first `case` cannot be reached, but its calls are kept. */
function strayStatements(context: LoweringContext, body: SyntaxNode | undefined): SwitchCase[] {
  const stray =
    body === undefined ? [] : namedChildren(body).filter((child) => child.type !== 'case_statement');
  return stray.map((node) => ({
    patterns: [{ pattern: { text: '', range: rangeOf(node) }, names: [], where: undefined }],
    isDefault: false,
    body: { statements: lowerItems(context, [node], node), range: rangeOf(node) },
    fallsThrough: false,
    range: rangeOf(node),
  }));
}
