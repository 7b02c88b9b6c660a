/** Syntax errors as far as they matter to one member. */
import type { TextRange } from '../text';

/** Where the parser lost its way, relative to the start of a range; empty where it did not. Equal for equal places. */
export function errorsIn({ start, end }: TextRange, errors: readonly TextRange[]): string {
  // Most texts have none, and this is asked for each member at each keystroke.
  if (errors.length === 0) return '';
  const inside = errors.filter((error) => error.start < end && start < error.end);
  return inside.map((error) => `${error.start - start} ${error.end - start}`).join();
}
