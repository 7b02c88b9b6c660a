import { childByField, childOfType, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import type { Expr, NameExpr } from '../ir';
import { lowerCall, pseudoCall } from './calls';
import { lowerBlockLiteral } from './closures';
import { type LoweringContext, rangeOf } from './context';
import { concatenatedString, literal, stringLiteral, wordLiteral } from './literals';
import { lowerMessage } from './messages';
import { lowerBlock } from './statements';
import { typeFromName } from './types';

type LowerExpr = (context: LoweringContext, node: SyntaxNode) => Expr;

/** One function for each kind of expression node. What is missing here is not understood. */
const lowerings: Readonly<Record<string, LowerExpr>> = {
  identifier: lowerName,
  field_identifier: lowerName,
  type_identifier: lowerName,
  null: lowerName,
  true: lowerName,
  false: lowerName,
  generic_specifier: lowerGenericName,
  number_literal: (context, node) => literal('number', context.slice(node), node),
  char_literal: (context, node) => literal('number', context.slice(node), node),
  string_literal: stringLiteral,
  concatenated_string: concatenatedString,
  parenthesized_expression: lowerParentheses,
  at_expression: lowerBoxed,
  array_literal: (context, node) => collection('array', namedChildren(node), context, node),
  dictionary_literal: lowerDictionary,
  message_expression: lowerMessage,
  call_expression: lowerCall,
  block_literal: lowerBlockLiteral,
  field_expression: lowerField,
  subscript_expression: lowerSubscript,
  assignment_expression: lowerAssignment,
  binary_expression: lowerBinary,
  comma_expression: lowerBinary,
  unary_expression: lowerUnary,
  pointer_expression: lowerUnary,
  update_expression: lowerUnary,
  conditional_expression: lowerTernary,
  cast_expression: lowerCast,
  selector_expression: (context, node) => pseudoCall('@selector', /\(\s*([^()]*?)\s*\)/, context, node),
  encode_expression: (context, node) => pseudoCall('@encode', /\(\s*([\s\S]*?)\s*\)$/, context, node),
  compound_statement: lowerStatementExpression,
  compound_literal_expression: lowerUnknown,
  initializer_list: lowerUnknown,
  sizeof_expression: lowerUnknown,
  available_expression: lowerUnknown,
  range_expression: lowerUnknown,
  va_arg_expression: lowerUnknown,
  offsetof_expression: lowerUnknown,
  generic_expression: lowerUnknown,
};

export function isExpression(node: SyntaxNode): boolean {
  return Object.hasOwn(lowerings, node.type);
}

/** Lowers an expression. Errors in it make it `unknown`, which keeps what could be read. */
export function lowerExpr(context: LoweringContext, node: SyntaxNode): Expr {
  const tooDeep = (): Expr => ({ kind: 'unknown', children: [], range: rangeOf(node) });
  return context.nested(() => lowerChecked(context, node), tooDeep);
}

function lowerChecked(context: LoweringContext, node: SyntaxNode): Expr {
  const lower = lowerings[node.type];
  if (lower === undefined || node.missing) return lowerUnknown(context, node);
  const expr = lower(context, node);
  const wrong = node.broken ? node.children.filter((child) => child.type === 'ERROR' || child.missing) : [];
  if (wrong.length === 0 && !context.isTorn(node)) return expr;
  const children = [expr, ...wrong.flatMap((part) => expressionsIn(context, part))];
  return { kind: 'unknown', children, range: rangeOf(node) };
}

/** The expression of an optional child; `unknown` in its place when the text lacks it. */
export function lowerOrUnknown(context: LoweringContext, node: SyntaxNode | undefined, at: TextRange): Expr {
  return node === undefined
    ? { kind: 'unknown', children: [], range: rangeOf(at) }
    : lowerExpr(context, node);
}

export function lowerUnknown(context: LoweringContext, node: SyntaxNode): Expr {
  return { kind: 'unknown', children: expressionsIn(context, node), range: rangeOf(node) };
}

/** The outermost expressions below a node that is not one itself, in the order of the text. */
export function expressionsIn(context: LoweringContext, node: SyntaxNode): Expr[] {
  const result: Expr[] = [];
  const pending = node.children.toReversed();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.missing || !next.named) continue;
    if (isExpression(next) && next.type !== 'compound_statement' && next.type !== 'type_identifier') {
      result.push(lowerExpr(context, next));
    } else {
      pending.push(...next.children.toReversed());
    }
  }
  return result;
}

function lowerName(context: LoweringContext, node: SyntaxNode): Expr {
  const name = context.slice(node);
  return wordLiteral(name, node) ?? nameExpr(name, node);
}

function nameExpr(name: string, range: TextRange): NameExpr {
  return { kind: 'name', name, range: rangeOf(range) };
}

/** `NSMutableArray<NSString *>` as the receiver of a message. */
function lowerGenericName(context: LoweringContext, node: SyntaxNode): Expr {
  const name = childOfType(node, 'type_identifier') ?? node;
  return nameExpr(context.slice(name), name);
}

/** Parentheses only group; `({ … })` is a block that has a value. */
function lowerParentheses(context: LoweringContext, node: SyntaxNode): Expr {
  const [inner, ...more] = namedChildren(node).filter((child) => child.type !== 'ERROR');
  return inner === undefined || more.length > 0 ? lowerUnknown(context, node) : lowerExpr(context, inner);
}

function lowerStatementExpression(context: LoweringContext, node: SyntaxNode): Expr {
  const range = rangeOf(node);
  const body = lowerBlock(context, node);
  const statement = {
    kind: 'block',
    form: 'plain',
    subject: undefined,
    body,
    label: undefined,
    range,
  } as const;
  return { kind: 'control', statement, range };
}

/** `@YES`, `@3`, `@(value)`: boxing does not change what a value means. `@protocol(P)` is a call of that name. */
function lowerBoxed(context: LoweringContext, node: SyntaxNode): Expr {
  const [inner] = namedChildren(node);
  if (inner === undefined) return lowerUnknown(context, node);
  const callee = childByField(inner, 'function');
  if (callee !== undefined && context.slice(callee) === 'protocol') {
    return pseudoCall('@protocol', /\(\s*(.*?)\s*\)$/, context, node);
  }
  const expr = lowerExpr(context, inner);
  return expr.kind === 'literal' ? { ...expr, range: rangeOf(node) } : expr;
}

function collection(
  form: 'array' | 'dictionary',
  elements: readonly SyntaxNode[],
  context: LoweringContext,
  node: SyntaxNode,
): Expr {
  const values = elements.filter((element) => element.type !== 'ERROR');
  return {
    kind: 'collection',
    form,
    elements: values.map((value) => lowerExpr(context, value)),
    range: rangeOf(node),
  };
}

function lowerDictionary(context: LoweringContext, node: SyntaxNode): Expr {
  const pairs = node.children.filter((child) => child.type === 'dictionary_pair');
  const parts = pairs.map((pair) => namedChildren(pair).filter((child) => child.type !== 'ERROR'));
  if (parts.some((pair) => pair.length !== 2)) return lowerUnknown(context, node);
  return collection('dictionary', parts.flat(), context, node);
}

/** `a.b` and `a->b`. */
function lowerField(context: LoweringContext, node: SyntaxNode): Expr {
  const field = childByField(node, 'field');
  const base = lowerOrUnknown(context, childByField(node, 'argument'), node);
  if (field === undefined || field.missing)
    return { kind: 'unknown', children: [base], range: rangeOf(node) };
  return {
    kind: 'member',
    base,
    name: context.slice(field),
    nameRange: rangeOf(field),
    isOptionalChain: false,
    range: rangeOf(node),
  };
}

function lowerSubscript(context: LoweringContext, node: SyntaxNode): Expr {
  const index = childByField(node, 'index');
  const value = lowerOrUnknown(context, index, node);
  const arg = { label: undefined, labelRange: undefined, value, isTrailing: false, range: value.range };
  const base = lowerOrUnknown(context, childByField(node, 'argument'), node);
  return { kind: 'subscript', base, args: [arg], range: rangeOf(node) };
}

function lowerAssignment(context: LoweringContext, node: SyntaxNode): Expr {
  return {
    kind: 'assign',
    op: operatorOf(node, '='),
    target: lowerOrUnknown(context, childByField(node, 'left'), node),
    value: lowerOrUnknown(context, childByField(node, 'right'), node),
    range: rangeOf(node),
  };
}

function lowerBinary(context: LoweringContext, node: SyntaxNode): Expr {
  return {
    kind: 'binary',
    op: operatorOf(node, ','),
    left: lowerOrUnknown(context, childByField(node, 'left'), node),
    right: lowerOrUnknown(context, childByField(node, 'right'), node),
    range: rangeOf(node),
  };
}

function lowerUnary(context: LoweringContext, node: SyntaxNode): Expr {
  const operand = lowerOrUnknown(context, childByField(node, 'argument'), node);
  return { kind: 'unary', op: operatorOf(node, ''), operand, range: rangeOf(node) };
}

/** `a ?: b` is `a ? a : b` with `a` evaluated once, so the second `a` is left unknown. */
function lowerTernary(context: LoweringContext, node: SyntaxNode): Expr {
  const condition = lowerOrUnknown(context, childByField(node, 'condition'), node);
  const consequence = childByField(node, 'consequence');
  return {
    kind: 'ternary',
    condition,
    then:
      consequence === undefined
        ? { kind: 'unknown', children: [], range: condition.range }
        : lowerExpr(context, consequence),
    otherwise: lowerOrUnknown(context, childByField(node, 'alternative'), node),
    range: rangeOf(node),
  };
}

function lowerCast(context: LoweringContext, node: SyntaxNode): Expr {
  const expr = lowerOrUnknown(context, childByField(node, 'value'), node);
  const type = typeFromName(context, childByField(node, 'type'));
  if (type === undefined) return { kind: 'unknown', children: [expr], range: rangeOf(node) };
  return { kind: 'cast', form: 'as!', expr, type, range: rangeOf(node) };
}

/** The operator is the only token of its node that is not a bracket. */
function operatorOf(node: SyntaxNode, otherwise: string): string {
  return (
    node.children.find((child) => !child.named && child.type !== '(' && child.type !== ')')?.type ?? otherwise
  );
}
