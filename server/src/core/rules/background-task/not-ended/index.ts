/** background-task-not-ended: every background task has to be ended, on every path. */
import type { DutyExit } from '../../../program/duties/types';
import { openExits } from '../../../program/open-paths';
import type { Declaration } from '../../../program/scopes';
import type { BeginSite } from '../../../program/task-sites';
import { type TokenUse, usesOfLocal } from '../../../program/token-uses';
import { contains } from '../../../text';
import type { Rule } from '../../context';
import { fallsOff, placeOf } from '../../duties/places';
import type { Fix } from '../../types';
import { beganHere, beganThere, checkTasks, firstLine, mentionsTasks, type TaskContext } from '../context';
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
    checkTasks(code, meta.id, (context) => {
      const reported = new Set<number>();
      for (const site of context.tasks) checkSite(context, site, reported);
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
  const { code } = context;
  const fix = handlerFix(context, site, entry);
  code.report({
    entry,
    uri: code.unit.uri,
    range: site.call.nameRange,
    message: messages[entry],
    related: beganThere(site),
    fixes: fix === undefined ? [] : [fix],
  });
}

/** A handler that other callers share is not theirs to change. */
function handlerFix(context: TaskContext, site: BeginSite, entry: NeverEnded): Fix | undefined {
  if (site.wrapped !== undefined) return undefined;
  if (entry === 'result-discarded') return storeResultFix(context, site);
  const handler = context.analysis.calls.handler(site.call);
  return handler === undefined ? undefined : endInHandlerFix(context, site, handler);
}

/** The end of the function is no exit anybody wrote; an end under a condition is usually meant. */
function isWritten(exit: DutyExit): boolean {
  if (!fallsOff(exit)) return true;
  return exit.arm?.part === 'catch' || exit.arm?.part === 'else' || exit.arm?.part === 'case';
}

/** Whether closures that a function is given mention the task that it answers: when they run, it alone knows. */
function isKnownToCallee({ call }: BeginSite, token: Declaration, uses: readonly TokenUse[]): boolean {
  return usesOfLocal(uses, token).some(({ expr }) => contains(call.range, expr.range));
}

function reportOpenExits(
  context: TaskContext,
  site: BeginSite,
  token: Declaration,
  reported: Set<number>,
): void {
  const { unit } = context.code;
  const uses = context.usesAround(site.call.range.start);
  if (site.wrapped !== undefined && isKnownToCallee(site, token, uses)) return;
  for (const exit of openExits(site, token, context.analysis)) {
    const place = placeOf(exit, unit.text);
    if (!isWritten(exit) || reported.has(place.start)) continue;
    reported.add(place.start);
    context.code.report({
      entry: 'on-some-path',
      uri: unit.uri,
      range: firstLine(unit.text, place),
      message: messages['on-some-path'],
      related: [beganHere(context.code, site), ...beganThere(site)],
      fixes: exitFixes(context, site, token, exit, uses),
    });
  }
}
