/** Whether running some code can come to certain calls, through the functions of all files. */
import { firstPiece } from '../catalog/selectors';
import { callTargets } from './call-targets';
import type { CodeIndex, IndexedFunction } from './code-index';
import type { Effect } from './effect-types';
import { isHarmless } from './outcome';

/** `unknown`: a call that nobody can follow may do it. */
export type Reach = 'yes' | 'no' | 'unknown';

export interface Goal {
  /** Swift base name, C function or first selector piece of a call that is looked for. */
  isReached(name: string): boolean;
  /** Names that certainly do not lead there, on whatever object. */
  isHarmless(name: string): boolean;
}

type CallEffect = Extract<Effect, { kind: 'call' }>;

const maxDepth = 8;

export class CallReach {
  readonly #index: CodeIndex;
  readonly #goal: Goal;

  constructor(index: CodeIndex, goal: Goal) {
    this.#index = index;
    this.#goal = goal;
  }

  /** Effects of code inside of a method of `type`; what happens later counts. */
  of(effects: readonly Effect[], type: string | undefined): Reach {
    return this.#all(effects, type, []);
  }

  /** Whether any code that was read makes such a call. */
  isAnywhere(): boolean {
    return this.#index.all.some(({ fn }) => (fn.effects ?? []).some((effect) => this.#mentions(effect)));
  }

  #mentions(effect: Effect): boolean {
    switch (effect.kind) {
      case 'call':
        return (
          this.#goal.isReached(firstPiece(effect.callee.name)) ||
          effect.args.some((arg) => (arg.effects ?? []).some((each) => this.#mentions(each)))
        );
      case 'begin':
        return effect.handler.some((each) => this.#mentions(each));
      case 'hop':
      case 'maybe':
        return effect.effects.some((each) => this.#mentions(each));
      default:
        return false;
    }
  }

  #all(effects: readonly Effect[], type: string | undefined, active: readonly IndexedFunction[]): Reach {
    let result: Reach = 'no';
    for (const effect of effects) {
      const each = this.#effect(effect, type, active);
      if (each === 'yes') return 'yes';
      if (each === 'unknown') result = 'unknown';
    }
    return result;
  }

  #effect(effect: Effect, type: string | undefined, active: readonly IndexedFunction[]): Reach {
    switch (effect.kind) {
      case 'call':
        return this.#call(effect, type, active);
      case 'hop':
      case 'maybe':
        return this.#all(effect.effects, type, active);
      case 'begin':
        return this.#all(effect.handler, type, active);
      case 'unknown':
        return 'unknown';
      // What a passed closure does counts where it is passed.
      case 'invoke':
      case 'end':
        return 'no';
    }
  }

  #call(effect: CallEffect, type: string | undefined, active: readonly IndexedFunction[]): Reach {
    const name = firstPiece(effect.callee.name);
    if (this.#goal.isReached(name)) return 'yes';
    const passed = this.#all(
      effect.args.flatMap((arg) => arg.effects ?? []),
      type,
      active,
    );
    const inside = this.#inside(effect, type, active);
    if (passed === 'yes' || inside === 'yes') return 'yes';
    return passed === 'unknown' || inside === 'unknown' ? 'unknown' : 'no';
  }

  #inside(effect: CallEffect, type: string | undefined, active: readonly IndexedFunction[]): Reach {
    const targets = callTargets(effect.callee, type, this.#index, effect).filter(
      ({ fn }) => fn.effects !== undefined,
    );
    if (targets.length === 0) {
      const isTrusted =
        this.#goal.isHarmless(firstPiece(effect.callee.name)) || isHarmless(effect, type, this.#index);
      return isTrusted ? 'no' : 'unknown';
    }
    if (active.length >= maxDepth) return 'unknown';
    const reaches = targets
      .filter((target) => !active.includes(target))
      .map((target) => this.#all(target.fn.effects ?? [], target.fn.type, [...active, target]));
    if (reaches.includes('yes')) return 'yes';
    return reaches.includes('unknown') ? 'unknown' : 'no';
  }
}
