/** `switch self` in members of enumerations. */
import type { Block, Stmt } from '../ir';
import { unwrap } from '../resolve';

export type SwitchStmt = Extract<Stmt, { kind: 'switch' }>;

/** `switch self { … }` as all that a body consists of. */
export function switchOnSelf(body: Block | undefined): SwitchStmt | undefined {
  const [only, ...others] = body?.statements ?? [];
  if (only === undefined || others.length > 0) return undefined;
  const value = only.kind === 'return' ? only.value : only.kind === 'expr' ? only.expr : undefined;
  const stmt = value?.kind === 'control' ? value.statement : only;
  return stmt.kind === 'switch' && isOnSelf(stmt) ? stmt : undefined;
}

export function isOnSelf(stmt: SwitchStmt): boolean {
  const subject = unwrap(stmt.subject);
  return subject.kind === 'name' && subject.name === 'self';
}

/** `refresh` of `.refresh` and `Kind.refresh`; `undefined` for patterns that take apart or compare. */
export function caseName(pattern: string): string | undefined {
  const name = pattern.trim().split('.').at(-1) ?? '';
  return /^[\w.]+$/.test(pattern.trim()) && pattern.includes('.') ? name : undefined;
}
