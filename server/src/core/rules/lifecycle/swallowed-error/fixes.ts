/** Fixes: log an error that gets lost. */
import type { FileAnalysis } from '../../../program/analysis';
import type { Arg, Block, CatchClause, ExprStmt } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { walkBlock } from '../../../program/walk';
import { contains, type TextRange } from '../../../text';
import {
  appendStatements,
  indentAt,
  indentUnit,
  isFirstOnLine,
  lineEnding,
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
  const scopes = parentsOf(resolver).scopesAround(stmt.expr);
  const [own, around] = [scopes[0]?.fn, scopes.at(-1)?.fn];
  const whole = withSemicolon(text, stmt.range);
  const endsLine = /^[ \t]*(?:\r|\n|$)/.test(text.slice(whole.end));
  if (own?.body === undefined || around === undefined || !isFirstOnLine(text, stmt.range.start) || !endsLine)
    return undefined;
  const isRead = /\berror\b(?!\s*:)/.test(text.slice(whole.end, own.range.end));
  const isThere = hasError(own.body, stmt) && !isRead;
  // Another `error` is near: two of them would clash.
  if (!isThere && /\berror\b(?!\s*:)/.test(text.slice(around.range.start, around.range.end)))
    return undefined;
  const [eol, indent, unit] = [lineEnding(text), indentAt(text, stmt.range.start), indentUnit(text)];
  const head = 'if (!';
  const before = aligned(text, { start: stmt.range.start, end: pointer.value.range.start }, head.length);
  const after = text.slice(pointer.value.range.end, stmt.range.end).replace(/;\s*$/, '');
  const lines = [
    `${head}${before}&error${after}) {`,
    `${indent}${unit}NSLog(@"${log}: %@", error);`,
    `${indent}}`,
  ];
  const newText = isThere ? lines.join(eol) : ['NSError *error = nil;', indent + lines.join(eol)].join(eol);
  return { title, files: [{ uri, edits: [{ range: whole, newText }] }], isPreferred: true };
}

/** Whether an error pointer of that name is declared before a statement, in one of the blocks around it. */
function hasError(body: Block, stmt: ExprStmt): boolean {
  let found = false;
  walkBlock(body, {
    block: ({ range, statements }) => {
      found ||=
        contains(range, stmt.range) &&
        statements.some(
          (each) =>
            each.kind === 'var' &&
            each.range.end <= stmt.range.start &&
            each.variable.name === 'error' &&
            each.variable.type?.name === 'NSError',
        );
    },
    enterFunction: () => false,
  });
  return found;
}

/** Source of a message whose colons stay in line when `width` characters are put in front of it. */
function aligned(text: string, { start, end }: TextRange, width: number): string {
  const [first = '', ...rest] = text.slice(start, end).split(/\r\n|\r|\n/);
  const moved = rest.map((line) => line.replace(/^([ \t]* )(?=\S)/, `$1${' '.repeat(width)}`));
  return [first, ...moved].join(lineEnding(text));
}
