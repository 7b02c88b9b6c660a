/** What becomes of the errors of a call. */
import type { FileAnalysis } from './analysis';
import type { Block, CallExpr, Expr, TryExpr, TryStmt } from './ir';
import { parentsOf } from './parents';
import { walkBlock } from './walk';

/** The innermost `try` that covers a call. */
export function tryAround(call: CallExpr, { resolver }: FileAnalysis): TryExpr | undefined {
  const parents = parentsOf(resolver);
  let parent: Expr | undefined = parents.parent(call);
  while (parent !== undefined && parent.kind !== 'try' && parent.kind !== 'closure')
    parent = parents.parent(parent);
  return parent?.kind === 'try' ? parent : undefined;
}

/** The innermost do/catch around a call in the same function. */
export function handlerOf(call: CallExpr, { resolver }: FileAnalysis): TryStmt | undefined {
  const body: Block | undefined = resolver.scopes.scopeOf(call)?.fn?.body ?? resolver.program.topLevel;
  let innermost: TryStmt | undefined;
  walkBlock(body, {
    stmt: (stmt) => {
      const isAround =
        stmt.kind === 'try' &&
        stmt.body.range.start <= call.range.start &&
        call.range.end <= stmt.body.range.end;
      if (isAround) innermost = stmt;
    },
    enterFunction: () => false,
  });
  return innermost;
}
