/** Of LSP (ContentModified): what was asked about changed while the server looked, and did not come to rest. */
const contentModified = -32801;

export function isContentModified(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === contentModified;
}
