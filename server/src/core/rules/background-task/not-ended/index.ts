/** background-task-not-ended: every background task has to be ended, on every path. */
import type { DutyExit } from '../../../program/duties/types';
import { openExits } from '../../../program/open-paths';
import type { Declaration } from '../../../program/scopes';
import type { BeginSite } from '../../../program/task-sites';
import type { Rule } from '../../context';
import { fallsOff, placeOf } from '../../duties/places';
import { beganHere, checkMembers, firstLine, mentionsTasks, type TaskContext } from '../context';
import { endInHandlerFix } from '../fixes/end-in-handler';
import { exitFixes } from '../fixes/end-on-exit';
import { storeResultFix } from '../fixes/store-result';
import { isUnreadable, type NeverEnded, neverEnded } from '../never-ended';
import { meta } from './meta';

const messages = {
  never: 'Background task is begun but never ended: iOS kills the app when the time for it is up',
  'result-discarded':
    'Identifier of the background task is thrown away, so nothing can end the task: iOS kills the app when its time is up',
  'on-some-path':
    'Leaves the background task open on this path: it keeps running until its time is up, and iOS may kill the app',
};

export const notEndedRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsTasks(code)) return;
    checkMembers(code, meta.id, (context) => {
      const reported = new Set<number>();
      for (const site of context.sites) checkSite(context, site, reported);
    });
  },
};

function checkSite(context: TaskContext, site: BeginSite, reported: Set<number>): void {
  const entry = neverEnded(context, site);
  const { destination } = site;
  if (entry !== undefined) report(context, site, entry);
  else if (destination.kind === 'local' && !isUnreadable(context, site))
    reportOpenExits(context, site, destination.declaration, reported);
}

function report(context: TaskContext, site: BeginSite, entry: NeverEnded): void {
  const { code, analysis } = context;
  const handler = analysis.calls.handler(site.call);
  let fix = entry === 'never' && handler !== undefined ? endInHandlerFix(context, site, handler) : undefined;
  if (entry === 'result-discarded') fix = storeResultFix(context, site);
  code.report({
    entry,
    uri: code.unit.uri,
    range: site.call.nameRange,
    message: messages[entry],
    fixes: fix === undefined ? [] : [fix],
  });
}

/** The end of the function is no exit anybody wrote; an end under a condition is usually meant. */
function isWritten(exit: DutyExit): boolean {
  if (!fallsOff(exit)) return true;
  return exit.arm?.part === 'catch' || exit.arm?.part === 'else' || exit.arm?.part === 'case';
}

function reportOpenExits(
  context: TaskContext,
  site: BeginSite,
  token: Declaration,
  reported: Set<number>,
): void {
  const { unit } = context.code;
  const uses = context.usesAround(site.call.range.start);
  for (const exit of openExits(site, token, context.analysis)) {
    const place = placeOf(exit, unit.text);
    if (!isWritten(exit) || reported.has(place.start)) continue;
    reported.add(place.start);
    context.code.report({
      entry: 'on-some-path',
      uri: unit.uri,
      range: firstLine(unit.text, place),
      message: messages['on-some-path'],
      related: [beganHere(context.code, site)],
      fixes: exitFixes(context, site, token, exit, uses),
    });
  }
}
