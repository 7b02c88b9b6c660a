/** call-audio-misconfigured: a call needs a session that records and plays, and that stops other audio. */
import { audioSessionSymbols } from '../../../catalog/audio-session';
import {
  callAudioCategory,
  callAudioMethods,
  callAudioModes,
  callKitModule,
  callMixingOption,
} from '../../../catalog/calls';
import { conditionsOf } from '../../../program/condition-regions';
import { evaluateConditions } from '../../../program/conditions';
import { implementations } from '../../../program/delegates';
import type { TextEdit, TextRange } from '../../../text';
import { type SessionCall, type SessionCalls, sessionCallsOf } from '../../audio-session/session-calls';
import { removeOption, replaceConstant, writtenAt } from '../../audio-session/written';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { meta } from './meta';

export const callAudioRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, audioSessionSymbols) || !mentionsAny(code, [callKitModule])) return;
    const calls = sessionCallsOf(code);
    const callbacks = callAudioMethods.flatMap((method) =>
      implementations(calls.analysis, code.index, method).map(({ body }) => body.range),
    );
    for (const session of calls.all) {
      if (session.method !== 'setCategory' || !isForPhone(session, calls)) continue;
      if (callbacks.some((range) => isInside(session, range))) checkCategory(code, calls, session);
      checkMixing(code, calls, session);
    }
  },
};

function isForPhone({ call }: SessionCall, { analysis }: SessionCalls): boolean {
  const conditions = conditionsOf(analysis.program)(call.range.start);
  return evaluateConditions(conditions, { platform: 'iOS' }) !== false;
}

function isInside({ call }: SessionCall, range: TextRange): boolean {
  return range.start <= call.range.start && call.range.end <= range.end;
}

function checkCategory(code: CodeContext, calls: SessionCalls, { subject }: SessionCall): void {
  const category = calls.nameOf(subject);
  if (subject === undefined || category === undefined || category === callAudioCategory) return;
  const mention = writtenAt(subject.value, 'category', category, calls.analysis.resolver);
  const edit = replaceConstant(mention, 'category', callAudioCategory);
  code.report({
    entry: 'category',
    uri: code.unit.uri,
    range: subject.value.range,
    message: `A call gets the category '${category}': it needs '${callAudioCategory}' to hear and be heard without echo`,
    fixes: fixOf(code, `Use '${callAudioCategory}'`, edit),
  });
}

function checkMixing(code: CodeContext, calls: SessionCalls, session: SessionCall): void {
  const { options, mode, call } = session;
  const name = calls.nameOf(mode);
  if (options === undefined || name === undefined || !callAudioModes.has(name)) return;
  if (calls.optionsOf(options)?.names.includes(callMixingOption) !== true) return;
  const mention = writtenAt(options.value, 'option', callMixingOption, calls.analysis.resolver);
  code.report({
    entry: 'mixable',
    uri: code.unit.uri,
    range: mention.range,
    message: `'${callMixingOption}' in the session of a call: music plays on under the conversation`,
    fixes: fixOf(code, `Remove '${callMixingOption}'`, removeOption(call, options, mention)),
  });
}

function fixOf({ unit }: CodeContext, title: string, edit: TextEdit | undefined): readonly Fix[] {
  return edit === undefined ? [] : [{ title, files: [{ uri: unit.uri, edits: [edit] }], isPreferred: true }];
}
