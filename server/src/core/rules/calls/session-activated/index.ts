/** audio-session-activated-by-app: CallKit and Push to Talk activate the session themselves. */
import { callSessionMethods, type DelegateMethod, talkSessionMethods } from '../../../catalog/calls';
import type { ClosureTiming } from '../../../catalog/closures';
import type { FileAnalysis } from '../../../program/analysis';
import { type DelegateImplementation, implementations } from '../../../program/delegates';
import { directCalls } from '../../../program/direct-calls';
import type { CallExpr } from '../../../program/ir';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { insideHelper, isCertain } from '../audio-state';
import { removeStatementFix } from '../fixes/remove-statement';
import { meta } from './meta';

const messages = {
  callkit:
    'The app activates the audio session of a call itself: this races with CallKit, and the call may stay silent',
  'push-to-talk':
    'The app activates the audio session itself: this races with Push to Talk, and the session may lack its priority',
};

const timings: ReadonlySet<ClosureTiming> = new Set(['sync', 'async']);

export const sessionActivatedRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    for (const method of callSessionMethods) checkMethod(code, method, 'callkit');
    for (const method of talkSessionMethods) checkMethod(code, method, 'push-to-talk');
  },
};

function checkMethod(code: CodeContext, method: DelegateMethod, entry: keyof typeof messages): void {
  const { analysis } = taskContext(code);
  for (const found of implementations(analysis, code.index, method)) checkBody(code, found, entry);
}

function checkBody(code: CodeContext, { body }: DelegateImplementation, entry: keyof typeof messages): void {
  const { analysis } = taskContext(code);
  for (const direct of directCalls(analysis, body, timings)) {
    if (!activates(direct.call, analysis) || !isCertain(direct)) continue;
    const isOwn = direct.call === direct.entry;
    const fix = isOwn ? removeStatementFix(code.unit, body, direct.call, 'Remove the activation') : undefined;
    code.report({
      entry,
      uri: code.unit.uri,
      range: direct.entry.nameRange,
      message: messages[entry],
      related: insideHelper(code, direct, 'The session is activated here'),
      fixes: fix === undefined ? [] : [fix],
    });
  }
}

/** `setActive(true)`, `activate(…)` on the audio session. */
function activates(call: CallExpr, { types, resolver }: FileAnalysis): boolean {
  if (call.receiver === undefined || types.isInstance(call.receiver, 'AVAudioSession') !== 'yes')
    return false;
  if (call.name === 'activate' || call.name === 'activateWithOptions') return true;
  const value = call.args[0] === undefined ? undefined : resolver.origin(call.args[0].value);
  return call.name === 'setActive' && value?.kind === 'literal' && value.value === 'true';
}
