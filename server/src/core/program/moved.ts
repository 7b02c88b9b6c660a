/** Lowered code that an edit in front of it has moved. */

/** A copy whose ranges lie `delta` further. Plain data holds numbers named `start` and `end` in ranges only. */
export function moved(value: object, delta: number): object {
  return delta === 0 ? value : movedCopy(value, delta);
}

function movedCopy(value: object, delta: number): object {
  if (Array.isArray(value)) return value.map((item) => movedField(item, delta));
  if (isRange(value)) return { start: value.start + delta, end: value.end + delta };
  // A spread keeps the object's shape, which makes this several times faster than building it name by name.
  const copy: Record<string, unknown> = { ...value };
  for (const name in copy) {
    const field = copy[name];
    if (typeof field === 'object' && field !== null) copy[name] = movedCopy(field, delta);
  }
  return copy;
}

function movedField(value: unknown, delta: number): unknown {
  return typeof value === 'object' && value !== null ? movedCopy(value, delta) : value;
}

function isRange(value: object): value is { start: number; end: number } {
  return (
    'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number'
  );
}
