/** A copy of a program model that has all fields as its own: members that an edit moved have them from their class. */
export function plainModel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainModel);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const name in fields) copy[name] = plainModel(fields[name]);
  return copy;
}
