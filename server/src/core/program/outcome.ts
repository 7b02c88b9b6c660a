/** Follows effects through calls and closures to what they come down to: when, if ever, is a task ended? */

import {
  isInertFunction,
  isInertMethod,
  isInertSdkType,
  isSdkType,
  saysLogging,
} from '../catalog/inert-calls';
import { firstPiece } from '../catalog/selectors';
import type { TextRange } from '../text';
import { isBridged } from './bridged-calls';
import { callTargets, isSetter, resolvedCallee } from './call-targets';
import type { CodeIndex, IndexedFunction } from './code-index';
import type { ArgEffects, Effect, FunctionEffects, ParamInfo } from './effect-types';
import type { IndexTypes } from './index-types';

/** `sync`: before the code that was asked about returns. `async`: certainly later. `maybe`: not known when. */
export type Timing = 'sync' | 'async' | 'maybe';

export interface Place {
  readonly uri: string;
  readonly range: TextRange;
}

export interface EndSite {
  readonly timing: Timing;
  /** The end call. */
  readonly at: Place;
  /** Where the path to it starts in the code that was asked about: a call there, or the end call itself. */
  readonly entry: TextRange;
  /** The call that puts it off, for `async`. */
  readonly hop: Place | undefined;
}

export interface BeginPlace {
  readonly at: Place;
  /** As in `EndSite`. */
  readonly entry: TextRange;
  /** How many calls lead to it. */
  readonly depth: number;
}

export interface Outcome {
  readonly ends: readonly EndSite[];
  /** Calls that begin a task before the code returns. */
  readonly begins: readonly BeginPlace[];
  /** Whether something unknown may happen before the code returns: an unresolved call, a bound that was hit. */
  readonly isOpen: boolean;
  /** The same for what happens later. */
  readonly isOpenLater: boolean;
}

const maxDepth = 10;
const maxSteps = 4000;

type Effects = Extract<Effect, { kind: 'call' }>;

interface Frame {
  readonly uri: string;
  /** Type of `self`. */
  readonly type: string | undefined;
  readonly timing: Timing;
  readonly hop: Place | undefined;
  readonly entry: TextRange | undefined;
  readonly depth: number;
  readonly active: readonly IndexedFunction[];
  /** What the parameters of the function at hand stand for; answers false when that is not known. */
  readonly invoke: (param: number, timing: Timing, hop: Place | undefined) => boolean;
}

/** Effects of code in the file `uri`, inside of a method of `type`. */
export function outcomeOf(
  effects: readonly Effect[],
  index: CodeIndex,
  uri: string,
  type: string | undefined,
): Outcome {
  const walk = new Walk(index);
  const start = { timing: 'sync', hop: undefined, entry: undefined, depth: 0, active: [] } as const;
  walk.effects(effects, { ...start, uri, type, invoke: () => false });
  return walk;
}

class Walk implements Outcome {
  readonly ends: EndSite[] = [];
  readonly begins: BeginPlace[] = [];
  isOpen = false;
  isOpenLater = false;
  #steps = 0;
  readonly #index: CodeIndex;

  constructor(index: CodeIndex) {
    this.#index = index;
  }

  effects(effects: readonly Effect[], frame: Frame): void {
    for (const effect of effects) this.#effect(effect, frame);
  }

  #effect(effect: Effect, frame: Frame): void {
    if (++this.#steps > maxSteps) {
      this.isOpen = true;
      return;
    }
    switch (effect.kind) {
      case 'end': {
        const at = { uri: frame.uri, range: effect.at };
        this.ends.push({ timing: frame.timing, at, entry: frame.entry ?? effect.at, hop: frame.hop });
        return;
      }
      case 'begin': {
        const at = { uri: frame.uri, range: effect.at };
        if (frame.timing === 'sync')
          this.begins.push({ at, entry: frame.entry ?? effect.at, depth: frame.depth });
        return;
      }
      case 'hop': {
        const hop = frame.hop ?? { uri: frame.uri, range: effect.at };
        this.effects(effect.effects, { ...frame, timing: 'async', hop });
        return;
      }
      case 'maybe':
        this.effects(effect.effects, { ...frame, timing: later(frame.timing, 'maybe') });
        return;
      case 'invoke':
        if (!frame.invoke(effect.param, frame.timing, frame.hop)) this.#open(frame);
        return;
      case 'unknown':
        this.#open(frame);
        return;
      case 'call':
        this.#call(effect, frame);
    }
  }

  #open({ timing }: Frame): void {
    if (timing === 'async') this.isOpenLater = true;
    else this.isOpen = true;
  }

  #call(effect: Effects, caller: Frame): void {
    const frame = { ...caller, entry: caller.entry ?? effect.at };
    const targets = callTargets(effect.callee, frame.type, this.#index, effect).filter(({ fn }) =>
      accepts(fn, effect),
    );
    const bodies = targets.filter(({ fn }) => fn.effects !== undefined);
    if (bodies.length === 0 || frame.depth >= maxDepth) {
      if (bodies.length > 0 || !isHarmless(effect, frame.type, this.#index)) this.#open(frame);
      for (const arg of effect.args) this.#stored(arg, frame);
      return;
    }
    for (const target of bodies) if (!frame.active.includes(target)) this.#enter(target, effect, frame);
  }

  #enter(target: IndexedFunction, effect: Effects, frame: Frame): void {
    const run = new Set<ArgEffects>();
    this.effects(target.fn.effects ?? [], {
      uri: target.uri,
      type: target.fn.type,
      timing: frame.timing,
      hop: frame.hop,
      entry: frame.entry,
      depth: frame.depth + 1,
      active: [...frame.active, target],
      invoke: (param, timing, hop) => {
        const arg = isBridged(target.fn, effect.selector)
          ? effect.args[param]
          : argumentFor(param, target.fn.params, effect.args, this.#index.types);
        // A parameter that is not passed has its default, which is nothing or empty.
        if (arg === undefined) return true;
        if (arg.effects === undefined) return false;
        run.add(arg);
        this.effects(arg.effects, { ...frame, timing, hop });
        return true;
      },
    });
    for (const arg of effect.args) if (!run.has(arg)) this.#stored(arg, frame);
  }

  /** A closure that the callee keeps or hands on: nobody knows when it runs. */
  #stored(arg: ArgEffects, frame: Frame): void {
    this.effects(arg.effects ?? [], { ...frame, timing: later(frame.timing, 'maybe') });
  }
}

/** The later of two timings: what is put off stays put off. */
function later(a: Timing, b: Timing): Timing {
  if (a === 'async' || b === 'async') return 'async';
  return a === 'maybe' ? a : b;
}

/** Whether a call that leads nowhere we know can be trusted not to run the app's code. */
export function isHarmless(effect: Effects, self: string | undefined, index: CodeIndex): boolean {
  const callee = resolvedCallee(effect.callee, index.types);
  const name = firstPiece(callee.name);
  switch (callee.on) {
    case 'self':
      return isSetter(callee.name) || saysLogging(name);
    case 'bare':
      return isInertFunction(name) || saysLogging(name);
    case 'type':
      // What an own type does not declare itself it has from the SDK.
      if (isInertMethod(name)) return index.methods(callee.type, callee.name).length === 0;
      return (
        index.declarations(callee.type).length === 0 &&
        (isInertSdkType(callee.type) || saysLogging(callee.type))
      );
    case 'super': {
      const supertypes =
        self === undefined ? [] : index.declarations(self).flatMap(({ inherits }) => inherits);
      return supertypes.length > 0 && supertypes.every(isSdkType);
    }
    case 'unknown':
      return isInertMethod(name);
  }
}

/** Whether Swift's labels of a call fit a declaration. Selectors fit by being found. */
function accepts(fn: FunctionEffects, { selector, args, callee }: Effects): boolean {
  if (selector !== undefined || isSetter(callee.name) || args.length === 0) return true;
  const { params } = fn;
  if (isBridged(fn, selector)) return args.length === params.length;
  return (
    args.length <= params.length &&
    args.every((arg) => arg.isTrailing || params.some(({ label }) => label === arg.label))
  );
}

/** The argument that a parameter gets: by label, a trailing closure by the first function type that is left. */
function argumentFor(
  param: number,
  params: readonly ParamInfo[],
  args: readonly ArgEffects[],
  types: IndexTypes,
): ArgEffects | undefined {
  const taken = new Map<number, ArgEffects>();
  let next = 0;
  for (const arg of args) {
    const fits = (each: ParamInfo): boolean =>
      arg.isTrailing && arg.label === undefined ? types.takesFunction(each) : each.label === arg.label;
    const found = params.findIndex((each, i) => i >= next && fits(each));
    const position = found === -1 ? params.length - 1 : found;
    taken.set(position, arg);
    next = position + 1;
  }
  return taken.get(param);
}
