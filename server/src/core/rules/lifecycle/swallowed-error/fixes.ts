/** Fixes: log an error that gets lost. */
import type { FileAnalysis } from '../../../program/analysis';
import type { Arg, CatchClause, ExprStmt } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import {
  appendStatements,
  indentAt,
  indentUnit,
  isFirstOnLine,
  lineEnding,
  reindented,
  withSemicolon,
} from '../../background-task/fixes/code-text';
import type { ProgramUnit } from '../../context';
import type { Fix } from '../../types';

const title = 'Log the error';

/** Fills an empty `catch` that gives the error its usual name. */
export function logInCatchFix(
  { body, pattern }: CatchClause,
  log: string,
  { text, uri }: ProgramUnit,
): Fix | undefined {
  if (pattern !== undefined) return undefined;
  const edits = appendStatements(text, body, () => [`print("${log}: \\(error)")`]);
  return { title, files: [{ uri, edits }], isPreferred: true };
}

/** Objective-C: the message becomes the condition of an `if` that logs. */
export function testResultFix(
  stmt: ExprStmt,
  pointer: Arg,
  log: string,
  { text, uri }: ProgramUnit,
  { resolver }: FileAnalysis,
): Fix | undefined {
  const around = parentsOf(resolver).scopesAround(stmt.expr).at(-1)?.fn?.range;
  const whole = withSemicolon(text, stmt.range);
  const endsLine = /^[ \t]*(?:\r|\n|$)/.test(text.slice(whole.end));
  if (around === undefined || !isFirstOnLine(text, stmt.range.start) || !endsLine) return undefined;
  // Another `error` is near: two of them would clash.
  if (/\berror\b(?!\s*:)/.test(text.slice(around.start, around.end))) return undefined;
  const [eol, indent, unit] = [lineEnding(text), indentAt(text, stmt.range.start), indentUnit(text)];
  const before = reindented(
    text,
    { start: stmt.range.start, end: pointer.value.range.start },
    indent,
    indent,
  );
  const after = text.slice(pointer.value.range.end, stmt.range.end).replace(/;\s*$/, '');
  const newText = [
    'NSError *error = nil;',
    `${indent}if (!${before}&error${after}) {`,
    `${indent}${unit}NSLog(@"${log}: %@", error);`,
    `${indent}}`,
  ].join(eol);
  return { title, files: [{ uri, edits: [{ range: whole, newText }] }], isPreferred: true };
}
