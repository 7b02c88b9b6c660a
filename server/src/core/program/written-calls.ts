/** How a call is written, as plain data that other files can follow. */
import { calleeOf } from './callees';
import type { Callee } from './effect-types';
import type { CallExpr } from './ir';
import type { Resolver } from './resolve';
import type { TypeInference } from './types';

export interface PassedArg {
  /** Swift label or selector piece. */
  readonly label: string | undefined;
  readonly isTrailing: boolean;
}

export interface WrittenCall {
  readonly callee: Callee;
  /** Objective-C selectors and C functions are found by their name alone. */
  readonly selector: string | undefined;
  readonly args: readonly PassedArg[];
}

/** `undefined` for calls that nobody can follow: of closures and local functions, of initialisers, on unknown values. */
export function writtenCall(
  call: CallExpr,
  resolver: Resolver,
  types: TypeInference,
): WrittenCall | undefined {
  if (call.receiver === undefined && resolver.scopes.declaration(call) !== undefined) return undefined;
  const callee = calleeOf(call, resolver, types);
  if (callee === undefined || callee.on === 'unknown') return undefined;
  return { callee, selector: call.selector, args: passedArgs(call) };
}

export function passedArgs({ args }: CallExpr): readonly PassedArg[] {
  return args.map(({ label, isTrailing }) => ({ label, isTrailing }));
}
