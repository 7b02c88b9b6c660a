import type { DirectiveRegion } from '../../syntax/directive-regions';
import type { SyntaxNode } from '../../syntax/objc-tree';
import { contains, type TextRange } from '../../text';
import type { ConditionalStmt, Stmt } from '../ir';
import type { LoweringContext } from './context';
import { lowerStatement } from './statements';

/** Lowers statements in a row; those between `#if` and `#endif` become the branches of one statement. */
export function lowerItems(
  context: LoweringContext,
  items: readonly SyntaxNode[],
  within: TextRange,
): Stmt[] {
  const result: Stmt[] = [];
  let next = 0;
  const takeUntil = (end: number): SyntaxNode[] => {
    const from = next;
    while ((items[next]?.start ?? Number.POSITIVE_INFINITY) < end) next++;
    return items.slice(from, next);
  };
  for (const conditional of outermost(context, items, within)) {
    for (const item of takeUntil(conditional.range.start)) result.push(...lowerStatement(context, item));
    result.push(lowerConditional(context, conditional, takeUntil(conditional.range.end)));
  }
  for (const item of takeUntil(Number.POSITIVE_INFINITY)) result.push(...lowerStatement(context, item));
  return result;
}

function lowerConditional(
  context: LoweringContext,
  conditional: DirectiveRegion,
  items: readonly SyntaxNode[],
): ConditionalStmt {
  const branches = conditional.branches.map(({ condition, range }) => {
    const inside = items.filter((item) => range.start <= item.start && item.start < range.end);
    return { condition, body: { statements: lowerItems(context, inside, range), range } };
  });
  return { kind: 'conditional', branches, range: conditional.range };
}

/** The conditionals in `within` that lie neither in one of `items` nor in another conditional. */
function outermost(
  context: LoweringContext,
  items: readonly SyntaxNode[],
  within: TextRange,
): readonly DirectiveRegion[] {
  const result: DirectiveRegion[] = [];
  let end = within.start;
  for (const conditional of context.source.conditionals) {
    const { range } = conditional;
    if (range.start >= within.end) break;
    if (range.start < end || !contains(within, range)) continue;
    if (items.some((item) => contains(item, range))) continue;
    result.push(conditional);
    end = range.end;
  }
  return result;
}
