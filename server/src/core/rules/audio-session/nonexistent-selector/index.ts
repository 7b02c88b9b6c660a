/** nonexistent-audio-session-selector: a selector of guides that no SDK has. */
import { audioSessionType, nonexistentSelector } from '../../../catalog/audio-session';
import type { CallExpr } from '../../../program/ir';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { meta } from './meta';

const { selector, wrongLabel, rightLabel } = nonexistentSelector;

const message = `AVAudioSession has no '${selector}': the call does not compile, or crashes where the compiler cannot see it`;

export const nonexistentSelectorRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, ['setCategory'])) return;
    for (const call of taskContext(code).analysis.callsMentioning(['setCategory'])) {
      if (call.selector !== selector || !isMeant(call, code)) continue;
      code.report({ uri: code.unit.uri, range: call.nameRange, message, fixes: fixesOf(call, code) });
    }
  },
};

/** On the session, and not declared by the app itself. */
function isMeant({ receiver }: CallExpr, code: CodeContext): boolean {
  if (receiver === undefined || code.index.methods(audioSessionType, selector).length > 0) return false;
  return taskContext(code).analysis.types.isInstance(receiver, audioSessionType) === 'yes';
}

function fixesOf({ args }: CallExpr, { unit }: CodeContext): readonly Fix[] {
  const range = args.find(({ label }) => label === wrongLabel)?.labelRange;
  if (range === undefined) return [];
  return [
    {
      title: `Use '${rightLabel}:'`,
      files: [{ uri: unit.uri, edits: [{ range, newText: rightLabel }] }],
      isPreferred: true,
    },
  ];
}
