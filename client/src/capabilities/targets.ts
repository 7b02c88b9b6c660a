/** Which target a command is about. */
import { l10n, window } from 'vscode';
import type { ChecklistModel } from '../checklist/model';
import type { ChecklistTarget } from '../protocol';
import { pickOne, type StepAnswer } from '../steps';

export interface TargetStep {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly hasBack: boolean;
}

/** `undefined` while the workspace is not known. */
export function knownTargets({ state }: ChecklistModel): readonly ChecklistTarget[] | undefined {
  return state.kind === 'loaded' ? state.checklist.targets : undefined;
}

/** Asks only where several come into question. Tells why there is nothing to ask. */
export async function pickTarget(
  model: ChecklistModel,
  step: TargetStep,
  isFit: (target: ChecklistTarget) => boolean = () => true,
): Promise<StepAnswer<ChecklistTarget>> {
  const known = knownTargets(model);
  const fit = (known ?? []).filter(isFit);
  const [only, ...others] = fit;
  if (only === undefined) {
    void window.showInformationMessage(noTarget(known));
    return { kind: 'cancelled' };
  }
  if (others.length === 0) return { kind: 'answered', value: only };
  const items = fit.map((target) => ({
    label: target.name,
    description: [target.product, ...target.platforms].join(', '),
    target,
  }));
  const answer = await pickOne({ ...step, placeholder: l10n.t('Which target?'), items });
  return answer.kind === 'answered' ? { kind: 'answered', value: answer.value.target } : answer;
}

function noTarget(known: readonly ChecklistTarget[] | undefined): string {
  if (known === undefined) return l10n.t('The workspace is still being read');
  return known.length === 0
    ? l10n.t('No app target was found in this workspace')
    : l10n.t('No target of this workspace can have that');
}
