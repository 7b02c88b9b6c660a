/** location-started-in-background: what has to begin while the app is in use. */
import { locationSessions } from '../../../catalog/location';
import type { FileAnalysis } from '../../../program/analysis';
import { isBackgroundCallback } from '../../../program/background-callback';
import { entersBackground } from '../../../program/background-phase';
import { conditionsOf } from '../../../program/condition-regions';
import type { CallExpr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { isOnlyTested, mayBeCompiled } from '../../target-uses';
import { meta } from './meta';

const messages = {
  session:
    'A location session is first created when the app is in the background already: it never becomes active',
  'standard-updates':
    'Location updates first start when the app is in the background already: with When In Use authorization nothing arrives',
};

const updates = 'startUpdatingLocation';

export const startedInBackgroundRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [...locationSessions, updates]) || isOnlyTested(code.targets)) return;
    const { analysis } = taskContext(code);
    const conditions = conditionsOf(code.unit.program);
    for (const call of analysis.callsMentioning([...analysis.spellings(locationSessions), updates])) {
      const entry = entryOf(call, code);
      if (entry === undefined || !isInBackground(call, analysis)) continue;
      if (!mayBeCompiled(conditions(call.range.start), code.targets)) continue;
      code.report({ entry, uri: code.unit.uri, range: call.nameRange, message: messages[entry] });
    }
  },
};

function entryOf(call: CallExpr, code: CodeContext): keyof typeof messages | undefined {
  if (locationSessions.includes(call.constructs ?? '')) return 'session';
  return startsUpdates(call, code) ? 'standard-updates' : undefined;
}

/** Where updates start elsewhere too, they may be on already. */
function startsUpdates({ name, nameRange }: CallExpr, { unit, index }: CodeContext): boolean {
  if (name !== updates || index.uses('always-authorization').length > 0) return false;
  const starts = index.uses('location-updates');
  return starts.length === 1 && starts[0]?.uri === unit.uri && starts[0].use.range.start === nameRange.start;
}

function isInBackground(call: CallExpr, analysis: FileAnalysis): boolean {
  return parentsOf(analysis.resolver)
    .scopesAround(call)
    .some(
      (scope) =>
        isBackgroundCallback(scope, analysis) ||
        (scope.fn !== undefined && entersBackground(call, scope.fn, analysis)),
    );
}
