import { mayHideCode } from '../../catalog/inert-calls';
import { childByField, childOfType, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import type { Block, CatchClause, Expr, Stmt } from '../ir';
import { call, plainArg } from './calls';
import { lowerClauses } from './clauses';
import { lowerItems } from './conditionals';
import { type LoweringContext, rangeOf } from './context';
import { expressionsIn, isExpression, lowerExpr, lowerOrUnknown } from './expressions';
import { lowerDo, lowerFor, lowerWhile } from './loops';
import { mentionExpr } from './macros';
import { lowerSwitch } from './switches';
import { registerTypedef } from './typedefs';
import { collapse } from './types';
import { declaredVariables } from './variables';

type LowerStmt = (context: LoweringContext, node: SyntaxNode) => readonly Stmt[];

const lowerings: Readonly<Record<string, LowerStmt>> = {
  expression_statement: lowerExpressionStatement,
  declaration: lowerDeclaration,
  return_statement: lowerReturn,
  if_statement: lowerIf,
  switch_statement: (context, node) => [lowerSwitch(context, node)],
  while_statement: (context, node) => [lowerWhile(context, node)],
  do_statement: (context, node) => [lowerDo(context, node)],
  for_statement: (context, node) => [lowerFor(context, node)],
  break_statement: (_, node) => [jump('break', undefined, node)],
  continue_statement: (_, node) => [jump('continue', undefined, node)],
  goto_statement: (context, node) => [jump('goto', labelOf(context, node), node)],
  labeled_statement: lowerLabelled,
  compound_statement: lowerBareBlock,
  synchronized_statement: lowerSynchronized,
  try_statement: lowerTry,
  throw_statement: lowerThrow,
  type_definition: (context, node) => {
    registerTypedef(context, node);
    return [];
  },
  class_declaration: () => [],
  struct_specifier: () => [],
  union_specifier: () => [],
  enum_specifier: () => [],
};

/** Lowers one statement: usually to one, a declaration of two variables to two, an empty one to none. */
export function lowerStatement(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const tooDeep = (): readonly Stmt[] => [{ kind: 'unknown', exprs: [], range: rangeOf(node) }];
  return context.nested(() => lowerChecked(context, node), tooDeep);
}

function lowerChecked(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const lower = lowerings[node.type];
  if (lower !== undefined && !node.broken && !context.isTorn(node)) return lower(context, node);
  if (lower === undefined) {
    if (!isExpression(node)) return [unknownStatement(context, node)];
    return [{ kind: 'expr', expr: lowerExpr(context, node), range: rangeOf(node) }];
  }
  if (node.type !== 'compound_statement' && context.isTorn(node)) return [unknownStatement(context, node)];
  const errors = errorsOutsideExpressions(node).map((error) => unknownStatement(context, error));
  return [...errors, ...lower(context, node)];
}

function unknownStatement(context: LoweringContext, node: SyntaxNode): Stmt {
  return { kind: 'unknown', exprs: expressionsIn(context, node), range: rangeOf(node) };
}

/** Errors that belong to the statement itself: not to a statement or expression inside it, which keep their own. */
function errorsOutsideExpressions(node: SyntaxNode): SyntaxNode[] {
  return node.children.flatMap((child) => {
    if (child.type === 'ERROR') return node.type === 'compound_statement' ? [] : [child];
    const hasOwn = Object.hasOwn(lowerings, child.type) || isExpression(child);
    return child.broken && !hasOwn ? errorsOutsideExpressions(child) : [];
  });
}

/** A block with its braces, or the single statement in its place. */
export function lowerBlock(context: LoweringContext, node: SyntaxNode): Block {
  const range = rangeOf(node);
  if (node.type !== 'compound_statement') return { statements: lowerItems(context, [node], node), range };
  if (context.isGarbled(node)) return { statements: [unknownStatement(context, node)], range };
  const statements = lowerItems(context, namedChildren(node), node);
  // Where the parser had to invent the closing brace, something may have been left outside.
  if (node.children.at(-1)?.missing)
    statements.push({ kind: 'unknown', exprs: [], range: { start: node.end, end: node.end } });
  return { statements, range };
}

/** The body of `if`, `for`, …; empty at the end of `at` when the text lacks it. */
export function lowerBody(context: LoweringContext, node: SyntaxNode | undefined, at: TextRange): Block {
  return node === undefined
    ? { statements: [], range: { start: at.end, end: at.end } }
    : lowerBlock(context, node);
}

function lowerExpressionStatement(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const expressions = namedChildren(node).filter((child) => child.type !== 'ERROR');
  return expressions.map((expr) => expressionStatement(context, lowerExpr(context, expr), rangeOf(node)));
}

/** An expression, or a macro in its place. */
function expressionStatement(context: LoweringContext, expr: Expr, range: TextRange): Stmt {
  if (expr.kind !== 'name' && (expr.kind !== 'call' || expr.receiver !== undefined))
    return { kind: 'expr', expr, range };
  const { name } = expr;
  const args = expr.kind === 'call' ? expr.args : [];
  const macro = context.macros.get(name);
  // A name by itself is a macro: as anything else it would do nothing.
  if (macro === undefined && (expr.kind === 'name' || mayHideCode(name)))
    return { kind: 'unknown', exprs: args.length === 0 ? [] : [expr], range };
  if (macro === undefined) return { kind: 'expr', expr, range };
  const mentions = macro.mentions.map((mention) => plainArg(mentionExpr(mention, expr.range)));
  const nameRange = expr.kind === 'call' ? expr.nameRange : expr.range;
  const used = call({
    receiver: undefined,
    name,
    nameRange,
    selector: undefined,
    args: [...args, ...mentions],
    range: expr.range,
  });
  return macro.leaves ? { kind: 'unknown', exprs: [used], range } : { kind: 'expr', expr: used, range };
}

function lowerDeclaration(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const variables = declaredVariables(context, node, (value) => lowerExpr(context, value), []);
  return variables.map((variable) => ({ kind: 'var', variable, range: variable.range }));
}

function lowerReturn(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const value = namedChildren(node).find(isExpression);
  return [
    { kind: 'return', value: value && lowerExpr(context, value), implicit: false, range: rangeOf(node) },
  ];
}

function lowerThrow(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const value = namedChildren(node).find(isExpression);
  return [{ kind: 'throw', value: value && lowerExpr(context, value), range: rangeOf(node) }];
}

function lowerIf(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const alternative = childByField(node, 'alternative');
  const otherwise = alternative && namedChildren(alternative).find((child) => child.type !== 'ERROR');
  return [
    {
      kind: 'if',
      clauses: lowerClauses(context, childByField(node, 'condition'), node),
      then: lowerBody(context, childByField(node, 'consequence'), node),
      otherwise: otherwise && lowerBlock(context, otherwise),
      range: rangeOf(node),
    },
  ];
}

function jump(kind: 'break' | 'continue' | 'goto', label: string | undefined, node: SyntaxNode): Stmt {
  return { kind: 'jump', jump: kind, label, range: rangeOf(node) };
}

function labelOf(context: LoweringContext, node: SyntaxNode): string | undefined {
  const label = childByField(node, 'label');
  return label && context.slice(label);
}

/** The target of a `goto`, as a labelled block around its statement. */
function lowerLabelled(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const range = rangeOf(node);
  const items = namedChildren(node).filter((child) => child.field !== 'label');
  const body = { statements: lowerItems(context, items, node), range };
  return [{ kind: 'block', form: 'plain', subject: undefined, body, label: labelOf(context, node), range }];
}

function lowerBareBlock(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const form = node.children[0]?.type === '@autoreleasepool' ? 'autoreleasepool' : 'plain';
  const body = lowerBlock(context, node);
  return [{ kind: 'block', form, subject: undefined, body, label: undefined, range: rangeOf(node) }];
}

function lowerSynchronized(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const subject = namedChildren(node).find((child) => child.type !== 'compound_statement');
  const body = lowerBody(context, childOfType(node, 'compound_statement'), node);
  return [
    {
      kind: 'block',
      form: 'synchronized',
      subject: lowerOrUnknown(context, subject, node),
      body,
      label: undefined,
      range: rangeOf(node),
    },
  ];
}

function lowerTry(context: LoweringContext, node: SyntaxNode): readonly Stmt[] {
  const finallyClause = childOfType(node, 'finally_clause');
  return [
    {
      kind: 'try',
      body: lowerBody(context, childOfType(node, 'compound_statement'), node),
      catches: node.children
        .filter(({ type }) => type === 'catch_clause')
        .map((part) => lowerCatch(context, part)),
      finally:
        finallyClause && lowerBody(context, childOfType(finallyClause, 'compound_statement'), finallyClause),
      range: rangeOf(node),
    },
  ];
}

function lowerCatch(context: LoweringContext, node: SyntaxNode): CatchClause {
  const type = childOfType(node, 'type_name');
  const text = type === undefined ? '' : collapse(context.slice(type));
  const name = /^(.*?)(\w+)$/.exec(text);
  return {
    pattern: type && { text, range: rangeOf(type) },
    names: name?.[1] === '' || name?.[2] === undefined ? [] : [name[2]],
    catchesAll: type === undefined || /^(?:NSException\b|id\b)/.test(text),
    body: lowerBody(context, childOfType(node, 'compound_statement'), node),
    range: rangeOf(node),
  };
}
