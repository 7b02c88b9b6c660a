/** "Ignore this finding here": the edit that puts a suppression comment above a finding. */
import type { LiteralExpr, ProgramFile } from '../program/ir';
import { walkProgram } from '../program/walk';
import type { Unit } from '../rules/context';
import { MARKER } from '../rules/suppressions';
import { type Finding, findingCode } from '../rules/types';
import type { PlistNode } from '../syntax/plist-types';
import type { TextEdit } from '../text';

/**
 * A comment of its own line above the line the finding starts on, as far indented as that line.
 * `undefined` where a comment cannot stand: in project files, which Xcode rewrites without them, inside a string that
 * runs over several lines, in a macro, or outside of the root element of a property list.
 */
export function suppressionEdit(unit: Unit, finding: Finding): TextEdit | undefined {
  const line = commentLine(unit, finding.range.start);
  if (line === undefined) return undefined;
  const indentation = /^[ \t]*/.exec(unit.text.slice(line))?.[0] ?? '';
  const newText = `${indentation}${comment(unit, findingCode(finding))}${lineEnd(unit.text)}`;
  return { range: { start: line, end: line }, newText };
}

function comment(unit: Unit, code: string): string {
  // XML allows no `--` inside of a comment, so there the reason follows a colon.
  return unit.kind === 'plist' ? `<!-- ${MARKER} ${code}: reason -->` : `// ${MARKER} ${code} -- reason`;
}

/** Offset of the line that the comment goes in front of. */
function commentLine(unit: Unit, offset: number): number | undefined {
  const line = lineStart(unit.text, offset);
  if (unit.kind === 'pbxproj') return undefined;
  if (unit.kind === 'program') {
    return continuesMacro(unit.text, line) || isInString(unit.program, line) ? undefined : line;
  }
  const root = unit.document.root;
  if (root === undefined) return undefined;
  const start = lineStart(unit.text, elementAround(root, line) ?? line);
  return start >= root.inner.start && start <= root.inner.end ? start : undefined;
}

function lineStart(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}

function lineEnd(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function continuesMacro(text: string, line: number): boolean {
  return text.slice(0, line).trimEnd().endsWith('\\');
}

function isInString(program: ProgramFile, offset: number): boolean {
  let found = false;
  const covers = ({ range }: LiteralExpr) => range.start < offset && offset < range.end;
  walkProgram(program, {
    expr(expr) {
      if (expr.kind === 'literal' && covers(expr)) found = true;
      return !found;
    },
  });
  return found;
}

/** Start of the text element that runs over `offset`. */
function elementAround(node: PlistNode, offset: number): number | undefined {
  if (offset <= node.range.start || offset >= node.range.end) return undefined;
  if (node.kind === 'array') return firstOf(node.items, offset);
  if (node.kind === 'dict') {
    return firstOf(
      node.entries.flatMap(({ value }) => value ?? []),
      offset,
    );
  }
  return node.range.start;
}

function firstOf(nodes: readonly PlistNode[], offset: number): number | undefined {
  for (const node of nodes) {
    const start = elementAround(node, offset);
    if (start !== undefined) return start;
  }
  return undefined;
}
