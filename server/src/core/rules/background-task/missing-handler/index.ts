/** missing-expiration-handler: somebody has to end the task when its time is up. */

import type { BeginSite } from '../../../program/task-sites';
import type { Rule } from '../../context';
import { checkMembers, mentionsTasks, type TaskContext } from '../context';
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
    checkMembers(code, meta.id, (context) => {
      for (const site of context.sites) checkSite(context, site);
    });
  },
};

function checkSite(context: TaskContext, site: BeginSite): void {
  if (context.analysis.calls.handler(site.call) !== undefined) return;
  const fix = addHandlerFix(context, site);
  context.code.report({
    entry: 'background-task',
    uri: context.code.unit.uri,
    range: site.call.nameRange,
    message,
    fixes: fix === undefined ? [] : [fix],
  });
}
