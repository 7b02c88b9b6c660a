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
  for (const conditional of regionsBetween(context, items, within)) {
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
function regionsBetween(
  context: LoweringContext,
  items: readonly SyntaxNode[],
  within: TextRange,
): readonly DirectiveRegion[] {
  return context.conditions.inside(within, (range) => items.some((item) => contains(item, range)));
}
