/** `switch`, as a statement and as an expression. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { Block, Expr, Stmt, SwitchCase } from '../ir';
import { type Grouped, groupByDirectives } from './conditionals';
import { lowerExprs } from './expressions';
import { childOf, hasChild, type Lowering, rangeOf, spanOf, unknownExpr } from './lowering';
import { boundNames, lowerPattern } from './patterns';
import { lowerBlock } from './statements';

export function lowerSwitch(lowering: Lowering, node: SyntaxNode, label: string | undefined): Stmt {
  const open = node.children.findIndex((child) => child.type === '{');
  const subject = node.children.slice(1, open < 0 ? node.children.length : open);
  const entries = node.children.filter((child) => child.type === 'switch_entry');
  const container = node.children[open]?.start ?? node.start;
  return {
    kind: 'switch',
    subject: subject.length > 0 ? lowerExprs(lowering, subject) : unknownExpr(node),
    cases: casesOf(lowering, groupByDirectives(lowering, entries, container)),
    exhaustive: true,
    label,
    range: rangeOf(node),
  };
}

/** A case in `#if` is a case whose body holds under the condition, and about which nothing is said otherwise. */
function casesOf(lowering: Lowering, groups: readonly Grouped<SyntaxNode>[]): SwitchCase[] {
  return groups.flatMap((group) => {
    if (group.kind === 'item') return [lowerCase(lowering, group.item)];
    return group.branches.flatMap(({ condition, items }) =>
      casesOf(lowering, items).map((entry) => {
        const { range } = entry.body;
        const absent: Stmt = { kind: 'unknown', exprs: [], range };
        const branches = [
          { condition, body: entry.body },
          { condition: { kind: 'not', operand: condition } as const, body: { statements: [absent], range } },
        ];
        return { ...entry, body: { statements: [{ kind: 'conditional', branches, range } as const], range } };
      }),
    );
  });
}

function lowerCase(lowering: Lowering, node: SyntaxNode): SwitchCase {
  const colon = node.children.findIndex((child) => child.type === ':');
  const header = colon < 0 ? node.children : node.children.slice(0, colon);
  const fallthrough = childOf(node, 'fallthrough');
  const body = caseBody(lowering, node, node.children[colon]?.end ?? node.end, fallthrough);
  const last = body.statements.at(-1);
  return {
    patterns: casePatterns(lowering, header),
    isDefault: hasChild(node, 'default_keyword'),
    body,
    fallsThrough: last?.kind === 'jump' && last.jump === 'fallthrough',
    range: rangeOf(node),
  };
}

function caseBody(
  lowering: Lowering,
  node: SyntaxNode,
  start: number,
  fallthrough: SyntaxNode | undefined,
): Block {
  const body = lowerBlock(lowering, { start, end: node.end }, childOf(node, 'statements'));
  if (fallthrough === undefined) return body;
  const jump: Stmt = { kind: 'jump', jump: 'fallthrough', label: undefined, range: rangeOf(fallthrough) };
  return { ...body, statements: [...body.statements, jump] };
}

function casePatterns(lowering: Lowering, header: readonly SyntaxNode[]): SwitchCase['patterns'] {
  const patterns: SwitchCase['patterns'][number][] = [];
  for (const [index, child] of header.entries()) {
    if (child.type !== 'switch_pattern') continue;
    const nodes = child.children.flatMap((inner) => (inner.type === 'pattern' ? inner.children : [inner]));
    patterns.push({
      pattern: lowerPattern(lowering, child, child.children),
      names: boundNames(lowering, nodes, false),
      where: whereBehind(lowering, header, index),
    });
  }
  return patterns;
}

/** The grammar knows `where` behind the first pattern only; behind others it is an error, and its meaning unknown. */
function whereBehind(lowering: Lowering, header: readonly SyntaxNode[], index: number): Expr | undefined {
  const end = header.findIndex(
    (child, at) => at > index && (child.type === ',' || child.type === 'switch_pattern'),
  );
  const [keyword, ...condition] = header.slice(index + 1, end < 0 ? header.length : end);
  if (keyword === undefined) return undefined;
  if (keyword.type !== 'where_keyword') return unknownExpr(spanOf([keyword, ...condition], keyword.start));
  return condition.length > 0 ? lowerExprs(lowering, condition) : undefined;
}
