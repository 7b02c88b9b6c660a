/** What has become of the value at one point of a path. */
import type { Arm } from '../cfg';
import type { FunctionDecl } from '../ir';
import type { Handover, PathEnd } from './types';

export interface DutyState {
  /**
   * `none`: there is no value yet. `passed`: somebody else has it, or nothing can be said.
   */
  readonly phase: 'none' | 'open' | 'done' | 'passed';
  /** Calls that got the value while it is open. */
  readonly handovers: readonly Handover[];
  /** The closure that has been passed it, when it is the only one. */
  readonly holder: FunctionDecl | undefined;
  readonly arm: Arm | undefined;
}

function inPhase(phase: DutyState['phase']): DutyState {
  return { phase, handovers: [], holder: undefined, arm: undefined };
}

export const none = inPhase('none');
export const open = inPhase('open');
export const done = inPhase('done');
export const passed = inPhase('passed');

export function isOpen(state: DutyState): boolean {
  return state.phase === 'open';
}

/** The value on this path as others see it. */
export function endOf(state: DutyState): PathEnd {
  if (state.phase === 'open') return state.handovers.length === 0 ? 'open' : state.handovers;
  return state.phase === 'done' ? 'done' : 'passed';
}

/** Numbers objects, so that states can be compared. */
export class Ids {
  readonly #known = new Map<object, number>();

  of(object: object | undefined): number {
    if (object === undefined) return -1;
    const known = this.#known.get(object) ?? this.#known.size;
    this.#known.set(object, known);
    return known;
  }

  key({ phase, handovers, holder, arm }: DutyState): string {
    const calls = handovers.map((handover) => this.of(handover)).join(',');
    return `${phase} ${calls} ${this.of(holder)} ${arm?.part ?? ''}${arm?.range.start ?? ''}`;
  }
}
