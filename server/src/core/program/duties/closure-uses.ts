/** How often, and when, a call runs a closure that it gets, as far as that can be told. */
import { type ClosureCall, type ClosureTiming, closureTiming } from '../../catalog/closures';
import { type ClosureHabit, closureHabit } from '../../catalog/completions';
import type { Arg, CallExpr, FunctionDecl } from '../ir';

/**
 * `once`: exactly once. `task`: exactly once, and what it throws is lost. `callback`: once, as its names say.
 * `many`: any number of times. `unknown`: depends on the callee.
 */
export type ClosureUse = 'once' | 'task' | 'callback' | 'many' | 'unknown';

export function closureUse(
  call: CallExpr,
  arg: Arg,
  fn: FunctionDecl,
  shape: ClosureCall | undefined,
): ClosureUse {
  if (isTask(call)) return 'task';
  const timing: ClosureTiming | undefined = shape === undefined ? undefined : closureTiming(shape, arg.label);
  const habit: ClosureHabit = closureHabit(
    call.name,
    arg.label,
    fn.params.map(({ name }) => name),
  );
  if (habit === 'many') return 'many';
  if (timing === undefined) return habit === 'callback' ? 'callback' : 'unknown';
  return 'once';
}

/** `Task { }`, `Task.detached { }`, `Task.immediate { }` */
function isTask({ constructs, receiver, name }: CallExpr): boolean {
  if (receiver?.kind !== 'name' || receiver.name !== 'Task') return constructs === 'Task';
  return /^(?:init|detached|immediate|immediateDetached)$/.test(name);
}
