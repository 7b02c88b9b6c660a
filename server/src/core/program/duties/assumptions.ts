/** What a condition on a path says about the value. */
import type { FileAnalysis } from '../analysis';
import type { Assumption } from '../cfg';
import type { Expr } from '../ir';
import { unwrap } from '../resolve';
import { walkExpr } from '../walk';
import type { TokenNames } from './tokens';

/**
 * `absent`: there is no value to complete. `exempt`: nothing that is worth a finding happens on this path (the object
 * around is gone, the work was cancelled, somebody else has completed the value, the value is of another class). `undefined`: nothing about the value.
 */
export type Meaning = 'absent' | 'exempt' | undefined;

export function meaningOf(assumption: Assumption, names: TokenNames, analysis: FileAnalysis): Meaning {
  if (assumption.kind === 'fact') return undefined;
  if (assumption.kind === 'bind') {
    if (assumption.holds || assumption.clause.kind !== 'bind') return undefined;
    const { value, pattern } = assumption.clause;
    if (names.isToken(value)) return isCast(value) ? byClass(names) : pattern ? undefined : 'absent';
    return analysis.resolver.isSelf(value) ? 'exempt' : undefined;
  }
  return meaningOfTest(assumption.expr, assumption.holds, names, analysis);
}

function meaningOfTest(expr: Expr, holds: boolean, names: TokenNames, analysis: FileAnalysis): Meaning {
  if (expr.kind === 'cast' && expr.form === 'is' && names.isToken(expr.expr))
    return holds ? undefined : byClass(names);
  if (expr.kind === 'call' && expr.receiver !== undefined && names.isToken(expr.receiver)) {
    const asksClass = expr.name === 'isKindOfClass' || expr.name === 'isMemberOfClass';
    return asksClass && !holds ? byClass(names) : undefined;
  }
  if ((holds && asksCancelled(expr)) || names.isFlag(unwrap(expr))) return 'exempt';
  const subject = emptyTested(expr, holds, names) ?? nilTested(expr, holds);
  if (subject === undefined) return undefined;
  if (names.isToken(subject)) return 'absent';
  return analysis.resolver.isSelf(subject) ? 'exempt' : undefined;
}

/** The identifier that stands for no task when `expr` is `holds`. */
function emptyTested(expr: Expr, holds: boolean, { discharge }: TokenNames): Expr | undefined {
  if (discharge.kind !== 'end' || expr.kind !== 'binary' || holds !== (expr.op === '==')) return undefined;
  if (expr.op !== '==' && expr.op !== '!=') return undefined;
  if (discharge.calls.isEmptyToken(expr.right)) return expr.left;
  return discharge.calls.isEmptyToken(expr.left) ? expr.right : undefined;
}

/** The expression that is nil when `expr` is `holds`. */
export function nilTested(expr: Expr, holds: boolean): Expr | undefined {
  const value = unwrap(expr);
  if (value.kind === 'name') return holds ? undefined : value;
  if (value.kind !== 'binary' || (value.op !== '==' && value.op !== '!=')) return undefined;
  if (holds !== (value.op === '==')) return undefined;
  if (isNil(value.right)) return value.left;
  return isNil(value.left) ? value.right : undefined;
}

function isNil(expr: Expr): boolean {
  const value = unwrap(expr);
  return (
    (value.kind === 'literal' && value.type === 'nil') || (value.kind === 'name' && value.name === 'Nil')
  );
}

function isCast(expr: Expr): boolean {
  if (expr.kind === 'cast') return expr.form === 'as?';
  return expr.kind === 'try' || expr.kind === 'await' ? isCast(expr.expr) : false;
}

function byClass({ discharge }: TokenNames): Meaning {
  return discharge.kind === 'method' && discharge.isExemptByCast ? 'exempt' : undefined;
}

/** `Task.isCancelled`, `operation.isCancelled`, `work.cancelled`: whoever cancelled completes the value. */
export function asksCancelled(expr: Expr): boolean {
  let found = false;
  walkExpr(expr, {
    expr: (each) => {
      if (each.kind === 'member' || each.kind === 'call' || each.kind === 'name')
        found ||= /^(?:is)?cancel(?:l)?ed$/i.test(each.name);
      return !found;
    },
  });
  return found;
}
