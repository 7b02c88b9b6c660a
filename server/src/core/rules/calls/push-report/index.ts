/** voip-push-not-reported: a VoIP push has to become a call on every path. */
import type { FileAnalysis } from '../../../program/analysis';
import type { Arm } from '../../../program/cfg';
import type { DelegateImplementation } from '../../../program/delegates';
import type { Block, Expr, Stmt } from '../../../program/ir';
import { clauseExpr, walkBlock } from '../../../program/walk';
import { contains, type TextRange } from '../../../text';
import { firstLine, taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import type { Fix } from '../../types';
import { Reports, voipPushHandlers } from '../voip-pushes';
import { mentions } from './assumptions';
import { removeBranchFix, reportFix } from './fix';
import { followPush, type OpenExit } from './flow';
import { meta } from './meta';

const messages = {
  never: 'The VoIP push never becomes a call: iOS kills the app, and after repeats delivers no more pushes',
  'on-some-path':
    'Leaves the VoIP push without reporting a call: iOS kills the app, and after repeats delivers no more pushes',
  'foreground-skip':
    'The VoIP push is ignored while the app is in the foreground: iOS kills the app there just as well',
};

const stateNames: ReadonlySet<string> = new Set(['applicationState']);

export const pushReportRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const { analysis } = taskContext(code);
    for (const handler of voipPushHandlers(code)) {
      const reports = new Reports(code, handler);
      const flow = followPush(handler, reports, analysis);
      if (flow === undefined || flow.open.length === 0) continue;
      if (flow.isNever) reportNever(code, handler);
      else for (const exit of distinct(flow.open)) reportExit(code, handler, exit);
    }
  },
};

function reportNever(code: CodeContext, { fn }: DelegateImplementation): void {
  const { uri } = code.unit;
  const range = fn.params[1]?.labelRange ?? fn.nameRange;
  code.report({ entry: 'never', uri, range, message: messages.never });
}

/** Each place once. */
function distinct(exits: readonly OpenExit[]): readonly OpenExit[] {
  return [
    ...new Map(exits.map((each) => [`${each.exit.range.start} ${each.arm?.range.start}`, each])).values(),
  ];
}

function reportExit(code: CodeContext, handler: DelegateImplementation, { exit, arm }: OpenExit): void {
  const { analysis } = taskContext(code);
  const { uri, text } = code.unit;
  const range = exit.kind === 'end' ? arm && placeOf(arm, text) : exit.range;
  if (range === undefined) return;
  const branch = stateBranch(handler.body, exit.kind === 'end' ? arm?.stmt : undefined, range, analysis);
  const entry = branch === undefined ? 'on-some-path' : 'foreground-skip';
  const fix: Fix | undefined =
    branch === undefined ? reportFix(code, handler, exit) : removeBranchFix(code, handler, branch);
  code.report({
    entry,
    uri,
    range: firstLine(text, range),
    message: messages[entry],
    related: [
      {
        uri,
        range: handler.fn.params[1]?.labelRange ?? handler.fn.nameRange,
        message: 'The push arrives here',
      },
    ],
    fixes: fix === undefined ? [] : [fix],
  });
}

/** The branch that leads past the report. */
function placeOf({ part, range, stmt }: Arm, text: string): TextRange {
  if (part === 'case' || part === 'catch') return range;
  const keyword = part === 'else' ? text.lastIndexOf('else', range.start) : -1;
  return keyword > stmt.range.start ? { start: keyword, end: range.end } : stmt.range;
}

type Branch = Extract<Stmt, { kind: 'if' | 'guard' }>;

/** The test of the application's state that leads to a place. */
function stateBranch(
  body: Block,
  skipped: Stmt | undefined,
  place: TextRange,
  analysis: FileAnalysis,
): Branch | undefined {
  let found: Branch | undefined;
  walkBlock(body, {
    stmt: (stmt) => {
      if (stmt.kind !== 'if' && stmt.kind !== 'guard') return;
      const isAround = stmt === skipped || (stmt.range.start < place.start && contains(stmt.range, place));
      const tests: readonly (Expr | undefined)[] = stmt.clauses.map(clauseExpr);
      if (isAround && tests.some((test) => test !== undefined && mentions(test, stateNames, analysis)))
        found = stmt;
    },
    enterFunction: () => false,
  });
  return found;
}
