import type { Expr } from './ir';
import { unwrap } from './resolve';

/** Literals and their products. */
export function numberOf(expr: Expr): number | undefined {
  const value = unwrap(expr);
  if (value.kind === 'literal' && value.type === 'number') {
    const number = Number(value.value.replaceAll('_', ''));
    return Number.isFinite(number) ? number : undefined;
  }
  if (value.kind !== 'binary' || value.op !== '*') return undefined;
  const [left, right] = [numberOf(value.left), numberOf(value.right)];
  return left === undefined || right === undefined ? undefined : left * right;
}
