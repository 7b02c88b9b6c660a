/** Fix: remove a statement that does nothing but call or assign. */
import type { Block, Expr, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { walkBlock } from '../../../program/walk';
import { removalOf } from '../../background-task/fixes/code-text';
import type { ProgramUnit } from '../../context';
import type { Fix } from '../../types';

/** `undefined` when the value is used, or when what is left would not be code. */
export function removeStatementFix(
  { uri, text }: ProgramUnit,
  body: Block,
  expr: Expr,
  title: string,
): Fix | undefined {
  const found = statementOf(body, expr);
  if (found === undefined || !isBraced(found.block, text)) return undefined;
  const edits = [{ range: removalOf(text, found.stmt.range), newText: '' }];
  return { title, files: [{ uri, edits }], isPreferred: true };
}

interface Statement {
  readonly stmt: Stmt;
  readonly block: Block;
}

/** The statement that is the expression, with `try` and `await`, and nothing else. */
function statementOf(body: Block, expr: Expr): Statement | undefined {
  let found: Statement | undefined;
  walkBlock(body, {
    block: (block) => {
      for (const stmt of block.statements) if (isOnly(stmt, expr)) found = { stmt, block };
    },
  });
  return found;
}

function isOnly(stmt: Stmt, expr: Expr): boolean {
  if (stmt.kind === 'expr') return unwrap(stmt.expr) === expr;
  return stmt.kind === 'return' && stmt.implicit && stmt.value !== undefined && unwrap(stmt.value) === expr;
}

/** A single statement after `if (…)` or a clause of a switch cannot just go. */
function isBraced({ range, statements }: Block, text: string): boolean {
  return text.charAt(range.start) === '{' || statements.length > 1;
}
