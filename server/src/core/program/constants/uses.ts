/** Where a file hands identifiers and categories to the SDK. */
import type { CallExpr, Expr } from '../ir';
import { factsOf } from '../member-facts';
import { membersOf, walkMember } from '../members';
import type { Reducer } from './reduce';
import type { ConstantUse } from './types';
import { constantUseRowsOf } from './use-rows';

/** In document order. */
export function constantUses(reducer: Reducer): readonly ConstantUse[] {
  const uses: ConstantUse[] = [];
  for (const member of membersOf(reducer.program)) {
    if (!factsOf(member).mayUse) continue;
    walkMember(member, {
      expr: (expr) => {
        if (expr.kind === 'call') uses.push(...usesOf(expr, reducer));
        return true;
      },
    });
  }
  return uses.sort((a, b) => a.range.start - b.range.start);
}

function usesOf(call: CallExpr, reducer: Reducer): readonly ConstantUse[] {
  return constantUseRowsOf(call).flatMap(({ role, index, constructs }) => {
    const isOther = constructs !== undefined && !constructs.includes(call.constructs ?? '');
    const argument = call.args[index]?.value;
    if (isOther || argument === undefined) return [];
    return [
      { role, range: argument.range, owner: ownerOf(argument, reducer), value: reducer.reduce(argument) },
    ];
  });
}

/** Path of the type around an expression. */
export function ownerOf(expr: Expr, { resolver }: Reducer): string {
  return resolver.scopes.scopeOf(expr)?.type?.path ?? '';
}
