/** Methods that get a VoIP push, and what reports a call in them. */
import {
  otherPushTypeNames,
  pushReports,
  readingCalls,
  voipPushMethod,
  voipTypeNames,
} from '../../catalog/calls';
import type { FileAnalysis } from '../../program/analysis';
import { CallReach, type Reach } from '../../program/call-reach';
import { type DelegateImplementation, implementations } from '../../program/delegates';
import type { CallExpr, Expr, FunctionDecl } from '../../program/ir';
import { memberSet } from '../../program/setters';
import { walkExpr } from '../../program/walk';
import { taskContext } from '../background-task/context';
import type { CodeContext } from '../context';

/** Handlers of VoIP pushes in the file; none where the pushes are of another kind. */
export function voipPushHandlers(code: CodeContext): readonly DelegateImplementation[] {
  const { targets } = code;
  if (targets.length > 0 && targets.every(({ product }) => product === 'tests')) return [];
  if (targets.length > 0 && targets.every(({ platforms }) => platforms?.every(isWithoutCalls))) return [];
  const { analysis } = taskContext(code);
  const found = implementations(analysis, code.index, voipPushMethod);
  if (found.length === 0 || registersForOthers(analysis)) return [];
  return found.filter(
    (each) =>
      !isOutdated(each.fn) || found.every(({ fn, type }) => type.name !== each.type.name || isOutdated(fn)),
  );
}

function isWithoutCalls(platform: string): boolean {
  return platform === 'watchOS' || platform === 'tvOS' || platform === 'macOS';
}

/** The form without a completion handler is only called where the newer one is missing. */
function isOutdated({ params, isAsync }: FunctionDecl): boolean {
  return params.length === 3 && !isAsync;
}

/** Whether all registrations of the file are for pushes that are no calls. */
function registersForOthers(analysis: FileAnalysis): boolean {
  const names = { voip: false, others: false };
  analysis.walkMentioning(['desiredPushTypes', 'setDesiredPushTypes'], {
    expr: (expr) => {
      const set = memberSet(expr);
      if (set?.member === 'desiredPushTypes') noteNames(set.value, names);
      return true;
    },
  });
  return names.others && !names.voip;
}

function noteNames(value: Expr, names: { voip: boolean; others: boolean }): void {
  walkExpr(value, {
    expr: (expr) => {
      if (expr.kind !== 'name' && expr.kind !== 'member') return true;
      names.voip ||= voipTypeNames.has(expr.name);
      names.others ||= otherPushTypeNames.has(expr.name);
      return true;
    },
  });
}

/** Whether code of one handler comes to a report. */
export class Reports {
  readonly #code: CodeContext;
  readonly #handler: DelegateImplementation;
  readonly #analysis: FileAnalysis;
  readonly #reach: CallReach;
  readonly #known = new Map<Expr, Reach>();
  #isAnnounced: boolean | undefined;

  constructor(code: CodeContext, handler: DelegateImplementation) {
    this.#code = code;
    this.#handler = handler;
    this.#analysis = taskContext(code).analysis;
    this.#reach = new CallReach(code.index, {
      isReached: (name) => pushReports.has(name),
      isHarmless: (name) =>
        readingCalls.test(name) || (/^post(?![a-z])/.test(name) && !this.#mayBeAnnounced()),
    });
  }

  /** What evaluating an expression of the handler can come to, closures included. */
  of(expr: Expr): Reach {
    const known = this.#known.get(expr);
    if (known !== undefined) return known;
    const { effects } = this.#analysis;
    const direct = this.#reach.of(effects.ofExpression(expr, this.#handler.fn), this.#handler.type.name);
    const result = direct === 'no' ? this.#hidden(expr) : direct;
    this.#known.set(expr, result);
    return result;
  }

  /** What effects do not tell: initialisers of the app, values given to other objects. */
  #hidden(expr: Expr): Reach {
    let result: Reach = 'no';
    walkExpr(expr, {
      expr: (each) => {
        const reach = this.#hiddenIn(each);
        if (reach !== 'no') result = result === 'yes' ? 'yes' : reach;
        return true;
      },
    });
    return result;
  }

  #hiddenIn(expr: Expr): Reach {
    if (expr.kind === 'assign')
      return this.#analysis.resolver.place(expr.target).kind === 'foreign' ? 'unknown' : 'no';
    return expr.kind === 'call' && expr.constructs !== undefined ? this.#ofInitialiser(expr) : 'no';
  }

  #ofInitialiser({ constructs = '', selector }: CallExpr): Reach {
    const name = selector === undefined || selector === 'new' ? 'init' : selector;
    const bodies = this.#code.index.methods(constructs, name).flatMap(({ fn }) => fn.effects ?? []);
    return this.#reach.of(bodies, constructs);
  }

  /** Whether an observer of a notification could report. */
  #mayBeAnnounced(): boolean {
    this.#isAnnounced ??=
      this.#reach.isAnywhere() || this.#code.targets.some(({ dependencies }) => dependencies.length > 0);
    return this.#isAnnounced;
  }
}
