/** Calls in a chain that stand in `#if` while the start of their chain does not. */
import type { TextRange } from '../../text';
import { allOf } from '../conditions';
import type { Condition, Expr } from '../ir';
import type { Operand } from './calls';
import { type Lowering, unknownExpr } from './lowering';

/** The conditions around `suffix` that are not around the start of its chain. */
export function chainConditions(
  lowering: Lowering,
  chain: TextRange,
  suffix: TextRange,
): readonly Condition[] {
  if (lowering.directives.length === 0) return [];
  return lowering.when(suffix.start).slice(lowering.when(chain.start).length);
}

/**
 * `base` is evaluated in any case, the call on it (made by `call`) where the conditions hold; what comes out is unknown.
 */
export function conditionalCall(
  { expr, isOptionalChain }: Operand,
  conditions: readonly Condition[],
  call: (callee: Operand) => Operand,
): Operand {
  const isMember = expr.kind === 'member' && expr.base !== undefined;
  const base = isMember ? expr.base : undefined;
  const callee = isMember && base ? { ...expr, base: unknownExpr(base.range) } : expr;
  const called = call({ expr: callee, isOptionalChain }).expr;
  const { range } = called;
  const body = { statements: [{ kind: 'expr', expr: called, range } as const], range };
  const branches = [{ condition: allOf(conditions), body }];
  const conditional: Expr = { kind: 'control', statement: { kind: 'conditional', branches, range }, range };
  return { expr: unknownExpr(range, base ? [base, conditional] : [conditional]), isOptionalChain };
}
