/** Fix: swap two neighbouring statements. */
import type { Block, Expr, Stmt } from '../../../program/ir';
import { walkBlock } from '../../../program/walk';
import type { Fix } from '../../types';

/** `undefined` unless `first` and `second` are statements that follow each other directly. */
export function swapFix(body: Block, first: Expr, second: Expr, uri: string, text: string): Fix | undefined {
  if (!areNeighbours(body, first, second)) return undefined;
  const source = ({ range }: Expr): string => text.slice(range.start, range.end);
  return {
    title: 'Set the delegate first',
    files: [
      {
        uri,
        edits: [
          { range: first.range, newText: source(second) },
          { range: second.range, newText: source(first) },
        ],
      },
    ],
    isPreferred: true,
  };
}

function areNeighbours(body: Block, first: Expr, second: Expr): boolean {
  const isOf = (stmt: Stmt | undefined, expr: Expr): boolean => stmt?.kind === 'expr' && stmt.expr === expr;
  let found = false;
  walkBlock(body, {
    block: ({ statements }) => {
      found ||= statements.some((stmt, i) => isOf(stmt, first) && isOf(statements[i + 1], second));
    },
  });
  return found;
}
