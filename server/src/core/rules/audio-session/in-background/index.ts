/** audio-started-in-background: audio may go on in the background, and hardly ever begin there. */
import { engineType, recorderType, wakeUpMethods } from '../../../catalog/audio-playback';
import { audioSessionType } from '../../../catalog/audio-session';
import { backgroundCallbacks, backgroundNotifications } from '../../../catalog/background-time';
import { audioStarts } from '../../../catalog/calls';
import type { ClosureTiming } from '../../../catalog/closures';
import type { FileAnalysis } from '../../../program/analysis';
import { type DirectCall, directCalls } from '../../../program/direct-calls';
import type { Block, CallExpr, Expr } from '../../../program/ir';
import { notificationObservers } from '../../../program/notification-observers';
import { unwrap } from '../../../program/resolve';
import { registrations } from '../../../program/scheduler-calls';
import { walkExpr } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import { insideHelper, isCertain } from '../../calls/audio-state';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { sessionSetups } from '../mixing';
import { sessionCallsOf } from '../session-calls';
import { meta } from './meta';

const messages = {
  recording:
    'Recording starts in the background: iOS lets a recording go on there, but not begin, and the start fails',
  activation:
    'Session that stops other audio is activated while the app is in the background: the call fails unless nothing else plays',
} as const;

const timings: ReadonlySet<ClosureTiming> = new Set(['sync', 'async']);

export const inBackgroundRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [recorderType, engineType, audioSessionType])) return;
    const { analysis } = taskContext(code);
    const wakeUps = wakeUpBodies(analysis);
    for (const body of [...wakeUps, ...backgroundBodies(analysis)])
      reportCalls(code, body, 'recording', (call) => startsRecording(call, analysis));
    if (wakeUps.length === 0 || !interruptsOthers(code)) return;
    const sessions = sessionCallsOf(code);
    for (const body of wakeUps)
      reportCalls(code, body, 'activation', (call) => {
        const session = sessions.of(call);
        return session !== undefined && sessions.activation(session) === true;
      });
  },
};

function reportCalls(
  code: CodeContext,
  body: Block,
  entry: keyof typeof messages,
  isMeant: (call: CallExpr) => boolean,
): void {
  const { analysis } = taskContext(code);
  for (const direct of directCalls(analysis, body, timings)) {
    if (!isMeant(direct.call) || !isCertain(direct) || asksWhereItRuns(direct)) continue;
    code.report({
      entry,
      uri: code.unit.uri,
      range: direct.entry.nameRange,
      message: messages[entry],
      related: insideHelper(code, direct, 'Audio starts here'),
    });
  }
}

/** `if application.applicationState == .active` */
function asksWhereItRuns({ conditions }: DirectCall): boolean {
  let found = false;
  for (const condition of conditions)
    walkExpr(condition, {
      expr: (expr) => {
        found ||= (expr.kind === 'member' || expr.kind === 'name') && expr.name === 'applicationState';
        return !found;
      },
    });
  return found;
}

/** Methods and launch handlers that iOS runs while the app is in the background. */
function wakeUpBodies(analysis: FileAnalysis): readonly Block[] {
  const methods = analysis
    .functionsNamed(wakeUpMethods)
    .flatMap(({ fn }) => (fn?.kind === 'method' && fn.body !== undefined ? [fn.body] : []));
  const handlers = registrations(analysis).flatMap(({ handler }) => {
    const closure = unwrap(handler);
    return closure.kind === 'closure' && closure.function.body !== undefined ? [closure.function.body] : [];
  });
  return [...methods, ...handlers];
}

/** What runs when the app has just left the foreground. */
function backgroundBodies(analysis: FileAnalysis): readonly Block[] {
  const methods = analysis
    .functionsNamed(backgroundCallbacks)
    .flatMap(({ fn }) => (fn?.kind === 'method' && fn.body !== undefined ? [fn.body] : []));
  const observers = notificationObservers(analysis, backgroundNotifications).flatMap(({ handler }) =>
    handler.body === undefined ? [] : [handler.body],
  );
  return [...new Set([...methods, ...observers])];
}

function startsRecording(call: CallExpr, analysis: FileAnalysis): boolean {
  if (call.receiver === undefined) return false;
  const starts = (owner: string) => audioStarts.find((each) => each.owner === owner)?.names ?? [];
  if (starts(recorderType).includes(call.name))
    return analysis.types.isInstance(call.receiver, recorderType) === 'yes';
  return (
    starts(engineType).includes(call.name) &&
    analysis.types.isInstance(call.receiver, engineType) === 'yes' &&
    tapsInput(analysis)
  );
}

/** `engine.inputNode.installTap(…)` anywhere in the file. */
function tapsInput(analysis: FileAnalysis): boolean {
  const { resolver } = analysis;
  const tap = 'installTap';
  const isTap = (name: string): boolean => name === tap || name === `${tap}OnBus`;
  return analysis
    .callsMentioning([tap])
    .some(
      ({ name, receiver }) => isTap(name) && receiver !== undefined && isInput(resolver.origin(receiver)),
    );
}

function isInput(expr: Expr): boolean {
  const value = unwrap(expr);
  return (value.kind === 'member' || value.kind === 'call') && value.name === 'inputNode';
}

/** Every category of the app is known to be set, and none mixes. */
function interruptsOthers({ index }: CodeContext): boolean {
  const setups = sessionSetups(index.constants);
  return setups.length > 0 && setups.every(({ isMixing }) => isMixing === false);
}
