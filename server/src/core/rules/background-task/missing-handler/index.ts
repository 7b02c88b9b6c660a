/** missing-expiration-handler: somebody has to end the task when its time is up. */
import type { Rule } from '../../context';
import { mentionsTasks, taskContext } from '../context';
import { addHandlerFix } from '../fixes/add-handler';
import { checkLaunchHandlers } from './launch-handler';
import { meta } from './meta';

const message =
  'Background task has no expiration handler: when its time is up nobody ends it, and iOS kills the app';

export const missingHandlerRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    checkLaunchHandlers(code);
    if (!mentionsTasks(code)) return;
    const context = taskContext(code);
    for (const site of context.sites) {
      if (context.analysis.calls.handler(site.call) !== undefined) continue;
      const fix = addHandlerFix(context, site);
      code.report({
        entry: 'background-task',
        uri: code.unit.uri,
        range: site.call.nameRange,
        message,
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
};
