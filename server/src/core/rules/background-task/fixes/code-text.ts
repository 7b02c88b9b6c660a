/** Indentation and lines of code that fixes insert. */
import type { Block } from '../../../program/ir';
import type { TextEdit, TextRange } from '../../../text';

export function lineStart(text: string, offset: number): number {
  const previous = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  return previous + 1;
}

/** Blanks at the start of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

export function lineEnding(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** One level of indentation as most lines of the file write it: a tab, or the usual step from one line to a deeper one. */
export function indentUnit(text: string): string {
  const steps = new Map<number, number>();
  let [tabs, spaces, previous] = [0, 0, 0];
  for (const [, blanks = ''] of text.matchAll(/^([ \t]*)[^ \t\r\n*]/gm)) {
    if (blanks.startsWith('\t')) tabs++;
    else if (blanks.length > 1) spaces++;
    const step = blanks.length - previous;
    if (step > 1 && step < 5) steps.set(step, (steps.get(step) ?? 0) + 1);
    previous = blanks.length;
  }
  if (tabs > spaces) return '\t';
  const [usual] = [...steps].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ' '.repeat(usual?.[0] ?? 4);
}

/** Whether only blanks stand before `offset` on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** Source of a range with its continuation lines moved from one indentation to another. */
export function reindented(text: string, range: TextRange, from: string, to: string): string {
  const [first = '', ...rest] = text.slice(range.start, range.end).split(/\r\n|\r|\n/);
  const moved = rest.map((line) => (line.startsWith(from) ? to + line.slice(from.length) : line));
  return [first, ...moved].join(lineEnding(text));
}

/** Adds statements at the end of a closure's body. A body on one line is spread over several. */
export function appendStatements(
  text: string,
  body: Block,
  lines: (unit: string) => readonly string[],
): TextEdit[] {
  const eol = lineEnding(text);
  const unit = indentUnit(text);
  const brace = body.range.end - 1;
  const first = body.statements[0];
  const last = body.statements.at(-1);
  if (first !== undefined && isFirstOnLine(text, brace)) {
    const indent = isFirstOnLine(text, first.range.start)
      ? indentAt(text, first.range.start)
      : `${indentAt(text, brace)}${unit}`;
    const start = lineStart(text, brace);
    return [
      {
        range: { start, end: start },
        newText: lines(unit)
          .map((line) => indent + line + eol)
          .join(''),
      },
    ];
  }
  const outer = indentAt(text, body.range.start);
  const indent = outer + unit;
  const added =
    lines(unit)
      .map((line) => eol + indent + line)
      .join('') +
    eol +
    outer;
  if (first === undefined || last === undefined) {
    const header = text.slice(body.range.start, brace).trimEnd();
    return [{ range: { start: body.range.start + header.length, end: brace }, newText: added }];
  }
  const header = text.slice(body.range.start, first.range.start).trimEnd();
  // A semicolon and comments belong to the last statement.
  const end = last.range.end + text.slice(last.range.end, brace).trimEnd().length;
  return [
    { range: { start: body.range.start + header.length, end: first.range.start }, newText: eol + indent },
    { range: { start: end, end: brace }, newText: added },
  ];
}

/** A statement with the semicolon after it. */
export function withSemicolon(text: string, range: TextRange): TextRange {
  const semicolon = /^[ \t]*;/.exec(text.slice(range.end))?.[0].length ?? 0;
  return { start: range.start, end: range.end + semicolon };
}

/** Where a new line goes in behind a statement: after the comment that ends its line. */
export function afterStatement(text: string, statement: TextRange): number {
  const { end } = withSemicolon(text, statement);
  const comment = /^[ \t]*(?:\/\/.*|\/\*[^\r\n]*?\*\/(?=[ \t]*(?:[\r\n]|$)))/.exec(text.slice(end))?.[0];
  return end + (comment?.trimEnd().length ?? 0);
}

/** Puts a statement behind another one: on a line of its own when that one has its line for itself. `code` is complete. */
export function insertAfter(text: string, statement: TextRange, code: string): TextEdit {
  const end = afterStatement(text, statement);
  const isAlone = isFirstOnLine(text, statement.start) && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end));
  if (isAlone) return insertion(end, lineEnding(text) + indentAt(text, statement.start) + code);
  // Objective-C has a semicolon behind every statement, Swift one between those of a line.
  return code.endsWith(';')
    ? insertion(withSemicolon(text, statement).end, ` ${code}`)
    : insertion(statement.end, `; ${code}`);
}

export function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

/** What to delete to remove a statement: its line when it fills one, else the statement and the blanks after it. */
export function removalOf(text: string, statement: TextRange): TextRange {
  const range = withSemicolon(text, statement);
  const rest = /^[ \t]*(?:\r\n|\r|\n)?/.exec(text.slice(range.end))?.[0] ?? '';
  const fillsLine = isFirstOnLine(text, range.start) && /[\r\n]$/.test(rest);
  if (fillsLine) return { start: lineStart(text, range.start), end: range.end + rest.length };
  return { start: range.start, end: range.end + rest.replace(/[\r\n]+$/, '').length };
}
