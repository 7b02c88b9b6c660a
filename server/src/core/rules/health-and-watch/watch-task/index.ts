/** watch-task-not-completed: every background task that a watch app is given has to be completed. */
import { snapshotTask, watchTask, watchTasksMethod, watchTaskType } from '../../../catalog/duties';
import { methodSites, takesWatchTasks, watchTaskLoops } from '../../../program/duties/sites';
import type { SourceLanguage } from '../../../program/ir';
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
  code: (name, { token }, { resolver }) => completion(name, token.kind === 'param', resolver.language),
  codeIn: ({ stmt, block }) => {
    const clause = stmt.kind === 'switch' ? stmt.cases.find(({ body }) => body === block) : undefined;
    const [only, ...others] = clause?.patterns ?? [];
    const [name] = only?.names ?? [];
    return others.length === 0 && name !== undefined && only?.pattern.cast?.name === snapshotTask.type
      ? `${name}.${snapshotTask.completion}`
      : undefined;
  },
};

/** Completes a task, or all those of a set. */
function completion(name: string, isSet: boolean, language: SourceLanguage): string {
  const task = isSet ? 'task' : name;
  if (language === 'swift') {
    const each = `${task}.setTaskCompletedWithSnapshot(false)`;
    return isSet ? `for task in ${name} { ${each} }` : each;
  }
  const each = `[${task} setTaskCompletedWithSnapshot:NO];`;
  return isSet ? `for (${watchTaskType} *task in ${name}) { ${each} }` : each;
}

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
