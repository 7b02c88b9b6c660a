/** Fix: move the completion to the end of the closure that runs when the work is done. */
import type { EarlyCompletion } from '../../../program/duties/early-completions';
import { appendStatements, removalOf, withSemicolon } from '../../background-task/fixes/code-text';
import { mayLeaveEarly } from '../../duties/early-exits';
import type { Fix } from '../../types';

export function moveFix(text: string, uri: string, { start, stmt }: EarlyCompletion): Fix | undefined {
  const { body } = start.closure.function;
  if (stmt.kind !== 'expr' || body === undefined || mayLeaveEarly(body)) return undefined;
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
