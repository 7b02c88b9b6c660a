/** Edits that put one statement where a path leaves it out. */
import type { Arm } from '../../program/cfg';
import type { Block, Stmt } from '../../program/ir';
import type { TextEdit, TextRange } from '../../text';
import { inBraces, isBare } from '../background-task/fixes/bare-branch';
import {
  afterStatement,
  appendStatements,
  indentAt,
  indentUnit,
  insertAfter,
  insertion,
  isFirstOnLine,
  lineEnding,
} from '../background-task/fixes/code-text';

type IfStmt = Extract<Stmt, { kind: 'if' }>;

/** Where the statement goes: into code of this language, somewhere in this body of a function. */
export interface Place {
  readonly text: string;
  readonly isObjc: boolean;
  readonly body: Block;
  /** The statement; in Objective-C with its semicolon. */
  readonly code: string;
}

/** In front of a statement that leaves the path. */
export function before(place: Place, range: TextRange): readonly TextEdit[] | undefined {
  const { text, isObjc, body, code } = place;
  const { start } = range;
  // `if (failed) return;` holds one statement only.
  if (isObjc && isBare(text, body, range)) return inBranch(place, range, { before: [code] });
  const separator = isFirstOnLine(text, start)
    ? lineEnding(text) + indentAt(text, start)
    : isObjc
      ? ' '
      : '; ';
  return [{ range: { start, end: start }, newText: code + separator }];
}

function inBranch(
  { text, body }: Place,
  statement: TextRange,
  lines: Parameters<typeof inBraces>[3],
): readonly TextEdit[] | undefined {
  const edit = inBraces(text, body, statement, lines);
  return edit && [edit];
}

/** At the end of a branch, in an `else` that nobody wrote, or in every branch of an `else if`. */
export function inArm(place: Place, { part, stmt, block }: Arm): readonly TextEdit[] | undefined {
  if (part === 'skip') return stmt.kind === 'if' ? withElse(place, stmt) : undefined;
  if (block === undefined) return undefined;
  return part === 'case' ? inCase(place, block) : inBlock(place, block);
}

function inBlock(place: Place, block: Block): readonly TextEdit[] | undefined {
  const { text, isObjc, code } = place;
  const last = block.statements.at(-1);
  if (last?.kind === 'jump') return before(place, last.range);
  if (text.charAt(block.range.start) === '{') return appendStatements(text, block, () => [code]);
  if (last?.kind === 'if' && block.statements.length === 1) return inChain(place, last);
  return isObjc && last !== undefined ? inBranch(place, last.range, { after: [code] }) : undefined;
}

/** `else if …`: what leaves the function in one of its branches leaves it there. */
function inChain(place: Place, stmt: IfStmt): readonly TextEdit[] | undefined {
  const { then, otherwise } = stmt;
  const rest = otherwise === undefined ? withElse(place, stmt) : inOpenBlock(place, otherwise);
  const first = inOpenBlock(place, then);
  return first && rest && [...first, ...rest];
}

function inOpenBlock(place: Place, block: Block): readonly TextEdit[] | undefined {
  const last = block.statements.at(-1);
  return last?.kind === 'return' || last?.kind === 'throw' ? [] : inBlock(place, block);
}

/** Like the branch in front of it: on one line, or with its braces where that one has them. */
function withElse({ text, code, isObjc }: Place, stmt: IfStmt): readonly TextEdit[] | undefined {
  const { start, end } = stmt.then.range;
  if (text.charAt(end - 1) !== '}') return isObjc ? withBareElse(text, stmt, code) : undefined;
  const outer = lineEnding(text) + indentAt(text, end - 1);
  const line = `${outer}${indentUnit(text)}${code}${outer}}`;
  const newText = !isFirstOnLine(text, end - 1)
    ? ` else { ${code} }`
    : isFirstOnLine(text, start)
      ? `${outer}else${outer}{${line}`
      : ` else {${line}`;
  return [{ range: { start: end, end }, newText }];
}

/** `if (…) statement;` gets an `else` like it, on the next line. */
function withBareElse(text: string, { range, then }: IfStmt, code: string): readonly TextEdit[] | undefined {
  const at = afterStatement(text, then.range);
  const endsLine = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(at));
  if (!endsLine || !isFirstOnLine(text, range.start)) return undefined;
  return [insertion(at, `${lineEnding(text)}${indentAt(text, range.start)}else ${code}`)];
}

function inCase(place: Place, block: Block): readonly TextEdit[] | undefined {
  const { text, code, isObjc } = place;
  const last = block.statements.at(-1);
  if (last === undefined) return undefined;
  if (last.kind !== 'jump') return [insertAfter(text, last.range, code)];
  if (last.jump !== 'break') return undefined;
  // Swift's `break` only fills an empty case; in Objective-C it ends every one.
  if (isObjc) return before(place, last.range);
  return block.statements.length === 1 ? [{ range: last.range, newText: code }] : undefined;
}
