/** What the calls of a function pass for a parameter, in all files of a target. */
import { isHarmlessSupertype } from '../../catalog/harmless-supertypes';
import { bindArguments } from './arguments';
import type { ConstantIndex, ConstantScope } from './constant-index';
import { memberOf, rawValueOf } from './exprs';
import { type ConstantExpr, type PassedExpr, unknownExpr } from './types';

export interface ForeignCall {
  /** As in `FunctionMention`. */
  readonly on: readonly string[];
  readonly scope: ConstantScope;
  readonly value: ConstantExpr;
  /** Where the value is written: at the call, or at the function for a default. */
  readonly place: ConstantScope;
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
  const { owner, name, params } = expr;
  const mentions = index.mentions(name) ?? [];
  const declarations = mentions.filter(({ mention }) => mention.kind === 'declaration');
  if (declarations.length !== 1 || !isOnlyCalledByName(owner, name, index)) return undefined;
  const calls: ForeignCall[] = [];
  for (const { uri: caller, mention } of mentions) {
    if (mention.kind === 'declaration') continue;
    const bound = mention.kind === 'call' ? bindArguments(mention.args, params) : undefined;
    if (mention.kind === 'other' || bound === undefined) return undefined;
    const scope = { uri: caller, owner: mention.owner };
    const arg = bound[expr.index];
    const value = arg?.value ?? params[expr.index]?.defaultValue ?? unknownExpr;
    const place = arg === undefined ? { uri, owner } : scope;
    calls.push({ on: mention.on, scope, value: asParameter(value, expr), place });
  }
  return calls.length === 0 ? undefined : calls.sort((a, b) => compare(a.scope.uri, b.scope.uri));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function asParameter(value: ConstantExpr, { type, isRaw }: PassedExpr): ConstantExpr {
  const known = type === undefined ? value : memberOf(type, value);
  return isRaw === true ? rawValueOf(known) : known;
}

/** Whether nothing that a type conforms to calls the method. */
function isOnlyCalledByName(owner: string, name: string, index: ConstantIndex): boolean {
  if (owner === '') return true;
  return [...index.supertypes(owner)].every((each) => each === owner || isHarmlessSupertype(each, name));
}
