/** Element names of property lists, as the document type at apple.com/DTDs/PropertyList-1.0.dtd has them. */
const CONTAINERS: ReadonlySet<string> = new Set(['plist', 'dict', 'array']);
const LEAVES: ReadonlySet<string> = new Set([
  'key',
  'string',
  'integer',
  'real',
  'date',
  'data',
  'true',
  'false',
]);

/** `other`: an element that no property list has. */
export function elementKind(name: string): 'container' | 'leaf' | 'other' {
  if (CONTAINERS.has(name)) return 'container';
  return LEAVES.has(name) ? 'leaf' : 'other';
}

/** Stands for every `other` element in a balanced text. */
export const UNKNOWN_ELEMENT = 'unknown';
