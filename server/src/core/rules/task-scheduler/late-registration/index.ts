/** launch-handler-registered-late: handlers have to be there when the app has launched. */
import { continuedRequest, continuedTask, schedulingSymbols } from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import { lateReason } from '../../../program/late-reason';
import { type Registration, registrations } from '../../../program/scheduler-calls';
import { takesAs, taskReach } from '../../../program/task-reach';
import { allTypes } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { registerNowFix } from './fix';
import { meta } from './meta';

const message =
  'Launch handler is registered after the app has launched: iOS crashes the app, or finds no handler when it launches it for the task';

export const lateRegistrationRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, schedulingSymbols)) return;
    const { analysis } = taskContext(code);
    for (const registration of registrations(analysis)) {
      const reason = lateReason(registration.call, analysis);
      if (reason === undefined || mayBeContinued(registration, analysis)) continue;
      const fix = registerNowFix(registration.call, reason, code, analysis);
      code.report({
        uri: code.unit.uri,
        range: registration.call.nameRange,
        message,
        related: [{ uri: code.unit.uri, range: reason.range, message: reason.text }],
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
};

/** Handlers of continued tasks may come late. */
function mayBeContinued({ handler }: Registration, analysis: FileAnalysis): boolean {
  const { functions, isComplete } = taskReach(handler, analysis);
  return (
    takesAs(functions, continuedTask) ||
    (!isComplete && namesContinuedTask(analysis)) ||
    namesRequest(analysis)
  );
}

/** Whether the file speaks of continued tasks at all. */
function namesContinuedTask({ program }: FileAnalysis): boolean {
  const methods = allTypes(program).flatMap((type) => type.methods);
  return takesAs([...methods, ...program.functions], continuedTask);
}

function namesRequest(analysis: FileAnalysis): boolean {
  return analysis
    .callsMentioning(analysis.spellings([continuedRequest]))
    .some(({ constructs }) => constructs === continuedRequest);
}
