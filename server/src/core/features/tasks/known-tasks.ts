/** The scheduled tasks of targets by their identifiers: where they are permitted, registered and submitted. */
import { continuedRequest } from '../../catalog/task-scheduling';
import type { ConstantValue, TaskApi } from '../../program/constants/types';
import { plainTexts } from '../../program/constants/values';
import { allIdentifiers, type TaskIdentifierUse, taskIdentifierUses } from '../../program/task-identifiers';
import { isOwnCodeKnown } from '../../rules/known-code';
import { permits, permittedLists } from '../../rules/task-scheduler/permitted';
import type { TargetModel } from '../../workspace-types';
import type { FilePlace } from '../checklist/types';
import { hasModes } from '../mode-state';

export interface KnownTask {
  /** As it is when the app runs. */
  readonly identifier: string;
  /** Names of the targets that know it. */
  readonly targets: readonly string[];
  /** Where launch handlers are registered, modifiers of SwiftUI included. */
  readonly registered: readonly FilePlace[];
  /** Where requests are made. */
  readonly submitted: readonly FilePlace[];
  /** Entries of Info.plists that permit it. */
  readonly permitted: readonly FilePlace[];
  /** Classes of its requests. */
  readonly requests: readonly string[];
  /** All code is known, and none of it submits a request. */
  readonly isNeverSubmitted: boolean;
}

/** Sorted by identifier. Those that differ between the configurations of a target, or are not known, are left out. */
export function knownTasks(models: readonly TargetModel[]): readonly KnownTask[] {
  const tasks = models.filter(({ target }) => hasModes(target.product)).flatMap(tasksOf);
  const byIdentifier = new Map<string, KnownTask>();
  for (const task of tasks) {
    const other = byIdentifier.get(task.identifier);
    byIdentifier.set(task.identifier, other === undefined ? task : joined(other, task));
  }
  return [...byIdentifier.values()].sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
}

/** The identifier of a use in a target; `undefined` when it is not one and the same in all configurations. */
export function identifierIn(value: ConstantValue, { target }: TargetModel): string | undefined {
  const bundles = target.configurations.map(({ bundleIdentifier }) => bundleIdentifier);
  const texts = plainTexts(value, bundles.length === 0 ? [undefined] : bundles);
  return texts?.size === 1 ? [...texts][0] : undefined;
}

function tasksOf(model: TargetModel): readonly KnownTask[] {
  const uses = taskIdentifierUses(model.constants);
  const lists = permittedLists(model) ?? [];
  const groups = new Map<string, TaskIdentifierUse[]>();
  for (const use of uses) {
    const identifier = identifierIn(use.value, model);
    if (identifier === undefined || use.call.api === 'cancel') continue;
    const group = groups.get(identifier);
    if (group === undefined) groups.set(identifier, [use]);
    else group.push(use);
  }
  const isCodeKnown = isOwnCodeKnown(model.target) && allIdentifiers(uses, ['request']) !== undefined;
  return [...groups].map(([identifier, group]) => {
    const value = group[0]?.value ?? { kind: 'unknown' };
    const submitted = placesOf(group, ['request']);
    const allowsWildcard = group.some(({ call }) => call.request === continuedRequest);
    const permitted = lists.map(({ configuration: { bundleIdentifier }, identifiers }) =>
      identifiers.filter(
        (entry) => permits(entry.value, value, { bundleIdentifier, allowsWildcard }) === true,
      ),
    );
    const isPermitted = permitted.every((entries) => entries.length > 0);
    return {
      identifier,
      targets: [model.target.name],
      registered: placesOf(group, ['register', 'modifier']),
      submitted,
      permitted: isPermitted
        ? distinct(permitted.flat().map(({ file, item }) => ({ uri: file.uri, range: item.inner })))
        : [],
      requests: [...new Set(group.flatMap(({ call }) => call.request ?? []))],
      isNeverSubmitted: isCodeKnown && submitted.length === 0,
    };
  });
}

function placesOf(uses: readonly TaskIdentifierUse[], apis: readonly TaskApi[]): readonly FilePlace[] {
  return uses
    .filter(({ call }) => apis.includes(call.api))
    .map(({ uri, call }) => ({ uri, range: call.range }));
}

function joined(one: KnownTask, other: KnownTask): KnownTask {
  return {
    identifier: one.identifier,
    targets: [...new Set([...one.targets, ...other.targets])],
    registered: distinct([...one.registered, ...other.registered]),
    submitted: distinct([...one.submitted, ...other.submitted]),
    permitted: distinct([...one.permitted, ...other.permitted]),
    requests: [...new Set([...one.requests, ...other.requests])],
    isNeverSubmitted: one.isNeverSubmitted && other.isNeverSubmitted,
  };
}

/** Targets share files. */
export function distinct(places: readonly FilePlace[]): readonly FilePlace[] {
  const byPlace = new Map(places.map((place) => [`${place.uri} ${place.range.start}`, place]));
  return [...byPlace.values()];
}
