/** background-transfer-chain: transfers that begin in the background are put off, longer each time. */
import { sessionCallbacks, transferCalls } from '../../../catalog/url-sessions';
import type { FileAnalysis } from '../../../program/analysis';
import type { CallExpr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import { configurationNames, Sessions } from '../../../program/url-sessions';
import { valueSourcesOf } from '../../../program/value-sources';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { meta } from './meta';

export const transferChainRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, configurationNames)) return;
    const { analysis } = taskContext(code);
    const sessions = new Sessions(analysis);
    for (const call of analysis.callsMentioning(['resume'])) {
      if (call.name !== 'resume' || !isInCallback(call, analysis)) continue;
      if (!startsTransfer(call, sessions, analysis)) continue;
      code.report({
        uri: code.unit.uri,
        range: call.nameRange,
        message:
          'The next transfer begins when the last one has ended: in the background iOS puts each of these off, longer every time',
      });
    }
  },
};

function isInCallback(call: CallExpr, { resolver }: FileAnalysis): boolean {
  return parentsOf(resolver)
    .scopesAround(call)
    .some(({ fn }) => fn?.kind === 'method' && sessionCallbacks.has(fn.fullName));
}

/** Whether what is resumed is a new task of a background session. */
function startsTransfer({ receiver }: CallExpr, sessions: Sessions, analysis: FileAnalysis): boolean {
  const sources = receiver === undefined ? [] : (valueSourcesOf(analysis).of(receiver) ?? []);
  return (
    sources.length > 0 &&
    sources.every((source) => {
      const task = unwrap(source);
      return task.kind === 'call' && isTransfer(task) && isOfBackground(task, sessions);
    })
  );
}

const starts: ReadonlySet<string> = new Set([...transferCalls.swift, ...transferCalls.objc]);

function isTransfer({ name, selector }: CallExpr): boolean {
  return starts.has(selector ?? name);
}

function isOfBackground({ receiver }: CallExpr, sessions: Sessions): boolean {
  return receiver !== undefined && sessions.isBackground(receiver);
}
