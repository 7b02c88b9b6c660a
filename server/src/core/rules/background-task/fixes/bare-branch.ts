/** Branches of Objective-C that are one statement without braces: more statements need them. */
import type { Block, Stmt } from '../../../program/ir';
import { walkBlock } from '../../../program/walk';
import { contains, type TextEdit, type TextRange } from '../../../text';
import { indentAt, indentUnit, lineEnding, lineStart, withSemicolon } from './code-text';

type IfStmt = Extract<Stmt, { kind: 'if' }>;

interface BareBranch {
  readonly owner: IfStmt;
  readonly block: Block;
}

/** Whether a statement of Objective-C stands alone, so that nothing can be put beside it. */
export function isBare(text: string, body: Block, { start, end }: TextRange): boolean {
  let innermost = body;
  walkBlock(body, {
    block: (block) => {
      if (contains(block.range, { start, end })) innermost = block;
    },
  });
  const isLabelled = /:\s*$/.test(text.slice(0, start));
  return text.charAt(innermost.range.start) !== '{' && innermost.statements.length === 1 && !isLabelled;
}

/** Puts the statement, and lines before and after it, in braces. `undefined` when it is no branch of its own. */
export function inBraces(
  text: string,
  body: Block,
  statement: TextRange,
  lines: { readonly before?: readonly string[]; readonly after?: readonly string[] },
): TextEdit | undefined {
  const branch = bareBranch(text, body, statement);
  const head = branch && headEnd(text, branch, statement);
  if (branch === undefined || head === undefined) return undefined;
  const { start, end } = withSemicolon(text, statement);
  const code = [...(lines.before ?? []), text.slice(start, end), ...(lines.after ?? [])];
  if (!beginsLine(text, branch.owner))
    return { range: { start: head, end }, newText: ` { ${code.join(' ')} }` };
  const outer = lineEnding(text) + indentAt(text, branch.owner.range.start);
  const inner = outer + indentUnit(text);
  return {
    range: { start: head, end },
    newText: ` {${code.map((line) => inner + line).join('')}${outer}}`,
  };
}

function beginsLine(text: string, { range: { start } }: IfStmt): boolean {
  return /^\s*(?:\}?\s*else\s+)?$/.test(text.slice(lineStart(text, start), start));
}

/** The innermost branch around a statement, if it is nothing else. */
function bareBranch(text: string, body: Block, statement: TextRange): BareBranch | undefined {
  let found: BareBranch | undefined;
  walkBlock(body, {
    stmt: (stmt) => {
      if (stmt.kind !== 'if') return;
      for (const block of [stmt.then, stmt.otherwise]) {
        if (block !== undefined && contains(block.range, statement)) found = { owner: stmt, block };
      }
    },
  });
  const [only, ...others] = found?.block.statements ?? [];
  const isBare = found !== undefined && text.charAt(found.block.range.start) !== '{';
  return isBare && others.length === 0 && only?.range.start === statement.start ? found : undefined;
}

/** End of `if (…)` or `else`, when nothing but blanks comes between it and the statement. */
function headEnd(text: string, { owner, block }: BareBranch, { start }: TextRange): number | undefined {
  const from = block === owner.then ? owner.clauses.at(-1)?.range.end : owner.then.range.end;
  if (from === undefined) return undefined;
  const between = text.slice(from, start);
  const isPlain = block === owner.then ? /^\s*\)\s*$/.test(between) : /^\s*;?\s*else\s*$/.test(between);
  return isPlain ? from + between.trimEnd().length : undefined;
}
