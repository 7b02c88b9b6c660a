/** What is known about the functions of an open document from its last version, so that only changed ones are read again. */
import type { TextRange } from '../text';
import type { ArgEffects, Effect, FunctionEffects, TokenRef } from './effect-types';
import type { FunctionDecl, ProgramFile } from './ir';
import type { HandedOut } from './token-uses';
import { allTypes } from './walk';

export interface FunctionSummary {
  readonly effects: FunctionEffects;
  readonly handedOut: readonly HandedOut[];
}

interface Remembered extends FunctionSummary {
  readonly start: number;
}

/** A directive inside of a function may end outside of it. */
const directive = /^[ \t]*#/m;

/**
 * What a function does follows from its own text and from the text outside of all bodies: names, types and properties
 * that it can refer to. Files with syntax errors are not remembered, since errors reach across functions.
 */
export class EffectsMemory {
  #outside: string | undefined;
  #known: ReadonlyMap<string, Remembered> = new Map();
  #next = new Map<string, Remembered>();
  #text: string | undefined;

  /** Begins a version of the document; what is not asked about until the next one is forgotten. */
  begin(program: ProgramFile, text: string): void {
    const outside = program.errors.length === 0 ? textOutsideBodies(program, text) : undefined;
    this.#known = outside !== undefined && outside === this.#outside ? this.#next : new Map();
    this.#next = new Map();
    this.#outside = outside;
    this.#text = outside === undefined ? undefined : text;
  }

  /** The summary of a function of `type`, made by `summarise` if it is not known. */
  of(fn: FunctionDecl, type: string | undefined, summarise: () => FunctionSummary): FunctionSummary {
    const source = this.#text?.slice(fn.range.start, fn.range.end);
    if (source === undefined || directive.test(source)) return summarise();
    const key = `${type ?? ''}\n${source}`;
    const { start } = fn.range;
    const known = this.#known.get(key);
    const summary = known === undefined ? summarise() : moved(known, start - known.start);
    this.#next.set(key, { ...summary, start });
    return summary;
  }
}

function textOutsideBodies(program: ProgramFile, text: string): string {
  const functions = [...allTypes(program).flatMap(({ methods }) => methods), ...program.functions];
  const bodies = functions.flatMap(({ body }) => (body === undefined ? [] : [body.range]));
  bodies.sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of bodies) {
    if (start < position) continue;
    parts.push(text.slice(position, start));
    position = end;
  }
  parts.push(text.slice(position));
  return parts.join('{}');
}

function moved({ effects: fn, handedOut }: Remembered, delta: number): FunctionSummary {
  if (delta === 0 || fn.effects === undefined || fn.effects.length === 0) return { effects: fn, handedOut };
  return { effects: { ...fn, effects: movedEffects(fn.effects, delta) }, handedOut };
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
