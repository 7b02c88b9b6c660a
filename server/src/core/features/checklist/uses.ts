/** Which code of a target uses a background mode. */
import type { BackgroundMode } from '../../catalog/modes';
import { modeRequirements } from '../../catalog/requirements';
import type { TargetModel } from '../../workspace-types';
import type { FilePlace } from './types';

/** Rows of the API table that profit from a mode without needing it. */
const profiting: Readonly<Record<string, readonly string[]>> = { audio: ['audio-session-category'] };

/** In the order of the target's sources. */
export function usesOfMode({ key, value }: BackgroundMode, { uses }: TargetModel): readonly FilePlace[] {
  const rows = new Set(Object.hasOwn(profiting, value) ? profiting[value] : []);
  for (const requirement of modeRequirements) {
    if (requirement.key === key && requirement.anyOf.includes(value)) {
      for (const row of requirement.apis) rows.add(row);
    }
  }
  return uses.filter(({ use }) => rows.has(use.row)).map(({ uri, use }) => ({ uri, range: use.range }));
}
