/** When the closures of a file run: before the call that takes them returns, or after the function around has. */
import { type ClosureTiming, closureTiming } from '../catalog/closures';
import type { FileAnalysis } from './analysis';
import { calleeOf, closureCall } from './callees';
import type { CallExpr, ClosureExpr } from './ir';
import { parentsOf } from './parents';

export interface ClosureRun {
  readonly call: CallExpr;
  /** `undefined` when it is not known. */
  readonly timing: ClosureTiming | undefined;
}

/** The call that takes a closure; `undefined` for closures that are kept, returned or called on the spot. */
export function closureRun(closure: ClosureExpr, analysis: FileAnalysis): ClosureRun | undefined {
  const call = parentsOf(analysis.resolver).callTaking(closure);
  const arg = call?.args.find(({ value }) => value === closure);
  if (call === undefined || arg === undefined) return undefined;
  const shape = closureCall(call, calleeOf(call, analysis.resolver, analysis.types));
  return { call, timing: shape === undefined ? undefined : closureTiming(shape, arg.label) };
}
