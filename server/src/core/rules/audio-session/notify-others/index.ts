/** notify-others-option-misplaced: the option is read when a session is deactivated, and never else. */
import { activationOptionNames, audioSessionSymbols, notifyOption } from '../../../catalog/audio-session';
import type { TextEdit } from '../../../text';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { type SessionCall, type SessionCalls, sessionCallsOf } from '../session-calls';
import { removeOption, writtenAt } from '../written';
import { meta } from './meta';

const messages = {
  missing: 'Other players are not told that the session has ended: what they paused does not go on by itself',
  misplaced: `'${notifyOption}' does nothing while activating: it is read on deactivation only`,
} as const;

export const notifyOthersRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, audioSessionSymbols)) return;
    const calls = sessionCallsOf(code);
    for (const session of calls.all) {
      if (session.method !== 'setActive') continue;
      const isActive = calls.activation(session);
      if (isActive === true) checkActivation(code, calls, session);
      else if (isActive === false && session.options === undefined && !goesOn(calls, session))
        reportMissing(code, session);
    }
  },
};

/** Whether the same function sets the session up again: other players had better wait. */
function goesOn(calls: SessionCalls, { call }: SessionCall): boolean {
  const { scopes } = calls.analysis.resolver;
  const others = [...calls.byFunction].find(([scope]) => scope === scopes.scopeOf(call))?.[1] ?? [];
  return others.some(
    (other) =>
      other.call.range.start > call.range.end &&
      (other.method === 'setCategory' || calls.activation(other) === true),
  );
}

function reportMissing(code: CodeContext, { call }: SessionCall): void {
  const edits = notifyEdits(call);
  code.report({
    entry: 'missing-on-deactivation',
    uri: code.unit.uri,
    range: call.nameRange,
    message: messages.missing,
    fixes: edits === undefined ? [] : [fixOf(code, `Add '${notifyOption}'`, edits)],
  });
}

function notifyEdits({ args, selector }: SessionCall['call']): readonly TextEdit[] | undefined {
  const first = args[0]?.range;
  if (first === undefined) return undefined;
  const newText =
    selector === undefined
      ? `, options: .${notifyOption}`
      : ` withOptions:${activationOptionNames[notifyOption] ?? ''}`;
  return [{ range: { start: first.end, end: first.end }, newText }];
}

function checkActivation(code: CodeContext, calls: SessionCalls, session: SessionCall): void {
  const { options, call } = session;
  if (options === undefined || calls.optionsOf(options)?.names.includes(notifyOption) !== true) return;
  const mention = writtenAt(options.value, 'activation', notifyOption, calls.analysis.resolver);
  const edit = removeOption(call, options, mention);
  code.report({
    entry: 'passed-on-activation',
    uri: code.unit.uri,
    range: mention.range,
    message: messages.misplaced,
    fixes: edit === undefined ? [] : [fixOf(code, `Remove '${notifyOption}'`, [edit])],
  });
}

function fixOf({ unit }: CodeContext, title: string, edits: readonly TextEdit[]): Fix {
  return { title, files: [{ uri: unit.uri, edits }], isPreferred: true };
}
