/** Fix: call the handler on the main thread. */
import type { CallExpr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import type { TextRange } from '../../../text';
import type { TaskContext } from '../../background-task/context';
import type { Fix } from '../../types';

/** For a call that is a statement of its own. The handler is read now, as the code after it may forget it. */
export function onMainFix(call: CallExpr, context: TaskContext): Fix | undefined {
  const { analysis, code } = context;
  const stmt = parentsOf(analysis.resolver).stmt(call);
  if (stmt?.kind !== 'expr' || stmt.expr !== call) return undefined;
  return {
    title: 'Call it on the main thread',
    files: [{ uri: code.unit.uri, edits: [{ range: call.range, newText: onMain(call, context) }] }],
    isPreferred: true,
  };
}

function onMain(call: CallExpr, { analysis, code }: TaskContext): string {
  const { text } = code.unit;
  const source = (range: TextRange): string => text.slice(range.start, range.end);
  const isLocal = call.receiver === undefined && analysis.resolver.scopes.declaration(call) !== undefined;
  const handler =
    isLocal || call.receiver === undefined ? call.name : `${source(call.receiver.range)}.${call.name}`;
  if (analysis.resolver.language === 'objc') return `dispatch_async(dispatch_get_main_queue(), ${handler})`;
  if (isLocal) return `DispatchQueue.main.async { ${source(call.range)} }`;
  const isOptional = text.charAt(call.nameRange.end) === '?';
  return `DispatchQueue.main.async { [handler = self.${call.name}] in handler${isOptional ? '?' : ''}() }`;
}
