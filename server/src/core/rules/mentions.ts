/** A cheap look before anything is resolved: most files have nothing to do with most rules. */
import type { CodeContext } from './context';

export function mentionsAny({ unit }: CodeContext, names: readonly string[]): boolean {
  return names.some((name) => unit.text.includes(name));
}
