/** What the calls of a function pass for a parameter, in all files of a target. */
import { isHarmlessSupertype } from '../../catalog/harmless-supertypes';
import { bindArguments } from './arguments';
import type { ConstantIndex, ConstantScope, PlacedMention } from './constant-index';
import { memberOf, rawValueOf } from './exprs';
import { functionCalls } from './function-calls';
import { initCalls } from './init-calls';
import { messageCalls } from './message-calls';
import { type CallMention, type ConstantExpr, type PassedExpr, unknownExpr } from './types';

export interface ForeignCall {
  /** As in `CallMention`, where it has to be an object of the type that has the function, or the type itself. */
  readonly on: readonly string[] | undefined;
  readonly scope: ConstantScope;
  readonly value: ConstantExpr;
  /** Where the value is written: at the call, or at the function for a default. */
  readonly place: ConstantScope;
}

/** Calls that certainly are of a function. */
export interface CertainCalls {
  readonly calls: readonly { readonly uri: string; readonly call: CallMention }[];
  /** Whether these are calls only if they are made on the type of the function. */
  readonly isByReceiver: (call: CallMention) => boolean;
  readonly isPositional: boolean;
}

/**
 * By file. `undefined` when there are none, or when the function may be called in other ways: everything in the target
 * that has its name must be its declaration or a call that fits. `uri`: where it is declared.
 */
export function callsOf(
  expr: PassedExpr,
  uri: string,
  index: ConstantIndex,
): readonly ForeignCall[] | undefined {
  const certain = isOnlyCalledByName(expr, index) ? certainCalls(expr, uri, index) : undefined;
  if (certain === undefined) return undefined;
  const { owner, params } = expr;
  const calls: ForeignCall[] = [];
  for (const { uri: caller, call } of certain.calls) {
    const bound = bindArguments(call.args, params, certain.isPositional);
    if (bound === undefined) return undefined;
    const scope = { uri: caller, owner: call.owner };
    const arg = bound[expr.index];
    const value = arg?.value ?? params[expr.index]?.defaultValue ?? unknownExpr;
    const place = arg === undefined ? { uri, owner } : scope;
    const on = certain.isByReceiver(call) ? call.on : undefined;
    calls.push({ on, scope, value: asParameter(value, expr), place });
  }
  return calls.length === 0 ? undefined : calls.sort((a, b) => compare(a.scope.uri, b.scope.uri));
}

function certainCalls(expr: PassedExpr, uri: string, index: ConstantIndex): CertainCalls | undefined {
  switch (expr.callee) {
    case 'function':
    case 'c-function':
      return functionCalls(expr, index);
    case 'init':
      return initCalls(expr, uri, index);
    case 'message':
      return messageCalls(expr, index);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function asParameter(value: ConstantExpr, { type, isRaw }: PassedExpr): ConstantExpr {
  const known = type === undefined ? value : memberOf(type, value);
  return isRaw === true ? rawValueOf(known) : known;
}

/** Whether nothing that a type conforms to calls the function. */
function isOnlyCalledByName({ owner, callee, name }: PassedExpr, index: ConstantIndex): boolean {
  if (owner === '') return true;
  const method = callee === 'init' ? 'init' : name;
  return [...index.supertypes(owner)].every((each) => each === owner || isHarmlessSupertype(each, method));
}

/** The calls among mentions; `undefined` when one of them is neither a call nor a declaration. */
export function onlyCalls(mentions: readonly PlacedMention[]): CertainCalls['calls'] | undefined {
  const isClear = mentions.every(({ mention: { kind } }) => kind === 'call' || kind === 'declaration');
  if (!isClear) return undefined;
  return mentions.flatMap(({ uri, mention }) => (mention.kind === 'call' ? [{ uri, call: mention }] : []));
}
