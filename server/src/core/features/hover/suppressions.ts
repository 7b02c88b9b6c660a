/** Hovers on the rules that a comment names. */
import type { Unit } from '../../rules/context';
import { suppressionsOf } from '../../rules/suppressions';
import type { HoverContent, HoverRequest } from './hover';
import { ruleContent } from './topics';

export function suppressionHover(unit: Unit, { offset, page }: HoverRequest): HoverContent | undefined {
  const named = suppressionsOf(unit)
    .flatMap(({ codes }) => codes)
    .find(({ range }) => range.start <= offset && offset <= range.end);
  const content = named && ruleContent(named.code, page);
  return named && content && { content, range: named.range };
}
