/** too-many-pending-requests: identifiers that cannot all be scheduled at the same time. */
import { pendingLimits, taskRequests } from '../../../catalog/task-scheduling';
import { identifierKey, identifierText, type TaskIdentifierUse } from '../../../program/task-identifiers';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { compiledTogether, isOwn, usesAround } from '../own-uses';
import { meta } from './meta';

export const tooManyPendingRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, taskRequests)) return;
    const requests = firstOfEach(usesAround(code));
    for (const [request, limit] of Object.entries(pendingLimits)) {
      const alike = requests.filter(({ call }) => call.request === request);
      for (const use of alike.slice(limit)) {
        const others = alike.slice(0, alike.indexOf(use)).filter((each) => compiledTogether(each, use, code));
        const [first] = others;
        if (!isOwn(use, code) || first === undefined || others.length < limit) continue;
        code.report({
          uri: code.unit.uri,
          range: use.range,
          message: `${limitText(request, limit)}: submitting '${identifierText(use.value)}' fails with tooManyPendingTaskRequests while ${waitingText(others)}`,
          related: [{ uri: first.uri, range: first.range, message: 'The first identifier' }],
        });
      }
    }
  },
};

/** One use of each identifier, of those that exist in every build. */
function firstOfEach(uses: readonly TaskIdentifierUse[]): readonly TaskIdentifierUse[] {
  const found = new Map<string, TaskIdentifierUse>();
  for (const use of uses) {
    const key = identifierKey(use);
    const { request, when } = use.call;
    if (key === undefined || request === undefined || when !== undefined) continue;
    if (!found.has(`${request} ${key}`)) found.set(`${request} ${key}`, use);
  }
  return [...found.values()];
}

function limitText(request: string, limit: number): string {
  return limit === 1 ? `Only one ${request} can be pending` : `Only ${limit} of ${request} can be pending`;
}

function waitingText(others: readonly TaskIdentifierUse[]): string {
  const [first] = others;
  return others.length === 1 && first !== undefined
    ? `'${identifierText(first.value)}' waits`
    : `${others.length} others wait`;
}
