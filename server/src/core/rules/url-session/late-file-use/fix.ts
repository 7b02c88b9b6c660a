/** Fix: move the file before the block, or instead of it. */
import type { CallExpr, ClosureExpr, Stmt } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import type { TextEdit } from '../../../text';
import type { TaskContext } from '../../background-task/context';
import {
  indentAt,
  isFirstOnLine,
  lineEnding,
  reindented,
  removalOf,
  withSemicolon,
} from '../../background-task/fixes/code-text';
import type { Fix } from '../../types';

/** Offered when the first statement of the block moves or copies the file with nothing that only the block knows. */
export function moveNowFix(closure: ClosureExpr, call: CallExpr, context: TaskContext): Fix | undefined {
  const { uri } = context.code.unit;
  const parents = parentsOf(context.analysis.resolver);
  const taker = parents.callTaking(closure);
  const outer = taker && parents.stmt(taker);
  const body = closure.function.body;
  const [first, ...rest] = body?.statements ?? [];
  if (outer?.kind !== 'expr' || outer.expr !== taker || first === undefined || !isMove(first, call, context))
    return undefined;
  if (closure.captures.length > 0 || closure.function.params.length > 0) return undefined;
  const edits = rest.length === 0 ? [replaced(outer, first, context)] : moved(outer, first, context);
  if (edits === undefined) return undefined;
  return { title: 'Move the file before the method returns', files: [{ uri, edits }], isPreferred: true };
}

const moves = new Set([
  'moveItem',
  'copyItem',
  'moveItemAtURL',
  'copyItemAtURL',
  'moveItemAtPath',
  'copyItemAtPath',
]);

/** `try? FileManager.default.moveItem(…)`, not `try`: the method does not throw. */
function isMove(stmt: Stmt, call: CallExpr, { code, analysis }: TaskContext): boolean {
  const value =
    stmt.kind === 'expr' ? stmt.expr : stmt.kind === 'return' && stmt.implicit ? stmt.value : undefined;
  const isCalled = value === call || (value?.kind === 'try' && value.form !== 'try' && value.expr === call);
  const name = analysis.resolver.language === 'objc' ? (call.selector?.split(':')[0] ?? '') : call.name;
  // A block of its own line is easy to take apart.
  return (
    isCalled && moves.has(name) && !/[\r\n]/.test(code.unit.text.slice(stmt.range.start, stmt.range.end))
  );
}

function replaced(outer: Stmt, move: Stmt, { code }: TaskContext): TextEdit {
  const { text } = code.unit;
  return { range: withSemicolon(text, outer.range), newText: source(move, text) };
}

function moved(outer: Stmt, move: Stmt, { code }: TaskContext): TextEdit[] | undefined {
  const { text } = code.unit;
  const { start } = outer.range;
  if (!isFirstOnLine(text, start) || !isFirstOnLine(text, move.range.start)) return undefined;
  const newText = source(move, text) + lineEnding(text) + indentAt(text, start);
  return [
    { range: { start, end: start }, newText },
    { range: removalOf(text, move.range), newText: '' },
  ];
}

function source(stmt: Stmt, text: string): string {
  return reindented(text, withSemicolon(text, stmt.range), '', '');
}
