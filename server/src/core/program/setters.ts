/** Assignments to members, in all spellings: `x.delegate = y`, `[x setDelegate:y]`. */

import type { TextRange } from '../text';
import type { Expr } from './ir';
import { unwrap } from './resolve';

export interface MemberSet {
  readonly object: Expr;
  readonly member: string;
  readonly value: Expr;
  /** The member's name, or the setter's. */
  readonly at: TextRange;
}

/** `undefined` for everything that is not a plain assignment to a member. */
export function memberSet(expr: Expr): MemberSet | undefined {
  if (expr.kind === 'assign') {
    const target = unwrap(expr.target);
    if (target.kind !== 'member' || target.base === undefined || expr.op !== '=') return undefined;
    return { object: target.base, member: target.name, value: expr.value, at: target.nameRange };
  }
  if (expr.kind !== 'call' || expr.receiver === undefined) return undefined;
  const name = /^set([A-Z]\w*):$/.exec(expr.selector ?? '')?.[1];
  const value = expr.args[0]?.value;
  if (name === undefined || value === undefined) return undefined;
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  return { object: expr.receiver, member, value, at: expr.nameRange };
}
