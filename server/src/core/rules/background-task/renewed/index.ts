/** background-task-renewed-on-expiration: there is no time left for another task. */
import { outcomeOf } from '../../../program/outcome';
import type { BeginSite } from '../../../program/task-sites';
import type { Rule } from '../../context';
import { beganHere, checkMembers, mentionsTasks, type TaskContext } from '../context';
import { meta } from './meta';

const message =
  'Expiration handler begins another background task: the time of the whole app is up, and iOS finds the new task open';

export const renewedRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsTasks(code)) return;
    checkMembers(code, meta.id, (context) => {
      for (const site of context.sites) checkSite(context, site);
    });
  },
};

function checkSite({ code, analysis }: TaskContext, site: BeginSite): void {
  const handler = analysis.calls.handler(site.call);
  const effects = handler === undefined ? undefined : analysis.effects.ofClosure(handler);
  if (effects === undefined) return;
  const { begins } = outcomeOf(effects, code.index, code.unit.uri, site.scope?.type?.name);
  // A method further away may well begin a task only when it is called by somebody else.
  const again = begins.find(
    ({ at, depth }) =>
      depth === 0 ||
      (depth === 1 && at.uri === code.unit.uri && at.range.start === site.call.nameRange.start),
  );
  if (again === undefined) return;
  code.report({ uri: code.unit.uri, range: again.entry, message, related: [beganHere(code, site)] });
}
