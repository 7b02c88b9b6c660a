/** Questions to the values of a spec. */
import type { SpecDict, SpecScalar, SpecValue } from './spec-values';

/** The value at a path of keys. */
export function specAt(value: SpecValue | undefined, ...path: readonly string[]): SpecValue | undefined {
  return path.reduce((at, key) => (at?.kind === 'dict' ? at.entries.get(key) : undefined), value);
}

export function dictAt(value: SpecValue | undefined, ...path: readonly string[]): SpecDict | undefined {
  const found = specAt(value, ...path);
  return found?.kind === 'dict' ? found : undefined;
}

export function scalarAt(value: SpecValue | undefined, ...path: readonly string[]): SpecScalar | undefined {
  const found = specAt(value, ...path);
  return found?.kind === 'scalar' ? found : undefined;
}

/** The text of a scalar of any type; `undefined` for everything else. */
export function textAt(value: SpecValue | undefined, ...path: readonly string[]): string | undefined {
  const found = scalarAt(value, ...path);
  return found && textOf(found);
}

export function textOf({ node }: SpecScalar): string {
  return String(node.value);
}

/** `undefined` when it is missing or not a boolean, in words or not. */
export function booleanAt(value: SpecValue | undefined, ...path: readonly string[]): boolean | undefined {
  const text = textAt(value, ...path)?.toLowerCase();
  if (text === undefined) return undefined;
  if (text === 'true' || text === 'yes' || text === '1') return true;
  return text === 'false' || text === 'no' || text === '0' || text === '' ? false : undefined;
}

/** The scalars of a list, or the only one in place of a list. */
export function scalarsAt(value: SpecValue | undefined, ...path: readonly string[]): readonly SpecScalar[] {
  const found = specAt(value, ...path);
  if (found?.kind === 'scalar') return [found];
  if (found?.kind !== 'list') return [];
  return found.items.flatMap((item) => (item.kind === 'scalar' ? item : []));
}

export function textsAt(value: SpecValue | undefined, ...path: readonly string[]): readonly string[] {
  return scalarsAt(value, ...path).map(textOf);
}
