/** continued-task-without-progress: a task that does not move looks stuck. */
import { continuedTask, progressMembers, schedulingSymbols } from '../../../catalog/task-scheduling';
import { registrations } from '../../../program/scheduler-calls';
import { mentions, takesAs, taskReach } from '../../../program/task-reach';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { meta } from './meta';

const message =
  'Continued task never reports progress: it looks stuck, and iOS expires it or offers to cancel it';

export const continuedProgressRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, schedulingSymbols)) return;
    const { analysis } = taskContext(code);
    for (const { call, handler } of registrations(analysis)) {
      const { functions, isComplete } = taskReach(handler, analysis);
      if (!isComplete || !takesAs(functions, continuedTask) || mentions(functions, progressMembers)) continue;
      code.report({ uri: code.unit.uri, range: call.nameRange, message });
    }
  },
};
