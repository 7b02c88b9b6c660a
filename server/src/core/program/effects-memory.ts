/** What members of an open document do, remembered from its last version. */
import type { TextRange } from '../text';
import type {
  ArgEffects,
  Effect,
  FunctionEffects,
  PropertyInfo,
  ReturnedTask,
  TokenRef,
} from './effect-types';
import { MemberMemory } from './member-memory';
import type { HandedOut } from './token-uses';

export interface MemberSummary {
  /** A function's own; those of the accessors and of the initial value of a property. */
  readonly functions: readonly FunctionEffects[];
  readonly handedOut: readonly HandedOut[];
  /** Properties only. */
  readonly info?: PropertyInfo;
}

/**
 * What a member does follows from its own lowered form, from what the file declares, and from where the parser lost its
 * way: inside of the member, and (for values that a function leaves alone) anywhere.
 */
export class EffectsMemory extends MemberMemory<MemberSummary> {
  constructor() {
    super({ moved, heedsErrors: mayBeLeftAlone });
  }
}

/** Whether a function never completes some value, so that an error anywhere makes a difference. */
function mayBeLeftAlone({ functions }: MemberSummary): boolean {
  return functions.some(({ duties }) => duties?.some(({ ends }) => !ends.includes('done')) ?? false);
}

function moved(summary: MemberSummary, delta: number): MemberSummary {
  if (summary.functions.every(({ effects = [] }) => effects.length === 0)) return summary;
  return { ...summary, functions: summary.functions.map((fn) => movedFunction(fn, delta)) };
}

function movedFunction(fn: FunctionEffects, delta: number): FunctionEffects {
  if (delta === 0 || fn.effects === undefined || fn.effects.length === 0) return fn;
  const { effects, answers } = fn;
  return {
    ...fn,
    effects: movedEffects(effects, delta),
    ...(answers && { answers: movedTask(answers, delta) }),
  };
}

function movedTask(task: ReturnedTask, delta: number): ReturnedTask {
  const begins = task.begins.map((begin) =>
    begin.kind === 'begin' ? { ...begin, at: movedRange(begin.at, delta) } : begin,
  );
  return { ...task, begins };
}

function movedEffects(effects: readonly Effect[], delta: number): readonly Effect[] {
  return effects.map((effect) => movedEffect(effect, delta));
}
function movedEffect(effect: Effect, delta: number): Effect {
  switch (effect.kind) {
    case 'end':
      return { ...effect, token: movedToken(effect.token, delta), at: movedRange(effect.at, delta) };
    case 'begin':
      return { ...effect, at: movedRange(effect.at, delta), handler: movedEffects(effect.handler, delta) };
    case 'call':
      return {
        ...effect,
        args: effect.args.map((arg) => movedArg(arg, delta)),
        at: movedRange(effect.at, delta),
      };
    case 'hop':
      return { ...effect, at: movedRange(effect.at, delta), effects: movedEffects(effect.effects, delta) };
    case 'maybe':
      return { ...effect, effects: movedEffects(effect.effects, delta) };
    case 'invoke':
    case 'unknown':
      return { ...effect, at: movedRange(effect.at, delta) };
  }
}

function movedArg(arg: ArgEffects, delta: number): ArgEffects {
  return arg.effects === undefined ? arg : { ...arg, effects: movedEffects(arg.effects, delta) };
}

function movedToken(token: TokenRef, delta: number): TokenRef {
  return token.kind === 'local' ? { ...token, at: token.at + delta } : token;
}

function movedRange({ start, end }: TextRange, delta: number): TextRange {
  return { start: start + delta, end: end + delta };
}
