/** app-refresh-not-scheduled: a request is used up when its task runs. */
import { refreshModifier, refreshRequest, schedulerType } from '../../../catalog/task-scheduling';
import { possibleValues, sameText } from '../../../program/constants/values';
import { identifierKey, identifierText, type TaskIdentifierUse } from '../../../program/task-identifiers';
import type { Target } from '../../../project/types';
import type { CodeContext, Rule } from '../../context';
import { isOwnCodeKnown } from '../../known-code';
import { mentionsAny } from '../../mentions';
import { callOf, isOwn, meet, usesAround } from '../own-uses';
import { meta } from './meta';
import { Submitting } from './submitting';

export const refreshNotScheduledRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [schedulerType, refreshModifier.name])) return;
    if (!code.targets.every((target) => isOwnCodeKnown(target) && isForPhones(target))) return;
    const uses = usesAround(code);
    const requests = uses.filter(({ call }) => call.request === refreshRequest);
    const submitting = new Submitting(code);
    for (const use of uses) {
      if (!isOwn(use, code) || (use.call.api !== 'register' && use.call.api !== 'modifier')) continue;
      if (use.call.api === 'modifier' && isNeverSubmitted(use, requests, code)) reportNever(use, code);
      else if (isScheduled(use, requests, code)) checkHandler(use, submitting, code);
    }
  },
};

/** The system wakes a watch app by other calls. */
function isForPhones({ product, platforms }: Target): boolean {
  const isWatch = product === 'watch-app' || product === 'watch-extension';
  return !isWatch && (platforms === undefined || !platforms.includes('watchOS'));
}

/** Whether no request can be for the identifier of a modifier. */
function isNeverSubmitted(
  use: TaskIdentifierUse,
  requests: readonly TaskIdentifierUse[],
  { targets }: CodeContext,
): boolean {
  if (identifierKey(use) === undefined || !targets.some(({ product }) => product === 'app')) return false;
  const bundles = targets.flatMap(({ configurations }) =>
    configurations.map(({ bundleIdentifier }) => bundleIdentifier),
  );
  return requests.every(({ value }) => {
    if (value.kind === 'unknown' || (value.kind === 'one-of' && !value.isComplete)) return false;
    return possibleValues(value).every((one) =>
      [undefined, ...bundles].every((bundle) => sameText(one, use.value, bundle) !== true),
    );
  });
}

function reportNever({ value, call }: TaskIdentifierUse, code: CodeContext): void {
  code.report({
    entry: 'never-submitted',
    uri: code.unit.uri,
    range: call.range,
    message: `No ${refreshRequest} for '${identifierText(value)}' is ever submitted: iOS never runs this closure`,
  });
}

function isScheduled(
  use: TaskIdentifierUse,
  requests: readonly TaskIdentifierUse[],
  code: CodeContext,
): boolean {
  const key = identifierKey(use);
  return key !== undefined && requests.some((each) => identifierKey(each) === key && meet(each, use, code));
}

function checkHandler(use: TaskIdentifierUse, submitting: Submitting, code: CodeContext): void {
  const call = callOf(use, code);
  const handler = call?.args.at(-1)?.value;
  if (handler === undefined || submitting.by(handler) !== 'no') return;
  code.report({
    entry: 'not-rescheduled',
    uri: code.unit.uri,
    range: use.call.range,
    message: `Handler of '${identifierText(use.value)}' does not submit the next request: it runs once, until something else schedules it again`,
  });
}
