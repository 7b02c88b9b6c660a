/** The table of calls that are given identifiers and categories, looked up by how a call is written. */
import { type ConstantUseRow, constantUseRows } from '../../catalog/constant-uses';
import type { CallExpr } from '../ir';

function rowsBy(keys: (row: ConstantUseRow) => readonly string[]): ReadonlyMap<string, ConstantUseRow[]> {
  const rows = new Map<string, ConstantUseRow[]>();
  for (const row of constantUseRows)
    for (const key of keys(row)) rows.set(key, [...(rows.get(key) ?? []), row]);
  return rows;
}

const bySwiftName = rowsBy((row) => row.swift.map(({ name, label }) => `${name} ${label ?? ''}`));
const bySelector = rowsBy((row) => row.selectors);

/** Rows that a call may mean. */
export function constantUseRowsOf(call: CallExpr): readonly ConstantUseRow[] {
  const rows =
    call.selector === undefined
      ? bySwiftName.get(`${call.constructs ?? call.name} ${call.args[0]?.label ?? ''}`)
      : bySelector.get(call.selector);
  return rows ?? [];
}
