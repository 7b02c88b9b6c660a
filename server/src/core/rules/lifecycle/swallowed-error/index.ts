/** swallowed-error: calls that tell what is wrong with the app only through their error. */
import { audioSessionType } from '../../../catalog/audio-session';
import { schedulerType } from '../../../catalog/task-scheduling';
import { handlerOf, tryAround } from '../../../program/attempts';
import type { CallExpr, CatchClause, TryExpr } from '../../../program/ir';
import { type Member, membersAt } from '../../../program/members';
import { parentsOf } from '../../../program/parents';
import { submissions } from '../../../program/scheduler-calls';
import { isNil } from '../../../program/task-calls';
import type { TextRange } from '../../../text';
import { sessionCallsOf } from '../../audio-session/session-calls';
import { type TaskContext, taskContext } from '../../background-task/context';
import { catchFix, unscheduled } from '../../background-task/fixes/catch-error';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { logInCatchFix, testResultFix } from './fixes';
import { meta } from './meta';

export const swallowedErrorRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [audioSessionType, schedulerType])) return;
    const context = taskContext(code);
    const reported = new Set<number>();
    const declaring = new Set<Member>();
    for (const throwing of [...sessionErrors(code), ...submitErrors(context)]) {
      const loss = lossOf(throwing, context);
      if (loss === undefined || reported.has(loss.range.start)) continue;
      reported.add(loss.range.start);
      code.report({
        entry: throwing.entry,
        uri: code.unit.uri,
        range: loss.range,
        message: `Error of ${throwing.name} is thrown away: ${throwing.consequence}`,
        fixes: loss.fix === undefined ? [] : [oncePreferred(loss.fix, loss.range, context, declaring)],
      });
    }
  },
};

/** Two fixes of Objective-C would both declare the error; the second one is for when the first is done. */
function oncePreferred(
  fix: Fix,
  { start }: TextRange,
  { analysis }: TaskContext,
  declaring: Set<Member>,
): Fix {
  const [member] = analysis.resolver.language === 'objc' ? membersAt(analysis.program, start) : [];
  if (member === undefined || !declaring.has(member)) {
    if (member !== undefined) declaring.add(member);
    return fix;
  }
  return { ...fix, isPreferred: false };
}

interface Throwing {
  readonly entry: 'audio-session' | 'task-submit';
  readonly call: CallExpr;
  readonly name: string;
  readonly consequence: string;
  /** What a log says before the error. */
  readonly log: string;
}

function sessionErrors(code: CodeContext): readonly Throwing[] {
  const sessions = sessionCallsOf(code);
  return sessions.all.flatMap((each): readonly Throwing[] => {
    const { method, call } = each;
    if (method !== 'setCategory' && !(method === 'setActive' && sessions.activation(each) === true))
      return [];
    const consequence =
      method === 'setCategory'
        ? 'when the session refuses it, the old category stays, and nobody learns why'
        : 'when the session does not become active, what needs it fails later without a reason';
    const log = 'Could not set up the audio session';
    return [{ entry: 'audio-session', call, name: method, consequence, log }];
  });
}

function submitErrors({ analysis }: TaskContext): readonly Throwing[] {
  const consequence =
    'it alone tells of a missing mode, an identifier that is not permitted, and Background App Refresh being turned off';
  return submissions(analysis).map((call) => {
    return { entry: 'task-submit', call, name: 'submit', consequence, log: unscheduled };
  });
}

interface Loss {
  readonly range: TextRange;
  readonly fix: Fix | undefined;
}

/** Where the error of a call gets lost; `undefined` when somebody looks at it, or may do so. */
function lossOf(throwing: Throwing, context: TaskContext): Loss | undefined {
  const { analysis } = context;
  if (analysis.resolver.language === 'objc') return nilPointer(throwing, context);
  const attempt = tryAround(throwing.call, analysis);
  if (attempt?.form === 'try?')
    return isUnused(attempt, context)
      ? { range: keyword(attempt), fix: catchFix(context, attempt, throwing.log) }
      : undefined;
  const [only, ...others] =
    attempt?.form === 'try' ? (handlerOf(throwing.call, analysis)?.catches ?? []) : [];
  if (only === undefined || others.length > 0 || !isEmpty(only, context)) return undefined;
  const { start } = only.range;
  return {
    range: { start, end: start + 'catch'.length },
    fix: logInCatchFix(only, throwing.log, context.code.unit),
  };
}

function keyword({ form, range: { start } }: TryExpr): TextRange {
  return { start, end: start + form.length };
}

/** A statement of its own, or put into `_`. */
function isUnused(attempt: TryExpr, { analysis: { resolver } }: TaskContext): boolean {
  const parents = parentsOf(resolver);
  const parent = parents.parent(attempt);
  if (parent?.kind === 'assign') return parent.target.kind === 'name' && parent.target.name === '_';
  const stmt = parents.stmt(attempt);
  if (parent !== undefined || stmt === undefined) return false;
  return stmt.kind === 'expr' || (stmt.kind === 'return' && stmt.implicit);
}

/** Whoever has written down why means it. */
function isEmpty({ body, catchesAll }: CatchClause, { code: { unit } }: TaskContext): boolean {
  const inside = unit.text.slice(body.range.start + 1, body.range.end - 1);
  return catchesAll && body.statements.length === 0 && inside.trim() === '';
}

/** `error:nil` in a message whose result nobody tests. */
function nilPointer({ call, log }: Throwing, { analysis, code }: TaskContext): Loss | undefined {
  const pointer = call.args.find(({ label }) => label === 'error');
  const stmt = parentsOf(analysis.resolver).stmt(call);
  if (pointer === undefined || !isNil(pointer.value) || stmt?.kind !== 'expr' || stmt.expr !== call)
    return undefined;
  const start = pointer.labelRange?.start ?? pointer.range.start;
  return {
    range: { start, end: pointer.value.range.end },
    fix: testResultFix(stmt, pointer, log, code.unit, analysis),
  };
}
