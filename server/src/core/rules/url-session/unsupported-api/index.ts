/** unsupported-background-session-api: calls that only sessions inside of the app can serve. */
import { firstPiece } from '../../../catalog/selectors';
import {
  becomesDownload,
  finishedDownload,
  transferCalls,
  type UnsupportedUse,
  unsupportedCalls,
} from '../../../catalog/url-sessions';
import type { Arg, CallExpr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import { isNil } from '../../../program/task-calls';
import { configurationNames, Sessions } from '../../../program/url-sessions';
import { allTypes } from '../../../program/walk';
import { type TaskContext, taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { meta } from './meta';

const messages: Readonly<Record<UnsupportedUse, string>> = {
  'completion-handler':
    'Background session takes no completion handlers, and async calls use one: the app crashes with an exception',
  'upload-from-memory':
    'Background session uploads from files only: a body from memory or a stream crashes the app with an exception',
  'data-task':
    'Data task on a background session does not go on in the background: its result is lost when the app is suspended',
  websocket:
    'WebSocket or stream task on a background session does not work: only uploads and downloads go on in the background',
};

export const unsupportedApiRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, configurationNames)) return;
    const context = taskContext(code);
    const sessions = new Sessions(context.analysis);
    for (const call of context.analysis.callsMentioning(unsupportedNames)) {
      const use = call.receiver === undefined ? undefined : unsupportedUse(call);
      if (use === undefined || call.receiver === undefined || !sessions.isBackground(call.receiver)) continue;
      if (use === 'data-task' && declares(context, becomesDownload)) continue;
      const fix = use === 'data-task' ? downloadFix(call, context) : undefined;
      code.report({
        entry: use,
        uri: code.unit.uri,
        range: call.nameRange,
        message: messages[use],
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
};

/** One of them stands in each call that may be one. */
const unsupportedNames: readonly string[] = [
  ...transferCalls.swift,
  ...transferCalls.objc.map(firstPiece),
  ...unsupportedCalls.flatMap(({ swift, objc }) => [
    ...swift.map(({ name }) => name),
    ...objc.map(firstPiece),
  ]),
];

function unsupportedUse(call: CallExpr): UnsupportedUse | undefined {
  return call.selector === undefined ? swiftUse(call) : objcUse(call, call.selector);
}

function swiftUse(call: CallExpr): UnsupportedUse | undefined {
  const transfers: readonly string[] = transferCalls.swift;
  if (transfers.includes(call.name) && call.args.some(isHandler)) return 'completion-handler';
  const hasLabel = (label: string | undefined): boolean =>
    label === undefined || call.args.some((arg) => arg.label === label);
  const row = unsupportedCalls.find(({ swift }) =>
    swift.some(({ name, label }) => name === call.name && hasLabel(label)),
  );
  return row?.entry;
}

function isHandler(arg: Arg): boolean {
  return (arg.isTrailing || arg.label === transferCalls.handlerLabel) && !isNil(arg.value);
}

function objcUse(call: CallExpr, selector: string): UnsupportedUse | undefined {
  const suffix = `${transferCalls.handlerLabel}:`;
  const base = selector.endsWith(suffix) ? selector.slice(0, -suffix.length) : selector;
  const transfers: readonly string[] = transferCalls.objc;
  // Without a handler the call is the one with the shorter name.
  if (base !== selector && transfers.includes(base) && call.args.some(isHandler)) return 'completion-handler';
  return unsupportedCalls.find(({ objc }) => objc.includes(base))?.entry;
}

function declares({ analysis }: TaskContext, names: readonly string[]): boolean {
  return allTypes(analysis.program).some(({ methods }) => methods.some((fn) => names.includes(fn.fullName)));
}

/** Sure where the delegate takes downloads and nothing depends on the class of the task. */
function downloadFix(call: CallExpr, context: TaskContext): Fix | undefined {
  const { resolver } = context.analysis;
  const parent = parentsOf(resolver).parent(call);
  const isStarted =
    parent?.kind === 'call' &&
    parent.receiver !== undefined &&
    unwrap(parent.receiver) === call &&
    parent.name === 'resume';
  if (!isStarted || !declares(context, [finishedDownload.swift, finishedDownload.objc])) return undefined;
  const name = context.code.unit.text.slice(call.nameRange.start, call.nameRange.end);
  if (!name.startsWith('dataTask')) return undefined;
  return {
    title: 'Make it a download task',
    files: [
      {
        uri: context.code.unit.uri,
        edits: [{ range: call.nameRange, newText: `downloadTask${name.slice('dataTask'.length)}` }],
      },
    ],
    isPreferred: true,
  };
}
