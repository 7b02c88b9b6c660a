/** `if`, `guard`, `switch`, loops, `do`. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { Block, CatchClause, Expr, LoopStmt, Stmt } from '../ir';
import { lowerClauses } from './clauses';
import { lowerExpr, lowerExprs } from './expressions';
import { childOf, hasChild, type Lowering, rangeOf, spanOf } from './lowering';
import { boundNames, lowerPattern } from './patterns';
import { lowerBlock } from './statements';
import { lowerSwitch } from './switches';

type Lower = (lowering: Lowering, node: SyntaxNode, label: string | undefined) => Stmt;

const CONTROL: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['if_statement', lowerIf],
  ['guard_statement', lowerGuard],
  ['switch_statement', lowerSwitch],
  ['for_statement', lowerFor],
  ['while_statement', lowerWhile],
  ['repeat_while_statement', lowerWhile],
  ['do_statement', lowerDo],
]);

export function isControlNode(node: SyntaxNode): boolean {
  return CONTROL.has(node.type);
}

/** Any tree is answered: what is missing in broken code is empty. */
export function lowerControl(lowering: Lowering, node: SyntaxNode, label: string | undefined): Stmt {
  const tooDeep = (): Stmt => ({ kind: 'unknown', exprs: [], range: rangeOf(node) });
  return lowering.nested(() => CONTROL.get(node.type)?.(lowering, node, label) ?? tooDeep(), tooDeep);
}

/** The block that opens at or behind `from`, and the index behind its `}`. */
function blockFrom(lowering: Lowering, node: SyntaxNode, from: number): { block: Block; next: number } {
  const { children } = node;
  const open = children.findIndex((child, index) => index >= from && child.type === '{');
  if (open < 0)
    return { block: { statements: [], range: { start: node.end, end: node.end } }, next: children.length };
  const close = children.findIndex((child, index) => index > open && child.type === '}');
  const last = close < 0 ? children.length - 1 : close;
  const inside = children.slice(open, last + 1);
  const statements = inside.find((child) => child.type === 'statements');
  return { block: lowerBlock(lowering, spanOf(inside, node.end), statements), next: last + 1 };
}

/** What stands between the keyword and the first `{`. */
function header(node: SyntaxNode): SyntaxNode[] {
  const open = node.children.findIndex((child) => child.type === '{' || child.type === 'else');
  return node.children.slice(1, open < 0 ? node.children.length : open);
}

function lowerIf(lowering: Lowering, node: SyntaxNode): Stmt {
  const clauses = lowerClauses(lowering, header(node));
  const { block, next } = blockFrom(lowering, node, 0);
  return {
    kind: 'if',
    clauses,
    then: block,
    otherwise: elseBlock(lowering, node, next),
    range: rangeOf(node),
  };
}

function elseBlock(lowering: Lowering, node: SyntaxNode, from: number): Block | undefined {
  const at = node.children.findIndex((child, index) => index >= from && child.type === 'else');
  if (at < 0) return undefined;
  const nested = node.children.find((child, index) => index > at && child.type === 'if_statement');
  if (nested === undefined) return blockFrom(lowering, node, at).block;
  return { statements: [lowerControl(lowering, nested, undefined)], range: rangeOf(nested) };
}

function lowerGuard(lowering: Lowering, node: SyntaxNode): Stmt {
  const clauses = lowerClauses(lowering, header(node));
  const { block } = blockFrom(lowering, node, 0);
  return { kind: 'guard', clauses, otherwise: block, range: rangeOf(node) };
}

/** `while` and `repeat … while`. */
function lowerWhile(lowering: Lowering, node: SyntaxNode, label: string | undefined): Stmt {
  const isRepeat = node.type === 'repeat_while_statement';
  const { block } = blockFrom(lowering, node, 0);
  const test = node.children.findIndex((child) => child.type === 'while');
  const clauses = lowerClauses(lowering, isRepeat ? node.children.slice(test + 1) : header(node));
  return loop(node, { form: isRepeat ? 'repeat' : 'while', clauses, body: block, label });
}

function lowerFor(lowering: Lowering, node: SyntaxNode, label: string | undefined): Stmt {
  const nodes = header(node);
  const pattern = nodes.find((child) => child.type === 'pattern');
  const where = nodes.find((child) => child.type === 'where_clause');
  const into = nodes.findIndex((child) => child.type === 'in');
  const sequence = nodes.slice(into + 1).filter((child) => child !== where);
  const { block } = blockFrom(lowering, node, 0);
  const isCase = pattern !== undefined && hasChild(pattern, 'case');
  return loop(node, {
    form: 'each',
    sequence:
      sequence.length > 0 ? iterated(lowering, node, pattern, lowerExprs(lowering, sequence)) : undefined,
    names: pattern ? boundNames(lowering, pattern.children, !isCase) : [],
    pattern: isCase ? lowerPattern(lowering, pattern, pattern.children) : undefined,
    where: where && lowerWhere(lowering, where),
    body: block,
    label,
  });
}

/** `for try await x in s` suspends and throws where it takes an element. */
function iterated(
  lowering: Lowering,
  node: SyntaxNode,
  pattern: SyntaxNode | undefined,
  sequence: Expr,
): Expr {
  const { range } = sequence;
  const effects = pattern ? lowering.takeEffects(pattern.start).map(({ form }) => form) : [];
  if (hasChild(node, 'try_operator')) effects.unshift('try');
  if (hasChild(node, 'await')) effects.push('await');
  return effects.reduceRight<Expr>(
    (expr, form) => (form === 'await' ? { kind: 'await', expr, range } : { kind: 'try', form, expr, range }),
    sequence,
  );
}

function loop(
  node: SyntaxNode,
  parts: Pick<LoopStmt, 'form' | 'body' | 'label'> & Partial<LoopStmt>,
): LoopStmt {
  const empty = {
    initial: [],
    clauses: [],
    sequence: undefined,
    names: [],
    where: undefined,
    step: undefined,
  };
  return { kind: 'loop', ...empty, ...parts, range: rangeOf(node) };
}

export function lowerWhere(lowering: Lowering, clause: SyntaxNode): Expr | undefined {
  const condition = clause.children.slice(1);
  return condition.length > 0 ? lowerExprs(lowering, condition) : undefined;
}

/** `do { }` alone is a block, with a `catch` it is a `try`. */
function lowerDo(lowering: Lowering, node: SyntaxNode, label: string | undefined): Stmt {
  const { block } = blockFrom(lowering, node, 0);
  const range = rangeOf(node);
  const catches = node.children.filter((child) => child.type === 'catch_block');
  if (catches.length === 0)
    return { kind: 'block', form: 'do', subject: undefined, body: block, label, range };
  const clauses = catches.map((child) => lowerCatch(lowering, child));
  return { kind: 'try', body: block, catches: clauses, finally: undefined, range };
}

function lowerCatch(lowering: Lowering, node: SyntaxNode): CatchClause {
  const pattern = childOf(node, 'pattern');
  const where = childOf(node, 'where_clause');
  const { block } = blockFrom(lowering, node, 0);
  const end = where?.end ?? pattern?.end ?? node.start;
  // A list of patterns was cut down to its first.
  const isList =
    pattern !== undefined && lowering.text({ start: pattern.end, end: block.range.start }).includes(',');
  const condition = where?.children.slice(1).map((child) => lowerExpr(lowering, child)) ?? [];
  const guarded = condition.map((expr): Stmt => ({ kind: 'expr', expr, range: expr.range }));
  return {
    pattern: pattern && lowerPattern(lowering, { start: pattern.start, end }, pattern.children),
    names: pattern ? boundNames(lowering, pattern.children, false) : ['error'],
    catchesAll: where === undefined && !isList && (pattern === undefined || isPlainBinding(pattern)),
    body: { ...block, statements: [...guarded, ...block.statements] },
    range: rangeOf(node),
  };
}

/** `let e`, `_`: a name and nothing to compare it with. */
function isPlainBinding(pattern: SyntaxNode): boolean {
  return pattern.children.every(
    ({ type }) =>
      type === 'value_binding_pattern' || type === 'simple_identifier' || type === 'wildcard_pattern',
  );
}
