/** Reports values that are not completed: never, or on some path. */
import type { FileAnalysis } from '../../program/analysis';
import type { Arm } from '../../program/cfg';
import { Fates } from '../../program/duties/fates';
import { followToken } from '../../program/duties/flow';
import type { DutySite } from '../../program/duties/sites';
import { TokenNames } from '../../program/duties/tokens';
import type { Discharge, DutyExit, DutyFlow } from '../../program/duties/types';
import type { Block, FunctionDecl } from '../../program/ir';
import { walkFunction } from '../../program/walk';
import type { Platform } from '../../project/types';
import { firstLine, taskContext } from '../background-task/context';
import type { CodeContext, FindingDraft } from '../context';
import type { Fix, Severity } from '../types';
import { exitFix, neverFix } from './fixes';
import { helperOf } from './helpers';
import { hides, isInSkipped, placeOf } from './places';

/** Chains of functions that hand a value on are followed this far. */
const maxHelpers = 4;

/** What a rule says about a value that is left open. */
export interface DutyTexts {
  readonly never: string;
  readonly onSomePath: string;
  /** At the place where the value arrives. */
  readonly arrival: string;
  readonly fixTitle: string;
  /** Where the fix says that it failed, if that is called something else. */
  readonly failTitle?: string;
}

export interface Duty {
  readonly discharge: Discharge;
  /** What code calls the value. */
  readonly name: string;
  readonly platform: Platform;
  readonly texts: DutyTexts;
  readonly entries: { readonly never: string | undefined; readonly onSomePath: string | undefined };
  /** Whether a value that is never completed is reported at all; else only paths are. */
  readonly reportsNever: boolean;
  readonly reportsPaths: boolean;
  readonly severity?: Severity;
  /** A statement that completes the value called `name`; `isFailure` on a path that gives up early. */
  code(name: string, site: DutySite, analysis: FileAnalysis, isFailure: boolean): string | undefined;
  /** The same in a branch that knows more about the value; `undefined` where `code` is right. */
  codeIn?(arm: Arm): string | undefined;
  /** Ways out that exist in the code, but that the system's promises rule out. */
  isNeverTaken?(exit: DutyExit, site: DutySite, analysis: FileAnalysis): boolean;
  /** Where a value that is never completed should be, when that is not the end of the function. */
  place?(site: DutySite): Block | undefined;
}

export interface Checked {
  readonly code: CodeContext;
  readonly analysis: FileAnalysis;
  readonly site: DutySite;
  readonly duty: Duty;
  readonly flow: DutyFlow;
}

export function checkDuty(code: CodeContext, site: DutySite, duty: Duty): void {
  check(code, site, duty, []);
}

/** For a function that another file hands the value to: nothing is said when it never completes the value. */
export function checkHelper(code: CodeContext, site: DutySite, duty: Duty): void {
  check(code, site, duty, [], true);
}

/** `callers` have handed the value on to the function of `site`. */
function check(
  code: CodeContext,
  site: DutySite,
  duty: Duty,
  callers: readonly FunctionDecl[],
  isHelper = callers.length > 0,
): void {
  const { analysis } = taskContext(code);
  const flow = takenWays(
    followToken(analysis, site.token, duty.discharge, duty.platform),
    duty,
    site,
    analysis,
  );
  if (flow === undefined || flow.exits.length === 0) return;
  const checked: Checked = { code, analysis, site, duty, flow };
  const fates = new Fates(code.index);
  const open = flow.exits.filter(({ end }) => fates.isOpen(end, site.type));
  // A helper that never completes the value leaves its caller's path open.
  if (open.length === flow.exits.length) {
    if (!isHelper) reportNever(checked);
    return;
  }
  if (!duty.reportsPaths) return;
  const inner = flow.inner.filter(({ end }) => fates.isOpen(end, site.type));
  const ways = [...open.filter((exit) => !leavesByError(exit, site)), ...inner];
  reportPaths(checked, isHelper ? ways.filter((exit) => !tellsOfValue(exit, site)) : ways);
  const known = [...callers, site.token.fn];
  for (const exit of [...flow.exits, ...flow.inner]) {
    const helper = helperOf(exit, site.type, fates, analysis, code.unit.uri);
    if (helper !== undefined && known.length <= maxHelpers && !known.includes(helper.token.fn))
      check(code, helper, duty, known);
  }
}

function takenWays(
  flow: DutyFlow | undefined,
  { isNeverTaken }: Duty,
  site: DutySite,
  analysis: FileAnalysis,
): DutyFlow | undefined {
  if (flow === undefined || isNeverTaken === undefined) return flow;
  const isTaken = (exit: DutyExit): boolean => !isNeverTaken(exit, site, analysis);
  return { ...flow, exits: flow.exits.filter(isTaken), inner: flow.inner.filter(isTaken) };
}

/** A helper that may be called without the value may find out by something else whether it has been: `if mode == .fetch`. */
function tellsOfValue({ arm }: DutyExit, { token }: DutySite): boolean {
  const isOptional = token.kind === 'param' && token.fn.params[token.index]?.type?.isOptional === true;
  return isOptional && arm?.part === 'skip';
}

/** The caller of a throwing function sees the error, and may complete the value itself. */
function leavesByError({ kind }: DutyExit, { token }: DutySite): boolean {
  return token.fn.throws && (kind === 'try' || kind === 'throw');
}

function reportNever(checked: Checked): void {
  const { code, analysis, site, duty } = checked;
  // A value that is completed somewhere, say when time is up, is not forgotten.
  if (!duty.reportsNever || isDischarged(site, duty.discharge, analysis)) return;
  const fix = neverFix(throughHelpers(checked, []));
  code.report({
    ...placing(duty, duty.entries.never),
    uri: code.unit.uri,
    range: firstLine(code.unit.text, site.at),
    message: duty.texts.never,
    fixes: fix === undefined ? [] : [fix],
  });
}

/** The helper that is to complete the value, when all that is done with it is to hand it on to that one. */
function throughHelpers(checked: Checked, callers: readonly FunctionDecl[]): Checked {
  const { code, analysis, site, duty, flow } = checked;
  const [exit, ...others] = flow.exits;
  const fates = new Fates(code.index);
  const helper =
    exit === undefined || others.length > 0
      ? undefined
      : helperOf(exit, site.type, fates, analysis, code.unit.uri);
  if (helper === undefined || callers.includes(helper.token.fn) || callers.length > maxHelpers)
    return checked;
  const inside = followToken(analysis, helper.token, duty.discharge, duty.platform);
  const known = [...callers, site.token.fn];
  return inside === undefined ? checked : throughHelpers({ ...checked, site: helper, flow: inside }, known);
}

/** Entry and severity as far as they are given. */
function placing({ severity }: Duty, entry: string | undefined): Pick<FindingDraft, 'entry' | 'severity'> {
  return { ...(entry === undefined ? {} : { entry }), ...(severity === undefined ? {} : { severity }) };
}

function isDischarged({ token }: DutySite, discharge: Discharge, analysis: FileAnalysis): boolean {
  const names = new TokenNames(token, discharge, analysis.resolver);
  let found = false;
  walkFunction(token.fn, {
    expr: (expr) => {
      found ||= expr.kind === 'call' && (names.isTokenCall(expr) || names.isDischargeOn(expr));
      return !found;
    },
  });
  return found;
}

function reportPaths(checked: Checked, exits: readonly DutyExit[]): void {
  const { code, site, duty } = checked;
  const { uri, text } = code.unit;
  const places = exits.map((exit) => ({ exit, range: placeOf(exit, text) }));
  const reported = new Set<number>();
  for (const { exit, range } of places) {
    if (reported.has(range.start) || isInSkipped(exit, places)) continue;
    reported.add(range.start);
    const hidden = places.filter((other) => hides(exit, other.exit)).map((other) => other.exit);
    const fix: Fix | undefined = exitFix(checked, [exit, ...hidden]);
    code.report({
      ...placing(duty, duty.entries.onSomePath),
      uri,
      range: firstLine(text, range),
      message: duty.texts.onSomePath,
      related: [{ uri, range: firstLine(text, site.arrival), message: duty.texts.arrival }],
      fixes: fix === undefined ? [] : [fix],
    });
  }
}
