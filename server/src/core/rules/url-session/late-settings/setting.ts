/** Changes to a setting of a session's configuration, in all spellings. */
import { sessionSettings } from '../../../catalog/url-sessions';
import type { Expr } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { memberSet } from '../../../program/setters';
import type { TextRange } from '../../../text';

export interface SettingChange {
  /** What is changed: an expression for a configuration. */
  readonly configuration: Expr;
  readonly at: TextRange;
}

/** `c.timeoutIntervalForRequest = 5`, `c.httpAdditionalHeaders?["A"] = "b"`, `[c setDiscretionary:YES]`. */
export function settingChange(expr: Expr): SettingChange | undefined {
  const set = memberSet(expr);
  if (set !== undefined) return isSetting(set.member) ? { configuration: set.object, at: set.at } : undefined;
  if (expr.kind !== 'assign') return undefined;
  const target = unwrap(expr.target);
  const member = target.kind === 'subscript' ? unwrap(target.base) : target;
  if (member.kind !== 'member' || member.base === undefined || !isSetting(member.name)) return undefined;
  return { configuration: member.base, at: member.nameRange };
}

function isSetting(name: string): boolean {
  return sessionSettings.has(name.toLowerCase());
}
