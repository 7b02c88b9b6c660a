/** Which steps by hand a target asks for. */
import { type ManualStep, manualSteps, type StepScope } from '../../catalog/manual-steps';
import type { TargetModel } from '../../workspace-types';
import type { CapabilityItem } from './types';

/** None for a target that does nothing in the background. `capabilities`: its own. */
export function stepsOf(
  { uses }: TargetModel,
  capabilities: readonly CapabilityItem[],
): readonly ManualStep[] {
  const wanted = capabilities.filter(({ state }) => state !== 'not-needed' && state !== 'unused');
  const modes = new Set(wanted.map(({ mode }) => mode));
  const rows = new Set(uses.map(({ use }) => use.row));
  const special = manualSteps.filter(({ appliesTo }) => isFor(appliesTo, modes, rows));
  if (special.length === 0 && modes.size === 0) return [];
  return manualSteps.filter((step) => step.appliesTo === 'everything' || special.includes(step));
}

function isFor(scope: StepScope, modes: ReadonlySet<string>, rows: ReadonlySet<string>): boolean {
  if (scope === 'everything') return false;
  return (
    (scope.modes ?? []).some((mode) => modes.has(mode)) || (scope.apis ?? []).some((row) => rows.has(row))
  );
}
