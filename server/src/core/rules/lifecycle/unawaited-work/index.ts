/** unawaited-work-in-background-closure: the end of the closure is the end of the background time. */
import { expiringActivity } from '../../../catalog/background-time';
import { refreshModifier } from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import { type AsyncStart, asyncStart, waits } from '../../../program/duties/async-starts';
import { expiringActivities } from '../../../program/expiring-activities';
import type { Block, CallExpr, ClosureExpr, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { awaitFix } from './fix';
import { meta } from './meta';
import { startsSharedTransfer } from './shared-transfers';

export const unawaitedWorkRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (mentionsAny(code, [refreshModifier.name])) checkModifiers(code);
    if (mentionsAny(code, [expiringActivity.swiftName])) checkActivities(code);
  },
};

function checkModifiers(code: CodeContext): void {
  const { analysis } = taskContext(code);
  if (!analysis.program.imports.some(({ module }) => module === 'SwiftUI')) return;
  for (const call of analysis.callsMentioning([refreshModifier.name])) {
    const closure = modifierClosure(call);
    const left = closure?.function.body && leftAlone(closure.function.body, analysis);
    if (left === undefined) continue;
    const { stmt, start } = left;
    const fix = awaitFix(stmt, start, code.unit);
    code.report({
      entry: 'swiftui-background-task',
      uri: code.unit.uri,
      range: { start: start.call.range.start, end: start.call.nameRange.end },
      message: 'Nothing waits for this work: iOS suspends the app as soon as the closure has returned',
      related: [
        {
          uri: code.unit.uri,
          range: call.nameRange,
          message: 'The background time lasts as long as this closure',
        },
      ],
      fixes: fix === undefined ? [] : [fix],
    });
  }
}

/** The action of `.backgroundTask(.appRefresh("…")) { … }`. */
function modifierClosure({ name, receiver, args }: CallExpr): ClosureExpr | undefined {
  if (name !== refreshModifier.name || receiver === undefined || args.length !== 2) return undefined;
  const kind = args[0] && unwrap(args[0].value);
  const isKind =
    (kind?.kind === 'call' && kind.isImplicitMember) || (kind?.kind === 'member' && kind.base === undefined);
  const action = args[1] && unwrap(args[1].value);
  return isKind && action?.kind === 'closure' ? action : undefined;
}

interface LeftAlone {
  readonly stmt: Stmt;
  readonly start: AsyncStart;
}

/** The last start of work with nothing behind it that may wait. */
function leftAlone({ statements }: Block, analysis: FileAnalysis): LeftAlone | undefined {
  for (const stmt of statements.toReversed()) {
    const start = isKept(stmt) ? undefined : asyncStart(stmt, analysis);
    if (start !== undefined && start.kind !== 'report') return { stmt, start };
    if (waits(stmt) || hidesWork(stmt)) return undefined;
  }
  return undefined;
}

/** Others get at work that is put into a property. */
function isKept(stmt: Stmt): boolean {
  return stmt.kind === 'expr' && unwrap(stmt.expr).kind === 'assign';
}

function hidesWork({ kind }: Stmt): boolean {
  return kind === 'unknown' || kind === 'conditional';
}

function checkActivities(code: CodeContext): void {
  const { analysis } = taskContext(code);
  for (const { call, block } of expiringActivities(analysis)) {
    if (!onlyStarts(block, analysis)) continue;
    code.report({
      entry: 'expiring-activity',
      uri: code.unit.uri,
      range: call.nameRange,
      message:
        'Block only starts work and returns: the background time ends with it, and iOS suspends the app in the middle of the work',
    });
  }
}

/** Whether the last thing that a block does is to start work, and nothing in it can wait. */
function onlyStarts({ function: { body } }: ClosureExpr, analysis: FileAnalysis): boolean {
  if (body === undefined || body.statements.some(waits)) return false;
  const ends = lastStatements(body);
  return ends.length > 0 && ends.every((stmt) => startsWork(stmt, analysis));
}

function startsWork(stmt: Stmt, analysis: FileAnalysis): boolean {
  const start = isKept(stmt) ? undefined : asyncStart(stmt, analysis);
  return start === undefined ? startsSharedTransfer(stmt, analysis) : start.kind !== 'report';
}

/** What a block ends with where it does anything; ways out that do nothing else do not count. */
function lastStatements({ statements }: Block): readonly Stmt[] {
  const last = statements.findLast(({ kind }) => kind !== 'return' && kind !== 'guard');
  if (last?.kind !== 'if') return last === undefined ? [] : [last];
  const branches = [last.then, ...(last.otherwise === undefined ? [] : [last.otherwise])];
  return branches.flatMap(lastStatements);
}
