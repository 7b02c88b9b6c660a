/** Follows handovers into the functions of other files: is the value completed in the end? */
import { isBridged } from '../bridged-calls';
import { calledFunctions, positions } from '../called-functions';
import type { CodeIndex, IndexedFunction } from '../code-index';
import type { FunctionEffects } from '../effect-types';
import type { IndexTypes } from '../index-types';
import type { Handover, PathEnd } from './types';

/** `some`: open on some paths. `unknown`: not open as far as can be seen. */
export type Fate = 'always' | 'never' | 'some' | 'unknown';

const maxDepth = 6;

interface Frame {
  /** Type of `self`. */
  readonly type: string | undefined;
  readonly active: readonly IndexedFunction[];
}

/** A function that a call hands the value to, and its parameter that gets it. */
export interface Receiver {
  readonly target: IndexedFunction;
  readonly param: number;
}

export class Fates {
  readonly #index: CodeIndex;

  constructor(index: CodeIndex) {
    this.#index = index;
  }

  /** Whether the value is certainly left open at the end of a path in a method of `type`. */
  isOpen(end: PathEnd, type: string | undefined): boolean {
    return this.#settled(end, { type, active: [] }) === 'open';
  }

  /** All paths together. */
  of(ends: readonly PathEnd[], type: string | undefined): Fate {
    return this.#fate(ends, { type, active: [] });
  }

  /** The only function that a call can mean. */
  receiver(handover: Handover, type: string | undefined): Receiver | undefined {
    const [target, ...others] = calledFunctions(handover, type, this.#index);
    if (target === undefined || others.length > 0) return undefined;
    return { target, param: paramOf(handover, target.fn, this.#index.types) };
  }

  #fate(ends: readonly PathEnd[], frame: Frame): Fate {
    const results = ends.map((end) => this.#settled(end, frame));
    if (results.length === 0) return 'unknown';
    if (results.every((result) => result === 'done')) return 'always';
    if (results.every((result) => result === 'open')) return 'never';
    return results.includes('open') ? 'some' : 'unknown';
  }

  #settled(end: PathEnd, frame: Frame): 'open' | 'done' | 'passed' {
    if (typeof end === 'string') return end;
    const fates = end.map((handover) => this.#handed(handover, frame));
    if (fates.includes('always')) return 'done';
    return fates.every((fate) => fate === 'never') ? 'open' : 'passed';
  }

  #handed(handover: Handover, frame: Frame): Fate {
    const targets = calledFunctions(handover, frame.type, this.#index).filter(
      ({ fn }) => fn.effects !== undefined,
    );
    const fates = targets.map((target) => this.#inside(target, handover, frame));
    const [first = 'unknown'] = fates;
    return fates.every((fate) => fate === first) ? first : 'unknown';
  }

  #inside(target: IndexedFunction, handover: Handover, frame: Frame): Fate {
    if (frame.active.includes(target) || frame.active.length >= maxDepth) return 'unknown';
    const index = paramOf(handover, target.fn, this.#index.types);
    const duty = target.fn.duties?.find((each) => each.index === index);
    if (duty === undefined) return 'unknown';
    const fate = this.#fate(duty.ends, { type: target.fn.type, active: [...frame.active, target] });
    if (handover.closure === undefined || fate === 'never') return fate;
    const inner = this.#fate(handover.closure, frame);
    if (inner === 'never') return 'never';
    return fate === 'always' ? inner : 'unknown';
  }
}

function paramOf(handover: Handover, fn: FunctionEffects, types: IndexTypes): number {
  const { args, position, selector } = handover;
  return isBridged(fn, selector) ? position : (positions(fn.params, args, types)[position] ?? -1);
}
