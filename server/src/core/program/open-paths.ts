/** Ways out of a function, and of closures that it hands the only end to, on which a background task is still open. */

import type { FileAnalysis } from './analysis';
import { buildCfg, type Exit } from './cfg';
import { solve } from './dataflow';
import type { Block, FunctionDecl } from './ir';
import { LocalToken, type TaskState } from './local-token';
import type { Declaration } from './scopes';
import type { BeginSite } from './task-sites';
import type { TokenUse } from './token-uses';

export interface OpenExit {
  readonly exit: Exit;
  /** What is left: the function that begins the task, or a closure inside of it. */
  readonly fn: FunctionDecl;
}

const maxNesting = 8;

/** Ways out with the task open; `undefined` when that cannot be said. */
export function openExits(
  site: BeginSite,
  token: Declaration,
  uses: readonly TokenUse[],
  analysis: FileAnalysis,
): readonly OpenExit[] | undefined {
  const fn = site.scope?.fn;
  if (fn?.body === undefined || token.owner !== site.scope) return undefined;
  const flow = new Flow(new LocalToken(site, token, uses, analysis));
  const own = flow.follow(fn, fn.body, 'none');
  return own && [...own, ...flow.inner(fn, [])];
}

class Flow {
  readonly #token: LocalToken;

  constructor(token: LocalToken) {
    this.#token = token;
  }

  follow(fn: FunctionDecl, body: Block, initial: TaskState['phase']): readonly OpenExit[] | undefined {
    const cfg = buildCfg(body);
    if (cfg === undefined) return undefined;
    const token = this.#token;
    const exits = solve<TaskState>(cfg, {
      initial: { phase: initial, holder: undefined },
      step: (step, state) => token.after(step, state),
      thrown: (step, state) => {
        const after = token.after(step, state);
        return after.phase === 'open' ? state : after;
      },
      assume: (assumption, state) => token.assume(assumption, state, fn),
      key: (state) => token.key(state),
    });
    // A task that no path settles is not forgotten on some of them: it is meant to last, or never ended at all.
    if (exits?.some(({ state }) => state.phase === 'settled') !== true) return undefined;
    return exits.filter(({ state }) => state.phase === 'open').map(({ exit }) => ({ exit, fn }));
  }

  /** The same for closures inside of `fn` that run exactly once, when nothing after them can end the task. */
  inner(fn: FunctionDecl, around: readonly FunctionDecl[]): readonly OpenExit[] {
    if (around.length >= maxNesting) return [];
    return this.#token.holdersIn(fn).flatMap(({ closure, isTask }) => {
      const { body } = closure;
      const own = body === undefined ? undefined : this.follow(closure, body, 'open');
      if (own === undefined || this.#token.isContested(closure)) return [];
      const found = own.filter(({ exit: { kind } }) => kind === 'return' || (isTask && kind !== 'end'));
      return [...found, ...this.inner(closure, [...around, fn])];
    });
  }
}
