/** Calls of functions of Swift and C. */
import { isSdkType } from '../../catalog/inert-calls';
import { bindArguments } from './arguments';
import type { ConstantIndex } from './constant-index';
import { type CertainCalls, onlyCalls } from './foreign-calls';
import type { CallMention, PassedExpr } from './types';

/** Nothing else in the target may have the name, except for the other declarations of a function of C. */
export function functionCalls(expr: PassedExpr, index: ConstantIndex): CertainCalls | undefined {
  const { callee, name } = expr;
  const mentions = index.mentions(name) ?? [];
  const declared = mentions.flatMap(({ mention }) => (mention.kind === 'declaration' ? [mention] : []));
  const calls = onlyCalls(mentions)?.filter(({ call }) => !isOfSdk(call, expr));
  if (calls === undefined) return undefined;
  if (callee === 'function')
    return declared.length === 1 ? { calls, isPositional: false, isByReceiver: () => true } : undefined;
  const isOne =
    declared.every(({ what }) => what === 'c-function') &&
    declared.filter(({ hasBody }) => hasBody === true).length === 1;
  const isPlain = calls.every(({ call }) => call.on?.length === 0);
  return isOne && isPlain ? { calls, isPositional: true, isByReceiver: () => false } : undefined;
}

/** A call with other arguments, of something that the SDK has. */
function isOfSdk({ on, args }: CallMention, { owner, params }: PassedExpr): boolean {
  const head = on?.[0];
  const isOther = head !== undefined && isSdkType(head) && !isSdkType(owner);
  return isOther && bindArguments(args, params) === undefined;
}
