/** Entry url-session-events: the handler is to be called when the session has delivered its events, never at once. */
import { byCall, sessionEventsMethod } from '../../../catalog/duties';
import { followToken } from '../../../program/duties/flow';
import { type DutySite, methodSites } from '../../../program/duties/sites';
import { TokenNames } from '../../../program/duties/tokens';
import type { CallExpr } from '../../../program/ir';
import { walkFunction } from '../../../program/walk';
import type { TaskContext } from '../../background-task/context';
import { messages } from './texts';

export function checkSessionEvents({ code, analysis }: TaskContext): void {
  for (const site of methodSites(analysis, code.index, sessionEventsMethod)) {
    const exits = followToken(analysis, site.token, byCall, 'iOS')?.exits ?? [];
    // An app that keeps the handler of its own sessions may call that of others at once.
    if (exits.length === 0 || exits.some(({ end }) => end !== 'done')) continue;
    const call = directCall(site, analysis);
    if (call === undefined) continue;
    const { uri } = code.unit;
    code.report({
      entry: 'url-session-events',
      uri,
      range: call.nameRange,
      message: messages['url-session-events'],
    });
  }
}

/** The only call of the handler, outside of closures. */
function directCall({ token }: DutySite, { resolver }: TaskContext['analysis']): CallExpr | undefined {
  const names = new TokenNames(token, byCall, resolver);
  const calls: CallExpr[] = [];
  walkFunction(token.fn, {
    expr: (expr) => {
      if (expr.kind === 'call' && names.isTokenCall(expr)) calls.push(expr);
      return true;
    },
    enterFunction: (fn) => fn === token.fn,
  });
  return calls.length === 1 ? calls[0] : undefined;
}
