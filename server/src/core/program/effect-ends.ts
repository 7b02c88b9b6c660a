/** Which identifiers a function ends, whenever that happens. */
import type { Effect, FileEffects, TokenRef } from './effect-types';

/** A function that may end background tasks. */
export interface FunctionEnds {
  /** As in `FunctionEffects`. */
  readonly type: string | undefined;
  readonly tokens: readonly TokenRef[];
}

/** Functions of a file that end something. */
export function endsOf({ functions }: FileEffects): readonly FunctionEnds[] {
  return functions.flatMap(({ type, effects }): FunctionEnds[] => {
    const tokens = endTokens(effects ?? []);
    return tokens.length === 0 ? [] : [{ type, tokens }];
  });
}

export function endTokens(effects: readonly Effect[]): readonly TokenRef[] {
  return effects.flatMap((effect) => {
    switch (effect.kind) {
      case 'end':
        return [effect.token];
      case 'begin':
        return endTokens(effect.handler);
      case 'call':
        return effect.args.flatMap((arg) => endTokens(arg.effects ?? []));
      case 'hop':
      case 'maybe':
        return endTokens(effect.effects);
      default:
        return [];
    }
  });
}
