/** audio-session-activated-at-launch: an app that plays nothing yet stops what others play. */
import {
  audioCategory,
  audioSessionSymbols,
  interruptingCategories,
  mixingOptions,
  sceneConnections,
} from '../../../catalog/audio-session';
import { audioStarts } from '../../../catalog/calls';
import { launchMethods } from '../../../catalog/task-scheduling';
import { parentsOf } from '../../../program/parents';
import type { FunctionScope } from '../../../program/scopes';
import { removeStatementFix } from '../../calls/fixes/remove-statement';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { categorySetBefore } from '../category-before';
import { type SessionCall, type SessionCalls, sessionCallsOf } from '../session-calls';
import { meta } from './meta';

const message =
  'Audio session is activated at launch: music of other apps stops, though nothing is played yet';

export const atLaunchRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, audioSessionSymbols)) return;
    const calls = sessionCallsOf(code);
    for (const [scope, sessions] of calls.byFunction) {
      if (!isLaunch(scope)) continue;
      const found = sessions.find(
        (session) => stopsOthers(calls, session) && !startsAfter(calls, scope, session),
      );
      if (found !== undefined) report(code, scope, found);
    }
  },
};

function isLaunch({ fn, type }: FunctionScope): boolean {
  if (fn === undefined) return false;
  const isMethod = launchMethods.has(fn.fullName) || sceneConnections.has(fn.fullName);
  return isMethod || (fn.kind === 'init' && type?.inherits.includes('App') === true);
}

/** Whether a call activates a session that certainly does not mix. */
function stopsOthers(calls: SessionCalls, session: SessionCall): boolean {
  if (calls.activation(session) !== true) return false;
  const setter = categorySetBefore(calls, session.call);
  const category = audioCategory(calls.nameOf(setter?.subject));
  const options = setter && calls.optionsOf(setter.options);
  return (
    category !== undefined &&
    interruptingCategories.has(category) &&
    options?.isComplete === true &&
    !options.names.some((name) => mixingOptions.has(name))
  );
}

const startNames: ReadonlySet<string> = new Set(audioStarts.flatMap(({ names }) => names));

/** Whether the same function goes on to play or record: then the activation is in time. */
function startsAfter({ analysis }: SessionCalls, scope: FunctionScope, { call }: SessionCall): boolean {
  const { resolver } = analysis;
  return parentsOf(resolver)
    .callsBeside(call)
    .some(
      (other) =>
        startNames.has(other.name) &&
        other.range.start > call.range.end &&
        resolver.scopes.scopeOf(other) === scope,
    );
}

function report({ unit, report: add }: CodeContext, { fn }: FunctionScope, { call }: SessionCall): void {
  const fix = fn?.body && removeStatementFix(unit, fn.body, call, 'Remove the activation');
  add({
    uri: unit.uri,
    range: call.nameRange,
    message,
    // Where the activation belongs instead only its author knows.
    fixes: fix === undefined ? [] : [{ ...fix, isPreferred: false }],
  });
}
