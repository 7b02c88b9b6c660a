/** task-submitted-without-launch-handler: a permitted request without a handler takes the app down. */
import { permittedIdentifiers } from '../../../catalog/background-keys';
import type { ConstantValue } from '../../../program/constants/types';
import { sameText } from '../../../program/constants/values';
import {
  allIdentifiers,
  identifierText,
  type TaskIdentifierUse,
  taskIdentifierUses,
} from '../../../program/task-identifiers';
import type { Rule, TargetContext } from '../../context';
import { isOwnCodeKnown } from '../../known-code';
import { type PermittedIdentifier, type PermittedList, permits, permittedLists } from '../permitted';
import { isScheduling } from '../scheduling-platforms';
import { meta } from './meta';

export const submittedWithoutHandler: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, constants, uses } = context;
    if (target.product !== 'app' || !isOwnCodeKnown(target)) return;
    if (!uses.some(({ use }) => use.row === 'task-submission')) return;
    const all = taskIdentifierUses(constants);
    const registered = allIdentifiers(all, ['register', 'modifier']);
    const lists = registered === undefined ? undefined : permittedLists(context);
    if (registered === undefined || lists === undefined) return;
    for (const use of all) {
      if (use.call.api !== 'request' || !isScheduling(context, use.call.when)) continue;
      const entry = isRegistered(use, registered, context) ? undefined : permittedBy(use, lists);
      if (entry !== undefined) context.report(finding(use, entry));
    }
  },
};

function isRegistered(
  { value }: TaskIdentifierUse,
  registered: readonly ConstantValue[],
  { target }: TargetContext,
): boolean {
  return registered.some((other) =>
    target.configurations.some(({ bundleIdentifier }) => sameText(other, value, bundleIdentifier) !== false),
  );
}

/** The entry of a request whose identifier is certain, and permitted in each configuration. */
function permittedBy(
  { value }: TaskIdentifierUse,
  lists: readonly PermittedList[],
): PermittedIdentifier | undefined {
  const entries = lists.map(({ configuration: { bundleIdentifier }, identifiers }) =>
    identifiers.find(
      (entry) => permits(entry.value, value, { bundleIdentifier, allowsWildcard: false }) === true,
    ),
  );
  return entries.includes(undefined) ? undefined : entries[0];
}

function finding(use: TaskIdentifierUse, { file, item }: PermittedIdentifier) {
  return {
    uri: use.uri,
    range: use.range,
    message: `No launch handler is registered for '${identifierText(use.value)}': submitting the request crashes the app`,
    related: [{ uri: file.uri, range: item.inner, message: `${permittedIdentifiers} permits it here` }],
  };
}
