/** background-session-without-relaunch-hook: whoever is launched for a session has to take its events. */
import type { PlacedUse } from '../../../program/code-index';
import { evaluate } from '../../../program/constants/evaluate';
import { isCertain } from '../../../program/constants/values';
import { allTypes } from '../../../program/walk';
import { knowsAppDelegate } from '../../app-delegate';
import type { CodeContext, Report, Rule, TargetContext } from '../../context';
import { compiledUses, usesAny } from '../../target-uses';
import { meta } from './meta';

const configurations = ['background-session-configuration'];

/** Either takes the events, or says that the app does not want to be launched for them. */
const hooks = ['session-events-hook', 'swiftui-session-events', 'session-launch-events'];

export const relaunchHookRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target } = context;
    if (target.product !== 'app' || !knowsAppDelegate(context) || usesAny(context, hooks)) return;
    const made = compiledUses(context, configurations, ['iOS']);
    reportFirst(
      made.filter((use) => target.sources.includes(use.uri) || isConstant(use, context)),
      context.report,
    );
  },
  checkFile(code) {
    const { index, targets } = code;
    if (targets.length > 0 || index.files.size > 1 || !isWholeApp(code)) return;
    if (hooks.some((row) => index.uses(row).length > 0)) return;
    reportFirst(
      configurations.flatMap((row) => index.uses(row)),
      code.report,
    );
  },
};

/** A library that takes any identifier makes background sessions for those who ask for them, if anybody does. */
function isConstant({ uri, use }: PlacedUse, { constants }: TargetContext): boolean {
  const sessions = constants.files.get(uri)?.uses.filter(({ role }) => role === 'session-identifier') ?? [];
  const own = sessions.find(({ range }) => range.start > use.range.end);
  return own !== undefined && isCertain(evaluate(own.value, { uri, owner: own.owner }, constants));
}

/** What one file holds is an app when its delegate is there; anything else may be a part of a library. */
function isWholeApp({ unit }: CodeContext): boolean {
  return allTypes(unit.program).some(({ inherits }) => inherits.includes('UIApplicationDelegate'));
}

function reportFirst([first]: readonly PlacedUse[], report: Report): void {
  if (first === undefined) return;
  report({
    uri: first.uri,
    range: first.use.range,
    message:
      'Background session, but the app has no handleEventsForBackgroundURLSession: when iOS launches it for finished transfers, their results wait until somebody opens the app',
  });
}
