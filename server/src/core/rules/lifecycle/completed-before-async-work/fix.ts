/** Fix: move the completion to the end of the closure that runs when the work is done. */
import type { EarlyCompletion } from '../../../program/duties/early-completions';
import type { Block } from '../../../program/ir';
import { walkBlock } from '../../../program/walk';
import { appendStatements, removalOf, withSemicolon } from '../../background-task/fixes/code-text';
import type { Fix } from '../../types';

export function moveFix(text: string, uri: string, { start, stmt }: EarlyCompletion): Fix | undefined {
  const { body } = start.closure.function;
  if (stmt.kind !== 'expr' || body === undefined || mayLeave(body)) return undefined;
  const statement = withSemicolon(text, stmt.range);
  const code = text.slice(statement.start, statement.end);
  return {
    title: 'Complete when the work is done',
    files: [
      {
        uri,
        edits: [
          ...appendStatements(text, body, () => [code]),
          { range: removalOf(text, stmt.range), newText: '' },
        ],
      },
    ],
    isPreferred: true,
  };
}

/** Whether the closure can be left before its end. */
function mayLeave(body: Block): boolean {
  let found = false;
  walkBlock(body, {
    stmt: ({ kind }) => {
      found ||= kind === 'throw' || kind === 'guard' || kind === 'unknown';
    },
    expr: (expr) => {
      found ||= expr.kind === 'try' && expr.form === 'try';
      return true;
    },
    enterFunction: () => false,
  });
  return found || hasReturn(body);
}

function hasReturn(body: Block): boolean {
  let found = false;
  walkBlock(body, {
    stmt: (stmt) => {
      found ||= stmt.kind === 'return' && !stmt.implicit;
    },
    enterFunction: () => false,
  });
  return found;
}
