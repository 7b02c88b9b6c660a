/** Code of a function that never runs in an app. */
import type { TextRange } from '../../text';
import type { Clause, FunctionDecl } from '../ir';
import { isBundleIdentifier } from './shapes';

/** Where code gets without a bundle identifier, which every app has. */
export function placesWithoutBundle(fn: FunctionDecl): readonly TextRange[] {
  const places: TextRange[] = [];
  const body = fn.body?.statements ?? [];
  for (const stmt of body) {
    if ((stmt.kind !== 'guard' && stmt.kind !== 'if') || !stmt.clauses.every(bindsBundle)) continue;
    if (stmt.otherwise !== undefined) places.push(stmt.otherwise.range);
    const isLeft = stmt.kind === 'if' && stmt.then.statements.at(-1)?.kind === 'return';
    if (isLeft) places.push({ start: stmt.range.end, end: fn.range.end });
  }
  return places;
}

function bindsBundle(clause: Clause): boolean {
  return clause.kind === 'bind' && isBundleIdentifier(clause.value);
}
