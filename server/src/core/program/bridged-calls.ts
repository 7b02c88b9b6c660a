/** Swift names and Objective-C selectors of one function: calls from the other language. */
import type { IndexedFunction } from './code-index';

/** How a call is written. */
export interface CallSpelling {
  /** `undefined` in Swift. */
  readonly selector: string | undefined;
  readonly args: readonly { readonly label: string | undefined; readonly isTrailing: boolean }[];
}

/** Whether a function is one of the other language than a call of it; its parameters are then told by their position. */
export function isBridged({ name }: { readonly name: string }, selector: string | undefined): boolean {
  return isSelector(name) !== isSelector(selector ?? '');
}

function isSelector(name: string): boolean {
  return name.includes(':');
}

/**
 * Functions that a call means which is written in the other language: `[saver endTask:id]` for `endTask(_:)`,
 * `saver.end(task: id)` for `endTask:` and `endWithTask:`. `lookup` knows functions by base names and selectors.
 */
export function bridgedTargets(
  name: string,
  call: CallSpelling,
  lookup: (name: string) => readonly IndexedFunction[],
): readonly IndexedFunction[] {
  if (call.selector === undefined) return selectorsOf(name, call).flatMap(lookup);
  const pieces = name.split(':').slice(0, -1);
  const [first = ''] = pieces;
  return baseNames(first)
    .flatMap(lookup)
    .filter(({ fn }) => fn.params.length === pieces.length && !isSelector(fn.name))
    .filter(({ fn }) => {
      const labels = fn.params.map(({ label }) => label);
      return selectorsFor(fn.name, labels).includes(name);
    });
}

function selectorsOf(name: string, { args }: CallSpelling): readonly string[] {
  // Which parameter a trailing closure is for cannot be told from the call.
  if (args.length === 0 || args.some(({ label, isTrailing }) => isTrailing && label === undefined)) return [];
  return selectorsFor(
    name,
    args.map(({ label }) => label),
  );
}

/** `end(task:)` is `endWithTask:`, or `endTask:` when its label is a preposition or the selector was there first. */
function selectorsFor(base: string, [first, ...others]: readonly (string | undefined)[]): readonly string[] {
  const rest = others.map((label) => `${label ?? ''}:`).join('');
  if (first === undefined) return [`${base}:${rest}`];
  const upper = first.charAt(0).toUpperCase() + first.slice(1);
  return [`${base}With${upper}:${rest}`, `${base}${upper}:${rest}`];
}

/** What stands before each capital letter of a piece, and the whole piece. */
function baseNames(piece: string): readonly string[] {
  const ends = [...piece.matchAll(/(?<=.)\p{Lu}/gu)].map(({ index }) => index);
  return [...ends, piece.length].map((end) => piece.slice(0, end));
}
