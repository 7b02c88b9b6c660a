/** The knowledge of the mechanism chooser. Own words; the facts are Apple's, behind the links. */
import { deviceMechanisms } from './devices';
import { wishes } from './goals';
import { limits } from './limits';
import { mediaMechanisms } from './media';
import { timeAndPlaceMechanisms } from './time-and-places';
import type { Goal, Mechanism } from './types';
import { workMechanisms } from './work';

export type { Goal, GoalGroup, Mechanism, TaskKind } from './types';

export const mechanisms: readonly Mechanism[] = [
  ...mediaMechanisms,
  ...workMechanisms,
  ...timeAndPlaceMechanisms,
  ...deviceMechanisms,
];

/** In the order in which they are offered: what can be had first. */
export const goals: readonly Goal[] = [...wishes, ...limits];

const byId = new Map(mechanisms.map((mechanism) => [mechanism.id, mechanism]));

export function mechanismById(id: string): Mechanism | undefined {
  return byId.get(id);
}

export function mechanismsOf(goal: Goal): readonly Mechanism[] {
  return goal.mechanisms.flatMap((id) => byId.get(id) ?? []);
}
