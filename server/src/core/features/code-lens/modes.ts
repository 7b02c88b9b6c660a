/** Above the background modes of an Info.plist, or of what a tool has in its place. */
import { backgroundModes, modeOf } from '../../catalog/modes';
import type { Finding } from '../../rules/types';
import { contains, type TextRange } from '../../text';
import type { TargetModel } from '../../workspace-types';
import type { FilePlace } from '../checklist/types';
import { usesOfMode } from '../checklist/uses';
import { hasModes } from '../mode-state';
import { distinct } from '../tasks/known-tasks';
import { places } from './counts';
import type { Lens } from './types';

interface Declared {
  readonly range: TextRange;
  readonly uses: FilePlace[];
}

/** `findings` are those of the file: whether a mode is unused is for the rules to say. */
export function modeLenses(
  uri: string,
  models: readonly TargetModel[],
  findings: readonly Finding[],
): readonly Lens[] {
  return [...declaredIn(uri, models)].flatMap(({ range, uses }): Lens[] => {
    const used = distinct(uses);
    if (used.length > 0) {
      const title = `Used by ${places(used.length)}`;
      return [{ kind: 'modes', range, title, action: { kind: 'places', places: used } }];
    }
    const isUnused = findings.some(
      (finding) => finding.rule === 'unused-background-mode' && contains(range, finding.range),
    );
    return isUnused
      ? [{ kind: 'modes', range, title: 'Nothing found that uses it', action: { kind: 'none' } }]
      : [];
  });
}

/** Several targets may share the file. */
function declaredIn(uri: string, models: readonly TargetModel[]): Iterable<Declared> {
  const found = new Map<string, Declared>();
  for (const model of models.filter(({ target }) => hasModes(target.product))) {
    for (const key of new Set(backgroundModes.map((mode) => mode.key))) {
      for (const { value, uri: file, range } of model.infoPlist.modes(key).values) {
        const mode = file === uri ? modeOf(key, value) : undefined;
        if (mode === undefined) continue;
        const place = `${range.start} ${value}`;
        const declared = found.get(place) ?? { range, uses: [] };
        declared.uses.push(...usesOfMode(mode, model));
        found.set(place, declared);
      }
    }
  }
  return found.values();
}
