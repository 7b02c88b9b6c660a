/** background-session-without-delegate: the results of background transfers only reach a delegate. */
import { cleaningCalls, configurationLabels, sessionDelegates } from '../../../catalog/url-sessions';
import type { CallExpr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { isNil } from '../../../program/task-calls';
import { argumentOf, configurationNames, Sessions } from '../../../program/url-sessions';
import { type TaskContext, taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { meta } from './meta';

const message =
  'Background session is created without a delegate: nothing ever hears what became of its transfers';

export const withoutDelegateRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, configurationNames)) return;
    const context = taskContext(code);
    const sessions = new Sessions(context.analysis);
    for (const call of sessions.made) {
      if (hasDelegate(call) || isCleanedUp(call, context)) continue;
      if (!sessions.makesBackgroundSession(call)) continue;
      const fix = delegateFix(call, context);
      code.report({
        uri: code.unit.uri,
        range: call.nameRange,
        message,
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
};

function hasDelegate(call: CallExpr): boolean {
  const delegate = argumentOf(call, ['delegate']);
  return delegate !== undefined && !isNil(delegate.value);
}

/** `URLSession(configuration: old).invalidateAndCancel()` */
function isCleanedUp(call: CallExpr, { analysis }: TaskContext): boolean {
  const parent = parentsOf(analysis.resolver).parent(call);
  return parent?.kind === 'call' && parent.receiver === call && cleaningCalls.has(parent.name);
}

/** Only where the object at hand is a session's delegate already. */
function delegateFix(call: CallExpr, context: TaskContext): Fix | undefined {
  const { code, analysis } = context;
  const configuration = argumentOf(call, configurationLabels);
  if (configuration === undefined || call.args.length !== 1 || !isDelegate(call, context)) return undefined;
  const { end } = configuration.range;
  const newText =
    analysis.resolver.language === 'objc'
      ? ' delegate:self delegateQueue:nil'
      : ', delegate: self, delegateQueue: nil';
  return {
    title: 'Make this object the delegate of the session',
    files: [{ uri: code.unit.uri, edits: [{ range: { start: end, end }, newText }] }],
    isPreferred: true,
  };
}

function isDelegate(call: CallExpr, { code, analysis }: TaskContext): boolean {
  const scopes = parentsOf(analysis.resolver).scopesAround(call);
  const method = scopes.at(-1);
  const type = method?.type?.name;
  // `self` of an initialiser may not be ready yet, and a closure may hold it weakly.
  if (type === undefined || scopes.length !== 1 || method?.fn?.kind !== 'method' || method.fn.isStatic)
    return false;
  return code.index
    .declarations(type)
    .some(({ inherits }) => inherits.some((parent) => sessionDelegates.includes(parent)));
}
