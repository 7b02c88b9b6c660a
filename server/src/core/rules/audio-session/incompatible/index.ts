/** audio-session-incompatible: categories, modes, options and policies that do not go together. */
import { speakerOverride } from '../../../catalog/audio-compatibility';
import {
  type AudioCategory,
  audioCategory,
  audioMode,
  audioSessionSymbols,
} from '../../../catalog/audio-session';
import type { Expr } from '../../../program/ir';
import { removeStatementFix } from '../../calls/fixes/remove-statement';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { categorySetBefore } from '../category-before';
import { type SessionCall, type SessionCalls, sessionCallsOf } from '../session-calls';
import { writtenAt } from '../written';
import { fixesFor } from './fixes';
import { type Combination, type Problem, problemsOf } from './judge';
import { meta } from './meta';
import { speakerMessage } from './texts';

export const incompatibleRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, audioSessionSymbols)) return;
    const calls = sessionCallsOf(code);
    for (const session of calls.all) {
      if (session.method === 'setCategory') check(code, calls, session, combinationOf(session, calls));
      else if (session.method === 'setMode') check(code, calls, session, modeAlone(session, calls));
      else if (session.method === 'overrideOutputAudioPort') checkPort(code, calls, session);
    }
  },
};

function combinationOf({ subject, mode, policy, options }: SessionCall, calls: SessionCalls): Combination {
  return {
    category: audioCategory(calls.nameOf(subject)),
    mode: mode === undefined ? 'default' : audioMode(calls.nameOf(mode)),
    policy: policy === undefined ? undefined : calls.nameOf(policy),
    options: calls.optionsOf(options),
  };
}

/** The options that were set before have been judged there. */
function modeAlone(session: SessionCall, calls: SessionCalls): Combination {
  const before = categorySetBefore(calls, session.call);
  return {
    category: audioCategory(calls.nameOf(before?.subject)),
    mode: audioMode(calls.nameOf(session.subject)),
    policy: undefined,
    options: undefined,
  };
}

function check(code: CodeContext, calls: SessionCalls, session: SessionCall, combination: Combination): void {
  const { uri } = code.unit;
  for (const problem of problemsOf(combination)) {
    const { entry, severity, message } = problem;
    const mention = mentionOf(problem, calls, session);
    if (mention === undefined) continue;
    code.report({
      entry,
      ...(severity === undefined ? {} : { severity }),
      uri,
      range: mention.range,
      message,
      fixes: fixesFor({ problem, combination, session, mention, uri }),
    });
  }
}

function mentionOf(
  { element, name }: Problem,
  { analysis }: SessionCalls,
  { method, subject, mode, options }: SessionCall,
): Expr | undefined {
  const args = { category: subject, mode: method === 'setMode' ? subject : mode, option: options };
  const arg = args[element];
  return arg && writtenAt(arg.value, element, name, analysis.resolver);
}

/** Sound can be sent to the speaker in one category only. */
function checkPort(code: CodeContext, calls: SessionCalls, { call, subject }: SessionCall): void {
  if (calls.nameOf(subject) !== speakerOverride.port) return;
  const category = categoryBefore(calls, call);
  if (category === undefined || category === speakerOverride.category) return;
  const { unit } = code;
  const body = calls.analysis.resolver.scopes.scopeOf(call)?.fn?.body;
  const fix = body && removeStatementFix(unit, body, call, 'Remove the override');
  code.report({
    entry: 'speaker-override',
    uri: unit.uri,
    range: call.nameRange,
    message: speakerMessage(category),
    fixes: fix === undefined ? [] : [fix],
  });
}

function categoryBefore(calls: SessionCalls, call: SessionCall['call']): AudioCategory | undefined {
  return audioCategory(calls.nameOf(categorySetBefore(calls, call)?.subject));
}
