/** Hovers on the rules that `background-modes.json` names. */
import { getLocation } from 'jsonc-parser';
import type { HoverContent, HoverRequest } from './hover';
import { ruleContent } from './topics';

export function configHover({ text, offset, page }: HoverRequest): HoverContent | undefined {
  const { isAtPropertyKey, path, previousNode } = getLocation(text, offset);
  if (!isAtPropertyKey || previousNode === undefined || path.at(-2) !== 'rules') return undefined;
  const range = { start: previousNode.offset, end: previousNode.offset + previousNode.length };
  if (offset < range.start || offset > range.end) return undefined;
  const content = ruleContent(String(previousNode.value), page);
  return content && { content, range };
}
