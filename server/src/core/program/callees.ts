/** Which function a call means, as far as its file can tell. */
import type { ClosureCall } from '../catalog/closures';
import { isInertMethod, isSdkType, saysLogging } from '../catalog/inert-calls';
import type { Callee } from './effect-types';
import type { CallExpr, Expr } from './ir';
import { type Resolver, unwrap } from './resolve';
import type { TypeInference } from './types';

/** `undefined` for initialisers: creating an object ends nothing. */
export function calleeOf(call: CallExpr, resolver: Resolver, types: TypeInference): Callee | undefined {
  if (call.constructs !== undefined) return undefined;
  const name = call.selector ?? call.name;
  const { receiver } = call;
  if (receiver === undefined) return call.isImplicitMember ? undefined : { on: 'bare', name };
  if (receiver.kind === 'name' && receiver.name === 'super') return { on: 'super', name };
  if (resolver.isSelf(receiver)) return { on: 'self', name };
  const named = types.namedType(unwrap(receiver));
  const type = named ?? types.wayTo(receiver);
  return type === undefined ? { on: 'unknown', name } : { on: 'type', type, name };
}

/** How the table of closures knows a call; `undefined` for own methods, which it does not list. */
export function closureCall(call: CallExpr, callee: Callee | undefined): ClosureCall | undefined {
  if (call.constructs !== undefined) return { name: call.constructs, receiver: undefined, isFree: true };
  if (callee === undefined || callee.on === 'self' || callee.on === 'super') return undefined;
  const receiver = call.receiver?.kind === 'name' ? call.receiver.name : undefined;
  return { name: callee.name, receiver, isFree: callee.on === 'bare' };
}

/** Names in a chain of members and calls: `Current.Log.error()` → Current, Log, error. */
export function namesOf(expr: Expr | undefined): string[] {
  const value = expr === undefined ? undefined : unwrap(expr);
  if (value?.kind === 'name') return [value.name];
  if (value?.kind === 'member') return [...namesOf(value.base), value.name];
  if (value?.kind === 'call') return [...namesOf(value.receiver), value.name];
  return [];
}

/**
 * Calls on other objects that are known to end nothing: cancelling, locking, logging. What an own type does under such
 * a name is for its declaration to say.
 */
export function isInertCall(call: CallExpr, callee: Callee): boolean {
  if (callee.on !== 'unknown' && callee.on !== 'type') return false;
  if (saysLogging(call.name) || namesOf(call.receiver).some(saysLogging)) return true;
  return isInertMethod(call.name) && (callee.on === 'unknown' || isSdkType(callee.type));
}
