/** Where a file hands identifiers and categories to the SDK. */
import { type ConstantUseRow, constantUseRows } from '../../catalog/constant-uses';
import type { CallExpr, Expr } from '../ir';
import { walkProgram } from '../walk';
import type { Reducer } from './reduce';
import type { ConstantUse } from './types';

function rowsBy(keys: (row: ConstantUseRow) => readonly string[]): ReadonlyMap<string, ConstantUseRow[]> {
  const rows = new Map<string, ConstantUseRow[]>();
  for (const row of constantUseRows)
    for (const key of keys(row)) rows.set(key, [...(rows.get(key) ?? []), row]);
  return rows;
}

const bySwiftName = rowsBy((row) => row.swift.map(({ name, label }) => `${name} ${label ?? ''}`));
const bySelector = rowsBy((row) => row.selectors);

/** In document order. */
export function constantUses(reducer: Reducer): readonly ConstantUse[] {
  const uses: ConstantUse[] = [];
  walkProgram(reducer.program, {
    expr: (expr) => {
      if (expr.kind === 'call') uses.push(...usesOf(expr, reducer));
      return true;
    },
  });
  return uses.sort((a, b) => a.range.start - b.range.start);
}

function usesOf(call: CallExpr, reducer: Reducer): readonly ConstantUse[] {
  const rows =
    call.selector === undefined
      ? bySwiftName.get(`${call.name} ${call.args[0]?.label ?? ''}`)
      : bySelector.get(call.selector);
  return (rows ?? []).flatMap(({ role, index, constructs }) => {
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
