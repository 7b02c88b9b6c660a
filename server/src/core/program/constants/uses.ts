/** Where a file hands identifiers and categories to the SDK. */

import { conditionsOf } from '../condition-regions';
import type { CallExpr, Expr } from '../ir';
import { factsOf } from '../member-facts';
import { membersOf, walkMember } from '../members';
import { unwrap } from '../resolve';
import type { Reducer } from './reduce';
import { taskCall } from './task-call';
import type { ConstantUse } from './types';
import { constantUseRowsOf } from './use-rows';

/** In document order. */
export function constantUses(reducer: Reducer): readonly ConstantUse[] {
  const uses: ConstantUse[] = [];
  for (const member of membersOf(reducer.program)) {
    if (!factsOf(member).mayHandOn) continue;
    walkMember(member, {
      expr: (expr) => {
        if (expr.kind === 'call') uses.push(...usesOf(expr, reducer));
        return true;
      },
    });
  }
  return placed(uses, reducer).sort((a, b) => a.range.start - b.range.start);
}

function placed(uses: readonly ConstantUse[], { program }: Reducer): ConstantUse[] {
  if (uses.length === 0) return [];
  const conditions = conditionsOf(program);
  return uses.map((use) => {
    const when = conditions(use.range.start);
    return when.length === 0 ? use : { ...use, when };
  });
}

function usesOf(call: CallExpr, reducer: Reducer): readonly ConstantUse[] {
  return constantUseRowsOf(call).flatMap((row) => {
    const { role, index, constructs, within, task } = row;
    const isOther = constructs !== undefined && !constructs.includes(call.constructs ?? '');
    const argument = call.args[index]?.value;
    const given = within === undefined ? argument : givenTo(within, argument);
    if (isOther || given === undefined) return [];
    return [
      {
        role,
        range: given.range,
        owner: ownerOf(given, reducer),
        value: reducer.reduce(given),
        ...(task !== undefined && { task: taskCall(task, call, reducer.program) }),
      },
    ];
  });
}

/** The first argument of a call of that name. */
function givenTo(name: string, expr: Expr | undefined): Expr | undefined {
  const call = expr === undefined ? undefined : unwrap(expr);
  return call?.kind === 'call' && call.name === name ? call.args[0]?.value : undefined;
}

/** Path of the type around an expression. */
export function ownerOf(expr: Expr, { resolver }: Reducer): string {
  return resolver.scopes.scopeOf(expr)?.type?.path ?? '';
}
