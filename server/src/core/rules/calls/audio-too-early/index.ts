/** call-audio-started-too-early: audio may run only once the system has activated the session. */
import { audioStarts, startOrAnswerMethod } from '../../../catalog/calls';
import type { ClosureTiming } from '../../../catalog/closures';
import type { FileAnalysis } from '../../../program/analysis';
import { implementations } from '../../../program/delegates';
import { directCalls } from '../../../program/direct-calls';
import type { CallExpr } from '../../../program/ir';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { insideHelper, isCertain } from '../audio-state';
import { meta } from './meta';

const message =
  'Call audio starts before CallKit has activated the session: it fails or stays silent; start it in didActivate';

/** What runs later may run after the activation. */
const timings: ReadonlySet<ClosureTiming> = new Set(['sync']);

export const audioTooEarlyRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const { analysis } = taskContext(code);
    for (const { body } of implementations(analysis, code.index, startOrAnswerMethod)) {
      for (const direct of directCalls(analysis, body, timings)) {
        if (!startsAudio(direct.call, analysis) || !isCertain(direct)) continue;
        code.report({
          uri: code.unit.uri,
          range: direct.entry.nameRange,
          message,
          related: insideHelper(code, direct, 'Audio starts here'),
        });
      }
    }
  },
};

function startsAudio(call: CallExpr, { types, resolver }: FileAnalysis): boolean {
  return audioStarts.some(({ owner, names }) => {
    if (!names.includes(call.name)) return false;
    if (owner !== undefined)
      return call.receiver !== undefined && types.isInstance(call.receiver, owner) === 'yes';
    return call.receiver === undefined && resolver.scopes.declaration(call) === undefined;
  });
}
