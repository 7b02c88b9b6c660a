/** continued-task-with-background-session: a transfer outside of the app tells the task little of its progress. */

import { sessionTaskMethods } from '../../../catalog/async-work';
import { continuedTask } from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import type { FunctionDecl } from '../../../program/ir';
import { registrations } from '../../../program/scheduler-calls';
import { takesAs, taskReach } from '../../../program/task-reach';
import { Sessions } from '../../../program/url-sessions';
import { walkFunction } from '../../../program/walk';
import type { TextRange } from '../../../text';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { meta } from './meta';

const message =
  'Continued task waits for a background session: the app hears little of its progress meanwhile, and iOS expires a task that does not move';

export const continuedBackgroundSessionRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [continuedTask])) return;
    const { analysis } = taskContext(code);
    const sessions = new Sessions(analysis);
    const found = new Map<number, TextRange>();
    for (const fn of handlers(analysis)) {
      const range = backgroundSession(fn, sessions);
      if (range !== undefined) found.set(range.start, range);
    }
    for (const range of found.values()) code.report({ uri: code.unit.uri, range, message });
  },
};

/** Functions that are given a continued task. */
function handlers(analysis: FileAnalysis): readonly FunctionDecl[] {
  const declared = analysis
    .membersMentioning([continuedTask])
    .flatMap((member) => analysis.resolver.scopes.of(member))
    .flatMap(({ fn }) => (fn?.params.some(({ type }) => type?.name === continuedTask) ? [fn] : []));
  const reached = registrations(analysis)
    .map(({ handler }) => taskReach(handler, analysis).functions)
    .filter((functions) => takesAs(functions, continuedTask));
  return [...new Set([...declared, ...reached.flat()])];
}

/** Where a function makes a background session, or starts a transfer in one. */
function backgroundSession(fn: FunctionDecl, sessions: Sessions): TextRange | undefined {
  let made: TextRange | undefined;
  let used: TextRange | undefined;
  walkFunction(fn, {
    expr: (expr) => {
      if (expr.kind !== 'call') return true;
      if (sessions.makesBackgroundConfiguration(expr)) made ??= expr.nameRange;
      const isTransfer = expr.receiver !== undefined && sessionTaskMethods.has(expr.name);
      if (isTransfer && expr.receiver !== undefined && sessions.isBackground(expr.receiver))
        used ??= expr.nameRange;
      return true;
    },
  });
  return made ?? used;
}
