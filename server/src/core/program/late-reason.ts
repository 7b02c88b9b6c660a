/** Why code runs only after the app has launched. */
import { dispatchingCalls, lateMethods, viewModifiers } from '../catalog/task-scheduling';
import type { TextRange } from '../text';
import type { FileAnalysis } from './analysis';
import { closureRun } from './closure-timing';
import type { CallExpr, ClosureExpr, FunctionDecl } from './ir';
import { parentsOf } from './parents';
import { unwrap } from './resolve';

export interface LateReason {
  readonly range: TextRange;
  readonly text: string;
  /** The closure that puts the call off, when it is what makes it late. */
  readonly closure: ClosureExpr | undefined;
}

/** What is looked at. */
interface Scrutiny {
  /** The call of a helper: its own callers are not asked. */
  readonly isHelper?: true;
  /** Whether it is late to run right after the current code. */
  readonly countsDispatch: boolean;
}

/** `undefined` when the code may run in time, or when nobody knows. Follows one call, as helpers register too. */
export function lateReason(
  call: CallExpr,
  analysis: FileAnalysis,
  scrutiny: Scrutiny = { countsDispatch: true },
): LateReason | undefined {
  const parents = parentsOf(analysis.resolver);
  for (const { closure, fn } of parents.scopesAround(call)) {
    if (closure !== undefined) {
      const reason = inClosure(closure, analysis, scrutiny);
      if (reason !== undefined) return reason;
    } else if (fn !== undefined) {
      if (lateMethods.has(fn.fullName))
        return { range: fn.nameRange, text: 'This runs when the app has launched', closure: undefined };
      return scrutiny.isHelper || fn.kind === 'accessor'
        ? undefined
        : throughCallers(call, fn, analysis, scrutiny);
    }
  }
  return undefined;
}

function inClosure(
  closure: ClosureExpr,
  analysis: FileAnalysis,
  { countsDispatch }: Scrutiny,
): LateReason | undefined {
  const run = closureRun(closure, analysis);
  if (run === undefined) return undefined;
  const { call, timing } = run;
  const name = call.selector ?? call.constructs ?? call.name;
  if (countsDispatch && timing === 'async' && dispatchingCalls.has(name))
    return { range: call.nameRange, text: 'What is in here runs later', closure };
  const isModifier = call.receiver !== undefined && viewModifiers.has(name) && importsSwiftUI(analysis);
  return isModifier
    ? { range: call.nameRange, text: 'This runs when a view is on screen', closure: undefined }
    : undefined;
}

function importsSwiftUI({ program }: FileAnalysis): boolean {
  return program.imports.some(({ module }) => module === 'SwiftUI');
}

/** A helper that registers without conditions is late when the calls of it in this file are, all of them. */
function throughCallers(
  call: CallExpr,
  helper: FunctionDecl,
  analysis: FileAnalysis,
  scrutiny: Scrutiny,
): LateReason | undefined {
  const stmt = parentsOf(analysis.resolver).stmt(call);
  const before = stmt === undefined ? -1 : (helper.body?.statements.indexOf(stmt) ?? -1);
  const isConditional =
    before < 0 ||
    helper.body?.statements.slice(0, before).some(({ kind }) => kind === 'guard' || kind === 'if');
  if (isConditional) return undefined;
  const callers = analysis.callsMentioning([helper.name]).filter((each) => means(each, helper, analysis));
  const reasons = callers.map((each) => lateReason(each, analysis, { ...scrutiny, isHelper: true }));
  return reasons.every((reason) => reason !== undefined) ? withoutClosure(reasons[0]) : undefined;
}

function withoutClosure(reason: LateReason | undefined): LateReason | undefined {
  return reason && { ...reason, closure: undefined };
}

function means(call: CallExpr, fn: FunctionDecl, { resolver, types }: FileAnalysis): boolean {
  if (call.name !== fn.name || (call.selector !== undefined && call.selector !== fn.fullName)) return false;
  if (call.receiver === undefined) {
    return [resolver.typeAround(call), undefined].some((type) =>
      resolver.functions(type, fn.name).includes(fn),
    );
  }
  const receiver = unwrap(call.receiver);
  const type = resolver.isSelf(receiver)
    ? resolver.typeAround(call)
    : (types.namedType(receiver) ?? types.typeOf(receiver));
  // Whoever is called by that name on something unknown may be meant.
  return type === undefined || resolver.functions(type, fn.name).includes(fn);
}
