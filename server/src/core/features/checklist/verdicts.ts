/** What the rules say about the modes of a target: the checklist must not judge for itself, or the two would differ. */
import type { BackgroundMode } from '../../catalog/modes';
import { modeRequirements } from '../../catalog/requirements';
import type { FindingDraft } from '../../rules/context';
import { ruleById } from '../../rules/index';
import type { TargetModel } from '../../workspace-types';
import type { FilePlace } from './types';

export interface Verdicts {
  /** Where a mode is needed and missing; `undefined` when it is not. */
  missing(mode: BackgroundMode): FilePlace | undefined;
  /** Whether nothing needs the mode that is declared at `place`. */
  isUnused(place: FilePlace): boolean;
}

/** `models` are all targets, for those that look at their siblings. Suppression comments do not count here. */
export function verdictsOn(model: TargetModel, models: readonly TargetModel[]): Verdicts {
  const missing = drafts('missing-background-mode', model, models);
  const unused = drafts('unused-background-mode', model, models);
  return {
    missing: (mode) => missing.find((draft) => isAbout(draft, mode, model)),
    isUnused: ({ uri, range }) =>
      unused.some(
        (draft) => draft.uri === uri && range.start <= draft.range.start && draft.range.end <= range.end,
      ),
  };
}

function drafts(id: string, model: TargetModel, models: readonly TargetModel[]): readonly FindingDraft[] {
  const rule = ruleById(id);
  if (rule?.run !== 'target') return [];
  const { target } = model;
  const siblings = models.filter(
    (other) => other.target.id !== target.id && other.target.projectUri === target.projectUri,
  );
  const found: FindingDraft[] = [];
  rule.check({ ...model, siblings, report: (draft) => found.push(draft) });
  return found;
}

/** Whether a finding of the missing mode rule asks for this mode: entries can have several rows. */
function isAbout(draft: FindingDraft, { key, value }: BackgroundMode, { uses }: TargetModel): boolean {
  return modeRequirements.some(
    (requirement) =>
      requirement.entry === draft.entry &&
      requirement.key === key &&
      requirement.anyOf.includes(value) &&
      (requirement.apis.length === 0 ||
        uses.some(
          ({ uri, use }) =>
            uri === draft.uri && use.range.start === draft.range.start && requirement.apis.includes(use.row),
        )),
  );
}
