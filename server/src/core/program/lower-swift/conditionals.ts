/** Puts what stands between `#if` and `#endif` back into branches: the tree has all branches in sequence. */
import { type DirectiveRegion, innermostRegions, regionAt } from '../../syntax/directive-regions';
import type { TextRange } from '../../text';
import type { Condition } from '../ir';
import type { Lowering } from './lowering';

export type Grouped<T> =
  | { readonly kind: 'item'; readonly item: T }
  | {
      readonly kind: 'region';
      readonly range: TextRange;
      readonly branches: readonly {
        readonly condition: Condition;
        readonly range: TextRange;
        readonly items: readonly Grouped<T>[];
      }[];
    };

/**
 * Groups siblings (in text order) by the regions that lie inside of their container; `container` is any offset of it
 * before the first of them. Regions without any sibling are left out.
 */
export function groupByDirectives<T extends TextRange>(
  lowering: Lowering,
  items: readonly T[],
  container: number,
): readonly Grouped<T>[] {
  if (lowering.directives.length === 0) return items.map((item) => ({ kind: 'item', item }));
  return group(items, innermostRegions(lowering.directives, container), container);
}

function group<T extends TextRange>(
  items: readonly T[],
  regions: readonly DirectiveRegion[],
  container: number,
): Grouped<T>[] {
  const groups: Grouped<T>[] = [];
  let index = 0;
  for (let item = items[index]; item !== undefined; item = items[index]) {
    const region = regionAt(regions, item.start);
    if (region === undefined || region.range.start < container) {
      groups.push({ kind: 'item', item });
      index++;
      continue;
    }
    const first = index;
    while (index < items.length && (items[index]?.start ?? 0) < region.range.end) index++;
    groups.push(regionGroup(region, items.slice(first, index)));
  }
  return groups;
}

function regionGroup<T extends TextRange>(region: DirectiveRegion, items: readonly T[]): Grouped<T> {
  const branches = region.branches.map(({ condition, range, regions }) => ({
    condition,
    range,
    items: group(
      items.filter(({ start }) => start >= range.start && start < range.end),
      regions,
      range.start,
    ),
  }));
  return { kind: 'region', range: region.range, branches };
}
