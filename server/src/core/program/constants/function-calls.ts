/** Calls of functions of Swift and C. */
import type { ConstantIndex } from './constant-index';
import { type CertainCalls, onlyCalls } from './foreign-calls';
import type { PassedExpr } from './types';

/** Nothing else in the target may have the name, except for the other declarations of a function of C. */
export function functionCalls({ callee, name }: PassedExpr, index: ConstantIndex): CertainCalls | undefined {
  const mentions = index.mentions(name) ?? [];
  const declared = mentions.flatMap(({ mention }) => (mention.kind === 'declaration' ? [mention] : []));
  const calls = onlyCalls(mentions);
  if (calls === undefined) return undefined;
  if (callee === 'function')
    return declared.length === 1 ? { calls, isPositional: false, isByReceiver: () => true } : undefined;
  const isOne =
    declared.every(({ what }) => what === 'c-function') &&
    declared.filter(({ hasBody }) => hasBody === true).length === 1;
  const isPlain = calls.every(({ call }) => call.on?.length === 0);
  return isOne && isPlain ? { calls, isPositional: true, isByReceiver: () => false } : undefined;
}
