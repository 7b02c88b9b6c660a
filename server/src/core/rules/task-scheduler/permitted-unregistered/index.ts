/** permitted-identifier-without-launch-handler: an identifier that nothing in the code stands behind. */
import { permittedIdentifiers } from '../../../catalog/background-keys';
import type { ConstantValue } from '../../../program/constants/types';
import { allIdentifiers, taskIdentifierUses } from '../../../program/task-identifiers';
import type { PlistScalar } from '../../../syntax/plist-types';
import type { Rule, TargetContext } from '../../context';
import { targetFix } from '../../plist-and-project/target-fix';
import type { Fix } from '../../types';
import { type PermittedIdentifier, type PermittedList, permits, permittedLists } from '../permitted';
import { isScheduling } from '../scheduling-platforms';
import { meta } from './meta';

export const permittedWithoutHandler: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, constants } = context;
    if (target.product !== 'app' || !target.isComplete || !isScheduling(context)) return;
    const registered = allIdentifiers(taskIdentifierUses(constants), ['register', 'modifier']);
    const lists = registered === undefined ? undefined : permittedLists(context);
    if (registered === undefined || lists === undefined) return;
    const reported = new Set<PlistScalar>();
    for (const { item, file } of lists.flatMap(({ identifiers }) => identifiers)) {
      if (reported.has(item) || mayBeRegistered(item, lists, registered)) continue;
      reported.add(item);
      context.report({
        uri: file.uri,
        range: item.inner,
        message: `No code registers a launch handler for '${item.value}': iOS never runs it, and a request that an earlier version left behind crashes the app`,
        fixes: fixesOf(context, item, lists),
      });
    }
  },
};

/** Whether a handler can be meant by an entry in some configuration. */
function mayBeRegistered(
  item: PlistScalar,
  lists: readonly PermittedList[],
  registered: readonly ConstantValue[],
): boolean {
  return lists.some(({ configuration: { bundleIdentifier }, identifiers }) =>
    identifiers
      .filter((entry) => entry.item === item)
      .some((entry) =>
        registered.some(
          (value) => permits(entry.value, value, { bundleIdentifier, allowsWildcard: true }) !== false,
        ),
      ),
  );
}

/** The processing mode asks for an identifier: the last one stays beside it. */
function fixesOf(
  context: TargetContext,
  { value }: PlistScalar,
  lists: readonly PermittedList[],
): readonly Fix[] {
  const isLast = lists.some(({ identifiers }) => identifiers.every((entry) => isCalled(entry, value)));
  const modes = context.infoPlist.modes('UIBackgroundModes');
  const mayProcess = modes.isUnknown || modes.values.some((mode) => mode.value === 'processing');
  if (isLast && mayProcess) return [];
  const change = { kind: 'remove-string', key: permittedIdentifiers, value } as const;
  return targetFix(context, 'info', change, `Remove '${value}' from ${permittedIdentifiers}`, false);
}

function isCalled({ item }: PermittedIdentifier, value: string): boolean {
  return item.value === value;
}
