/** Edits that put the code of a new task into a source file. */
import type { Block, ImportDecl, ProgramFile, Stmt } from '../../program/ir';
import {
  indentAt,
  indentUnit,
  isFirstOnLine,
  lineEnding,
  lineStart,
} from '../../rules/background-task/fixes/code-text';
import type { TextEdit } from '../../text';
import type { LaunchPlace, ScenePlace } from './places';
import type { Code, TaskCode } from './types';

/** Nothing is answered where the launch method is written in a way that leaves no line for it. */
export function launchEdits(
  place: LaunchPlace,
  { launch, members }: TaskCode,
): readonly TextEdit[] | undefined {
  const { unit, method, body } = place;
  const { text, program } = unit;
  const registration = launch.length === 0 ? [] : statementEdits(text, body, launch);
  if (registration === undefined) return undefined;
  return [
    ...importEdits(text, program),
    ...registration,
    membersAfter(text, method.range.end, indentAt(text, method.range.start), members),
  ];
}

export function sceneEdits(
  { unit: { text, program }, type, scene }: ScenePlace,
  modifier: Code,
  members: readonly Code[],
): readonly TextEdit[] {
  const indent = indentAt(text, scene.range.end);
  const body = type.properties.find(({ name }) => name === 'body');
  const end = body?.range.end ?? scene.range.end;
  return [
    ...importEdits(text, program),
    insert(scene.range.end, lineEnding(text) + laidOut(text, modifier, indent)),
    membersAfter(text, end, indentAt(text, body?.range.start ?? type.range.start), members),
  ];
}

/** Methods on lines of their own at the line of `offset`, for a person who has put the cursor there. */
export function cursorEdits(
  text: string,
  program: ProgramFile,
  offset: number,
  { registration, launch, members }: TaskCode,
): readonly TextEdit[] {
  const all = launch.length === 0 ? members : [registration, ...members];
  const start = lineStart(text, offset);
  const line = text.slice(start, lineEnd(text, offset));
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const eol = lineEnding(text);
  const code = all.map((each) => laidOut(text, each, indent)).join(eol + eol);
  const isBlank = line.trim() === '';
  const edit = isBlank
    ? { range: { start, end: start + line.length }, newText: code }
    : insert(start, code + eol + eol);
  return [...importEdits(text, program), edit];
}

/** Before the last `return` when that is the only one, else before everything else, so that every path passes it. */
function statementEdits(text: string, body: Block, code: Code): readonly TextEdit[] | undefined {
  const { statements } = body;
  const eol = lineEnding(text);
  const last = statements.at(-1);
  if (last?.kind === 'return' && last.implicit) {
    // The only expression of a body answers by itself; behind statements it needs the word.
    if (!isFirstOnLine(text, last.range.start)) return undefined;
    const indent = indentAt(text, last.range.start);
    return [insert(last.range.start, `${laidOut(text, code, indent).trimStart()}${eol}${indent}return `)];
  }
  const isOnlyReturn =
    last?.kind === 'return' && !statements.some((each) => each !== last && mayReturn(each));
  if (!isOnlyReturn || !isFirstOnLine(text, last.range.start)) return startEdits(text, body, code);
  const indent = indentAt(text, last.range.start);
  return [insert(lineStart(text, last.range.start), laidOut(text, code, indent) + eol)];
}

/** Behind the opening brace, where nothing else stands on its line. */
function startEdits(text: string, { range, statements }: Block, code: Code): readonly TextEdit[] | undefined {
  const [first] = statements;
  const inside = range.start + 1;
  const isLineEmpty = text.slice(inside, lineEnd(text, inside)).trim() === '';
  if (first === undefined || text[range.start] !== '{' || !isLineEmpty) return undefined;
  const indent = indentAt(text, first.range.start);
  return [insert(inside, lineEnding(text) + laidOut(text, code, indent))];
}

/** Whether a way out of the function may lie in the statement. */
function mayReturn(statement: Stmt): boolean {
  return statement.kind !== 'expr' && statement.kind !== 'var' && statement.kind !== 'function';
}

function importEdits(text: string, { language, imports }: ProgramFile): readonly TextEdit[] {
  if (imports.some(({ module }) => module.split('/')[0] === 'BackgroundTasks')) return [];
  const line =
    language === 'swift' ? 'import BackgroundTasks' : '#import <BackgroundTasks/BackgroundTasks.h>';
  const last = imports.filter(({ when }) => when.length === 0).at(-1);
  const eol = lineEnding(text);
  return last === undefined ? [insert(0, line + eol)] : [insert(importEnd(text, last), eol + line)];
}

/** Behind what stands on the line of the import. */
function importEnd(text: string, { range }: ImportDecl): number {
  return lineEnd(text, Math.max(range.start, range.end - 1));
}

function membersAfter(text: string, offset: number, indent: string, members: readonly Code[]): TextEdit {
  const eol = lineEnding(text);
  return insert(offset, members.map((member) => eol + eol + laidOut(text, member, indent)).join(''));
}

function laidOut(text: string, code: Code, indent: string): string {
  const unit = indentUnit(text);
  const lines = code.map((line) => {
    const rest = line.replace(/^\t+/, '');
    return line === '' ? '' : indent + unit.repeat(line.length - rest.length) + rest;
  });
  return lines.join(lineEnding(text));
}

function lineEnd(text: string, offset: number): number {
  const rest = /[\r\n]/.exec(text.slice(offset));
  return rest === null ? text.length : offset + rest.index;
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
