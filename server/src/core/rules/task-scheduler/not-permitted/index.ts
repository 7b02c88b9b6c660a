/** task-identifier-not-permitted: the scheduler knows only identifiers that the Info.plist lists. */
import { permittedIdentifiers } from '../../../catalog/background-keys';
import { editDistance } from '../../../catalog/edit-distance';
import { replaceString } from '../../../features/edits/plist-edits';
import type { ConstantValue, TaskCall } from '../../../program/constants/types';
import { possibleValues } from '../../../program/constants/values';
import {
  identifierText,
  type TaskIdentifierUse,
  taskIdentifierUses,
} from '../../../program/task-identifiers';
import { dictEntry, rootDict, stringItems } from '../../../syntax/plist-query';
import type { Rule, TargetContext } from '../../context';
import { fileFix } from '../../plist-and-project/plist-fix';
import { shownPath } from '../../plist-and-project/shown-path';
import { targetFix } from '../../plist-and-project/target-fix';
import type { Fix, RelatedLocation } from '../../types';
import {
  allowsWildcard,
  type PermittedIdentifier,
  type PermittedList,
  permits,
  permittedLists,
} from '../permitted';
import { isScheduling } from '../scheduling-platforms';
import { meta } from './meta';

export const identifierNotPermitted: Rule = {
  meta,
  run: 'target',
  check(context) {
    if (context.target.product !== 'app') return;
    const uses = taskIdentifierUses(context.constants);
    const lists = uses.length === 0 ? undefined : permittedLists(context);
    if (lists === undefined) return;
    for (const use of uses) {
      const missing = isAsking(use.call) && isScheduling(context, use.call.when) ? refused(use, lists) : [];
      const [first] = missing;
      if (first === undefined || isForAnotherApp(use, missing, context)) continue;
      context.report({
        uri: use.uri,
        range: use.range,
        message: `${quoted(missing)} is not in ${permittedIdentifiers}${listOwner(context)}: ${consequence(use.call)}`,
        related: listLocations(context),
        fixes: missing.length > 1 ? [] : fixesOf(context, first, lists, uses),
      });
    }
  },
};

/** A library serves several apps: what one of them permits need not concern the others. */
function isForAnotherApp(
  { uri }: TaskIdentifierUse,
  identifiers: readonly string[],
  { target, siblings }: TargetContext,
): boolean {
  if (target.sources.includes(uri)) return false;
  return siblings.some(({ infoPlist }) =>
    stringItems(infoPlist.value(permittedIdentifiers)?.node).some(({ value }) => identifiers.includes(value)),
  );
}

function isAsking({ api }: TaskCall): boolean {
  return api !== 'cancel';
}

/** What the identifier can be, when no configuration permits any of that. */
function refused({ value, call }: TaskIdentifierUse, lists: readonly PermittedList[]): readonly string[] {
  if (value.kind === 'one-of' && !value.isComplete) return [];
  const values = possibleValues(value);
  const isRefused = (one: ConstantValue): boolean =>
    lists.every(({ configuration: { bundleIdentifier }, identifiers }) =>
      identifiers.every(
        (entry) =>
          permits(entry.value, one, { bundleIdentifier, allowsWildcard: allowsWildcard(call) }) === false,
      ),
    );
  const texts = values.map(identifierText).filter((text) => text !== undefined && text.trim() !== '');
  if (texts.length < values.length || !values.every(isRefused)) return [];
  return texts.filter((text) => text !== undefined);
}

function quoted(identifiers: readonly string[]): string {
  return identifiers.map((identifier) => `'${identifier}'`).join(' or ');
}

function listOwner({ target: { projectUri, owners, name } }: TargetContext): string {
  return projectUri === undefined && owners === undefined ? '' : ` of '${name}'`;
}

function consequence({ api, request }: TaskCall): string {
  if (api === 'register') return 'registering returns false, and the task never runs';
  if (api === 'modifier') return 'the handler is not installed, and the task never runs';
  return request === undefined ? 'the task never runs' : 'submitting the request fails with notPermitted';
}

/** The list, or the beginning of a plist that has none. */
function listLocations({ infoPlist, target }: TargetContext): readonly RelatedLocation[] {
  return infoPlist.files.flatMap(({ uri, document }) => {
    const root = rootDict(document);
    const entry = dictEntry(root, permittedIdentifiers);
    const name = target.projectUri === undefined ? '' : ` of '${target.name}'`;
    if (entry !== undefined)
      return [{ uri, range: entry.keyRange, message: `The permitted identifiers${name}` }];
    if (root === undefined) return [];
    const range = { start: root.range.start, end: root.inner.start };
    return [{ uri, range, message: `This Info.plist${name} has no ${permittedIdentifiers}` }];
  });
}

function fixesOf(
  context: TargetContext,
  identifier: string,
  lists: readonly PermittedList[],
  uses: readonly TaskIdentifierUse[],
): readonly Fix[] {
  const change = { kind: 'add-strings', key: permittedIdentifiers, values: [identifier] } as const;
  return [
    ...targetFix(context, 'info', change, `Permit '${identifier}'`, true),
    ...mistyped(identifier, lists, uses).flatMap(({ file, item }) =>
      fileFix(
        file.uri,
        `Change '${item.value}' to '${identifier}' in ${shownPath(file.uri, context.target)}`,
        replaceString(file.text, file.document, item, identifier),
        false,
      ),
    ),
  ];
}

/** More mistakes than this make another identifier. */
const maxMistakes = 2;

/** Entries that nearly say the same, and that nothing asks for. */
function mistyped(
  identifier: string,
  lists: readonly PermittedList[],
  uses: readonly TaskIdentifierUse[],
): readonly PermittedIdentifier[] {
  const asked = new Set(uses.flatMap(({ value }) => possibleValues(value).map(identifierText)));
  const entries = lists.flatMap(({ identifiers }) => identifiers);
  const near = entries.filter(
    ({ item }) => !asked.has(item.value) && editDistance(item.value, identifier) <= maxMistakes,
  );
  return near.filter(({ item }, index) => near.findIndex((other) => other.item === item) === index);
}
