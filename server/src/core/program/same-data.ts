/** Compares plain data by what it says: fields that are missing and fields that are `undefined` are the same. */

export interface Comparison {
  /** A field that may differ. */
  readonly ignored?: string;
  /** Ranges of the second lie this much further; `any`: wherever they like. */
  readonly moved?: number | 'any';
}

export function sameData(a: unknown, b: unknown, how: Comparison = {}): boolean {
  if (a === b) return !(how.moved !== undefined && how.moved !== 0 && how.moved !== 'any' && holdsData(a));
  if (!holdsData(a) || !holdsData(b)) return false;
  if (Array.isArray(a) || Array.isArray(b)) return sameItems(a, b, how);
  return sameFields(a, b, how) && hasNoOthers(b, a, how);
}

function holdsData(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function sameItems(a: object, b: object, how: Comparison): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!sameData(a[i], b[i], how)) return false;
  return true;
}

type Fields = Readonly<Record<string, unknown>>;

function sameFields(a: Fields, b: Fields, how: Comparison): boolean {
  for (const name in a) {
    if (name === how.ignored) continue;
    const field = a[name];
    const isSame =
      how.moved !== undefined && typeof field === 'number' && (name === 'start' || name === 'end')
        ? how.moved === 'any' || b[name] === field + how.moved
        : sameData(field, b[name], how);
    if (!isSame) return false;
  }
  return true;
}

function hasNoOthers(a: Fields, b: Fields, { ignored }: Comparison): boolean {
  for (const name in a) if (name !== ignored && a[name] !== undefined && b[name] === undefined) return false;
  return true;
}
