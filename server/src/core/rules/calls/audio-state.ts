/** What the rules about call audio share. */
import { audioStateNames } from '../../catalog/calls';
import type { DirectCall } from '../../program/direct-calls';
import type { Expr } from '../../program/ir';
import { walkExpr } from '../../program/walk';
import type { CodeContext } from '../context';
import type { RelatedLocation } from '../types';

/** Whether a call belongs to the callback as such: not when the code asks for the state of the session before it. */
export function isCertain({ conditions, helperConditions }: DirectCall): boolean {
  return helperConditions.length === 0 && !conditions.some(asksState);
}

function asksState(condition: Expr): boolean {
  let found = false;
  walkExpr(condition, {
    expr: (expr) => {
      if (expr.kind === 'name' || expr.kind === 'member' || expr.kind === 'call')
        found ||= audioStateNames.test(expr.name);
      return !found;
    },
  });
  return found;
}

/** Where a helper does it. */
export function insideHelper(
  { unit }: CodeContext,
  { call, entry }: DirectCall,
  message: string,
): readonly RelatedLocation[] {
  return call === entry ? [] : [{ uri: unit.uri, range: call.nameRange, message }];
}
