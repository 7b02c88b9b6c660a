/** Above the identifiers that an Info.plist permits. */
import type { TextRange } from '../../text';
import type { TargetModel } from '../../workspace-types';
import type { FilePlace } from '../checklist/types';
import { distinct, knownTasks } from '../tasks/known-tasks';
import { places } from './counts';
import type { Lens } from './types';

interface Permitted {
  readonly range: TextRange;
  readonly registered: FilePlace[];
  readonly submitted: FilePlace[];
}

/** One entry may stand for several tasks. */
export function permittedLenses(uri: string, models: readonly TargetModel[]): readonly Lens[] {
  const entries = new Map<number, Permitted>();
  for (const { permitted, registered, submitted } of knownTasks(models)) {
    for (const { range } of permitted.filter((place) => place.uri === uri)) {
      const entry = entries.get(range.start) ?? { range, registered: [], submitted: [] };
      entry.registered.push(...registered);
      entry.submitted.push(...submitted);
      entries.set(range.start, entry);
    }
  }
  return [...entries.values()].flatMap(({ range, registered, submitted }) => [
    ...placesLens(range, 'Registered', registered),
    ...placesLens(range, 'Submitted', submitted),
  ]);
}

function placesLens(range: TextRange, what: string, all: readonly FilePlace[]): readonly Lens[] {
  const found = distinct(all);
  if (found.length === 0) return [];
  const title = `${what} in ${places(found.length)}`;
  return [{ kind: 'tasks', range, title, action: { kind: 'places', places: found } }];
}
