/** A cheap look before anything is resolved: most files have nothing to do with most rules. */
import type { CodeContext } from './context';

export function mentionsAny({ unit, names: known }: CodeContext, names: readonly string[]): boolean {
  return names.some((name) => known?.has(name) ?? unit.text.includes(name));
}
