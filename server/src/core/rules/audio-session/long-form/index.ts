/** long-form-policy-incomplete: a long-form policy is half of the set-up. */
import { longFormPlist, longFormWatchPolicy } from '../../../catalog/audio-compatibility';
import { audioSessionType } from '../../../catalog/audio-session';
import { conditionsOf } from '../../../program/condition-regions';
import { evaluateConditions } from '../../../program/conditions';
import { evaluate } from '../../../program/constants/evaluate';
import type { Platform } from '../../../project/types';
import type { CodeContext, Rule, TargetContext } from '../../context';
import { mentionsAny } from '../../mentions';
import { targetFix } from '../../plist-and-project/target-fix';
import { isCompiled, platformsOf } from '../../plist-and-project/target-platforms';
import { type SessionCall, sessionCallsOf } from '../session-calls';
import { meta } from './meta';

const messages = {
  'watch-activation':
    'setActive lets nobody choose where long-form audio plays: on watchOS only activate(options:completionHandler:) asks for a route',
  'initial-route-policy': `'${longFormPlist.policy}' without ${longFormPlist.key} in the Info.plist: until the first setCategory the system routes as for any other app`,
} as const;

export const longFormRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, infoPlist } = context;
    const isPhone = platformsOf(target, infoPlist)?.includes('iOS') === true;
    if (target.product !== 'app' || !isPhone || !infoPlist.isResolved) return;
    const { key } = longFormPlist;
    if (infoPlist.value(key) !== undefined || infoPlist.generated(key) !== undefined) return;
    reportPolicy(context);
  },
  checkFile(code) {
    if (mentionsAny(code, [audioSessionType, 'setActive'])) checkActivation(code);
  },
};

/** The first place that sets the policy for video. */
function reportPolicy(context: TargetContext): void {
  const { constants } = context;
  const { key, value, policy } = longFormPlist;
  for (const [uri, file] of constants.files) {
    for (const use of file.uses) {
      if (use.role !== 'audio-setting' || !isCompiled(use.when ?? [], 'iOS', context.target)) continue;
      const worth = evaluate(use.value, { uri, owner: use.owner }, constants);
      if (worth.kind !== 'member' || worth.name !== policy) continue;
      const entry = 'initial-route-policy';
      const change = { kind: 'add-entry', key, value } as const;
      context.report({
        entry,
        uri,
        range: use.range,
        message: messages[entry],
        fixes: targetFix(context, 'info', change, `Add ${key}`, true),
      });
      return;
    }
  }
}

/** Activations of a file whose session has the policy, in code for watchOS alone. */
function checkActivation(code: CodeContext): void {
  const calls = sessionCallsOf(code);
  const isLongForm = ({ policy }: SessionCall): boolean => calls.nameOf(policy) === longFormWatchPolicy;
  const isOnWatch = watchTest(code);
  const setters = calls.all.filter((session) => session.policy !== undefined && isLongForm(session));
  if (!setters.some(({ call }) => isOnWatch(call.range.start))) return;
  for (const session of calls.all) {
    const { call, method } = session;
    if (method !== 'setActive' || calls.activation(session) !== true || !isOnWatch(call.range.start))
      continue;
    const entry = 'watch-activation';
    code.report({ entry, uri: code.unit.uri, range: call.nameRange, message: messages[entry] });
  }
}

const otherPlatforms: readonly Platform[] = ['iOS', 'macCatalyst', 'macOS', 'tvOS', 'visionOS'];

/** Whether code at an offset is certainly compiled for watchOS and for nothing else. */
function watchTest({ unit, targets }: CodeContext): (offset: number) => boolean {
  const conditions = conditionsOf(unit.program);
  const isWatchOnly = targets.length > 0 && targets.every(({ platforms }) => platforms?.join() === 'watchOS');
  return (offset) => {
    const when = conditions(offset);
    if (evaluateConditions(when, { platform: 'watchOS' }) === false) return false;
    return (
      isWatchOnly || otherPlatforms.every((platform) => evaluateConditions(when, { platform }) === false)
    );
  };
}
