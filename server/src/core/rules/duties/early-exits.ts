/** Whether statements that are added at the end of a body are reached. */
import type { Block } from '../../program/ir';
import { walkBlock } from '../../program/walk';

/** Whether a body may be left before its end, or that cannot be said. */
export function mayLeaveEarly(body: Block): boolean {
  let found = false;
  walkBlock(body, {
    stmt: (stmt) => {
      found ||= ['throw', 'guard', 'unknown'].includes(stmt.kind);
      found ||= stmt.kind === 'return' && !stmt.implicit;
    },
    expr: (expr) => {
      found ||= expr.kind === 'try' && expr.form === 'try';
      return true;
    },
    enterFunction: () => false,
  });
  return found;
}
