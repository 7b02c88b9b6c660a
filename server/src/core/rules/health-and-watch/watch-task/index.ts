/** watch-task-not-completed: every background task that a watch app is given has to be completed. */
import { snapshotTask, watchTask, watchTasksMethod } from '../../../catalog/duties';
import { methodSites, takesWatchTasks, watchTaskLoops } from '../../../program/duties/sites';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { checkDuty, type Duty } from '../../duties/check';
import { checkLeftLoop } from './left-loop';
import { meta } from './meta';

const duty: Duty = {
  ...watchTask,
  name: 'task',
  entries: { never: undefined, onSomePath: undefined },
  reportsNever: true,
  reportsPaths: true,
  texts: {
    never: 'Background tasks are never completed: watchOS uses up their time and may kill the app',
    onSomePath: 'Leaves this background task open: watchOS uses up its time and may kill the app',
    arrival: 'The background tasks arrive here',
    fixTitle: 'Complete the task here',
  },
  code: (name, _site, { resolver }) =>
    resolver.language === 'objc'
      ? `[${name} setTaskCompletedWithSnapshot:NO];`
      : `${name}.setTaskCompletedWithSnapshot(false)`,
  codeIn: ({ stmt, block }) => {
    const clause = stmt.kind === 'switch' ? stmt.cases.find(({ body }) => body === block) : undefined;
    const [only, ...others] = clause?.patterns ?? [];
    const [name] = only?.names ?? [];
    return others.length === 0 && name !== undefined && only?.pattern.cast?.name === snapshotTask.type
      ? `${name}.${snapshotTask.completion}`
      : undefined;
  },
};

export const watchTaskRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const { analysis } = taskContext(code);
    for (const site of methodSites(analysis, code.index, watchTasksMethod)) {
      const { fn } = site.token;
      if (!takesWatchTasks(fn, analysis)) continue;
      const { loops, mentions } = watchTaskLoops(analysis, fn, watchTasksMethod.param);
      // Without a loop the tasks are somebody else's, unless nobody looks at them.
      if (mentions === 0) checkDuty(code, { ...site, at: fn.nameRange }, duty);
      for (const loop of loops) {
        const each = { ...site, token: { kind: 'element', fn, loop }, at: fn.nameRange } as const;
        checkDuty(code, each, duty);
        if (mentions === 1) checkLeftLoop(code, each, duty);
      }
    }
  },
};
