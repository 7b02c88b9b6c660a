/** Fix: register at once instead of in a block for later. */
import { launchMethods } from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import type { CallExpr } from '../../../program/ir';
import type { LateReason } from '../../../program/late-reason';
import { parentsOf } from '../../../program/parents';
import { indentAt, reindented, withSemicolon } from '../../background-task/fixes/code-text';
import type { CodeContext } from '../../context';
import type { Fix } from '../../types';

/** For a block in the launch method itself that does nothing but register. */
export function registerNowFix(
  call: CallExpr,
  { closure }: LateReason,
  { unit }: CodeContext,
  { resolver }: FileAnalysis,
): Fix | undefined {
  const parents = parentsOf(resolver);
  const [inner, method] = parents.scopesAround(call);
  const inside = parents.stmt(call);
  const statements = closure?.function.body?.statements ?? [];
  if (closure === undefined || inner?.closure !== closure || closure.captures.length > 0) return undefined;
  if (method?.fn === undefined || !launchMethods.has(method.fn.fullName)) return undefined;
  if (inside === undefined || statements.length !== 1 || statements[0] !== inside) return undefined;
  const taker = parents.callTaking(closure);
  const outer = taker && parents.stmt(taker);
  if (outer?.kind !== 'expr' || outer.expr !== taker) return undefined;
  const { text, uri } = unit;
  const from = indentAt(text, inside.range.start);
  const newText = reindented(
    text,
    withSemicolon(text, inside.range),
    from,
    indentAt(text, outer.range.start),
  );
  return {
    title: 'Register before the method returns',
    files: [{ uri, edits: [{ range: withSemicolon(text, outer.range), newText }] }],
    isPreferred: true,
  };
}
