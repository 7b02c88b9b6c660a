/** Values that are completed in the same breath in which the work for them is started. */
import type { FileAnalysis } from '../analysis';
import type { Block, CallExpr, Stmt } from '../ir';
import { stmtBlocks } from '../walk';
import { type AsyncStart, asyncStart, plainExpr, waits } from './async-starts';

export interface EarlyCompletion {
  readonly start: AsyncStart;
  readonly discharge: CallExpr;
  /** The statement that is the discharge; a `defer` when it is deferred. */
  readonly stmt: Stmt;
}

export interface Question {
  readonly analysis: FileAnalysis;
  isDischarge(call: CallExpr): boolean;
  /** Whether the closure of a start knows the value: it may then complete it itself. */
  knows(start: AsyncStart): boolean;
  isStart(start: AsyncStart): boolean;
}

/** In a block and the blocks nested in it, closures left out. */
export function earlyCompletions(block: Block, question: Question): readonly EarlyCompletion[] {
  const nested = block.statements.flatMap((stmt) =>
    stmt.kind === 'defer' ? [] : stmtBlocks(stmt).flatMap((inner) => earlyCompletions(inner, question)),
  );
  return [...inOrder(block.statements, question), ...nested];
}

function inOrder(statements: readonly Stmt[], question: Question): EarlyCompletion[] {
  const found: EarlyCompletion[] = [];
  let start: AsyncStart | undefined;
  let deferred: { readonly stmt: Stmt; readonly discharge: CallExpr } | undefined;
  for (const stmt of statements) {
    if (waits(stmt)) return [];
    const started = asyncStart(stmt, question.analysis);
    if (started !== undefined && question.isStart(started) && !question.knows(started)) start ??= started;
    if (stmt.kind === 'defer') deferred ??= dischargeIn(stmt.body, stmt, question);
    const value = plainExpr(stmt);
    if (value?.kind === 'call' && question.isDischarge(value) && start !== undefined)
      found.push({ start, discharge: value, stmt });
  }
  if (deferred !== undefined && start !== undefined) found.push({ start, ...deferred });
  return found;
}

function dischargeIn(
  body: Block,
  stmt: Stmt,
  question: Question,
): { readonly stmt: Stmt; readonly discharge: CallExpr } | undefined {
  for (const inner of body.statements) {
    const value = plainExpr(inner);
    if (value?.kind === 'call' && question.isDischarge(value)) return { stmt, discharge: value };
  }
  return undefined;
}
