/** Ways that nobody takes: the mutable copy of a notification's content always is one, and so is the URL of the settings. */
import type { FileAnalysis } from '../../../program/analysis';
import type { DutySite } from '../../../program/duties/sites';
import type { DutyExit } from '../../../program/duties/types';
import type { Clause, Expr, GuardStmt } from '../../../program/ir';
import type { Resolver } from '../../../program/resolve';
import { walkFunction } from '../../../program/walk';

/** Whether an exit is only reached when `content.mutableCopy() as? UNMutableNotificationContent` or the like fails. */
export function isWithoutCopy(exit: DutyExit, { token }: DutySite, analysis: FileAnalysis): boolean {
  const arm = exit.arm;
  if (arm?.part === 'skip' && arm.stmt.kind === 'if') return areSure(arm.stmt.clauses, analysis);
  const guards: GuardStmt[] = [];
  walkFunction(token.fn, {
    stmt: (stmt) => {
      if (stmt.kind === 'guard') guards.push(stmt);
    },
  });
  return guards.some(
    ({ otherwise: { range }, clauses }) =>
      range.start <= exit.range.start && exit.range.end <= range.end && areSure(clauses, analysis),
  );
}

function areSure(clauses: readonly Clause[], { resolver }: FileAnalysis): boolean {
  return clauses.every((clause) => {
    const value = clause.kind === 'bind' ? resolver.origin(clause.value) : undefined;
    return value !== undefined && (isCopy(value, resolver) || isSettingsUrl(value));
  });
}

/** `request.content.mutableCopy()`; casts are looked through. */
function isCopy(value: Expr, resolver: Resolver): boolean {
  if (value.kind !== 'call' || value.name !== 'mutableCopy' || value.receiver === undefined) return false;
  const original = resolver.origin(value.receiver);
  return original.kind === 'member' && original.name === 'content';
}

/** `URL(string: UIApplication.openSettingsURLString)` */
function isSettingsUrl(value: Expr): boolean {
  const text = value.kind === 'call' && value.constructs === 'URL' ? value.args[0]?.value : undefined;
  return text?.kind === 'member' && /^open\w*SettingsURLString$/.test(text.name);
}
