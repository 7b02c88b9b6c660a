/** A return out of the loop over the tasks: those that come after this one are never looked at. */
import { Fates } from '../../../program/duties/fates';
import { followToken } from '../../../program/duties/flow';
import type { DutySite } from '../../../program/duties/sites';
import type { Token } from '../../../program/duties/types';
import type { LoopStmt, Stmt } from '../../../program/ir';
import { walkBlock } from '../../../program/walk';
import { contains, type TextRange } from '../../../text';
import { taskContext } from '../../background-task/context';
import type { CodeContext } from '../../context';
import type { Duty } from '../../duties/check';
import type { Fix } from '../../types';

const message =
  'Leaves the loop: the background tasks that come after this one are never completed, and watchOS may kill the app';

type LoopSite = DutySite & { readonly token: Extract<Token, { kind: 'element' }> };

/** Returns that leave this task open are a mistake of their own, and are found as such. */
export function checkLeftLoop(code: CodeContext, site: LoopSite, duty: Duty): void {
  const { analysis } = taskContext(code);
  const { fn, loop } = site.token;
  const fates = new Fates(code.index);
  const exits = followToken(analysis, site.token, duty.discharge, duty.platform)?.exits ?? [];
  const isOpen = (range: TextRange): boolean =>
    exits.some((exit) => exit.range.start === range.start && fates.isOpen(exit.end, site.type));
  const returns = exits.filter(({ kind, range }) => kind === 'return' && contains(loop.range, range));
  for (const start of new Set(returns.map(({ range }) => range.start))) {
    const range = returns.find((exit) => exit.range.start === start)?.range;
    if (range === undefined || isOpen(range)) continue;
    const fix = goOnFix(code, loop, range, fn.body?.statements.at(-1));
    code.report({
      uri: code.unit.uri,
      range,
      message,
      related: [{ uri: code.unit.uri, range: site.arrival, message: duty.texts.arrival }],
      fixes: fix === undefined ? [] : [fix],
    });
  }
}

/** `return` → `continue`, where that goes on with the next task. */
function goOnFix(
  { unit }: CodeContext,
  loop: LoopStmt,
  range: TextRange,
  last: Stmt | undefined,
): Fix | undefined {
  const keyword = /^return\b/.exec(unit.text.slice(range.start, range.end))?.[0];
  if (keyword === undefined || isInInnerLoop(loop, range)) return undefined;
  const edit = { range: { start: range.start, end: range.start + keyword.length }, newText: 'continue' };
  return {
    title: 'Go on with the next task',
    files: [{ uri: unit.uri, edits: [edit] }],
    // What follows the loop has been skipped so far, and will not be any more.
    isPreferred: last === loop,
  };
}

function isInInnerLoop({ body }: LoopStmt, range: TextRange): boolean {
  let found = false;
  walkBlock(body, {
    stmt: (stmt) => {
      found ||= stmt.kind === 'loop' && contains(stmt.range, range);
    },
  });
  return found;
}
