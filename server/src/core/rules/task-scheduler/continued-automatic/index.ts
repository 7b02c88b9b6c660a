/** continued-task-not-user-initiated: continued tasks follow from what a person did. */
import {
  automaticMethods,
  continuedRequest,
  schedulingSymbols,
  timerCalls,
} from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import { entersBackground } from '../../../program/background-phase';
import { closureRun } from '../../../program/closure-timing';
import type { CallExpr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { registrations } from '../../../program/scheduler-calls';
import type { FunctionScope } from '../../../program/scopes';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { meta } from './meta';

const message =
  'Continued task is requested without anybody having asked for it: iOS refuses the request or cancels the task';

export const continuedAutomaticRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, schedulingSymbols)) return;
    const { analysis } = taskContext(code);
    for (const call of analysis.callsMentioning(analysis.spellings([continuedRequest]))) {
      if (call.constructs !== continuedRequest || !isAutomatic(call, analysis)) continue;
      code.report({ uri: code.unit.uri, range: call.nameRange, message });
    }
  },
};

/** Whether the code around certainly runs by itself. A closure of unknown use may be the action of a button. */
function isAutomatic(call: CallExpr, analysis: FileAnalysis): boolean {
  for (const scope of parentsOf(analysis.resolver).scopesAround(call)) {
    if (scope.fn !== undefined && entersBackground(call, scope.fn, analysis)) return true;
    if (scope.closure === undefined) return scope.fn !== undefined && automaticMethods.has(scope.fn.fullName);
    const kind = closureKind(scope, analysis);
    if (kind !== 'passing') return kind === 'automatic';
  }
  return false;
}

function closureKind(
  { closure }: FunctionScope,
  analysis: FileAnalysis,
): 'automatic' | 'passing' | 'unknown' {
  const run = closure && closureRun(closure, analysis);
  if (closure === undefined || run === undefined) return 'unknown';
  const { call } = run;
  if (timerCalls.has(call.selector ?? call.constructs ?? call.name)) return 'automatic';
  if (registrations(analysis).some((each) => each.call === call)) return 'automatic';
  return run.timing === undefined ? 'unknown' : 'passing';
}
