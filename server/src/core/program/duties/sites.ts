/** Where a file is given values that it has to complete. */
import { type DutyMethod, objectDuty, observerQuery, watchTaskType } from '../../catalog/duties';
import { scheduledTaskTypes } from '../../catalog/obligations';
import type { TextRange } from '../../text';
import type { FileAnalysis } from '../analysis';
import type { CodeIndex } from '../code-index';
import type { CallExpr, Expr, FunctionDecl, LoopStmt } from '../ir';
import { walkMember } from '../members';
import { unwrap } from '../resolve';
import { walkBlock } from '../walk';
import type { Token } from './types';

export interface DutySite {
  readonly token: Token;
  /** Where a value that is never completed is reported. */
  readonly at: TextRange;
  /** Where the value arrives: the name of the parameter. */
  readonly arrival: TextRange;
  /** Name of the type around. */
  readonly type: string | undefined;
}

/** Implementations of a delegate method. */
export function methodSites(
  analysis: FileAnalysis,
  index: CodeIndex,
  method: DutyMethod,
): readonly DutySite[] {
  const names = analysis.resolver.language === 'swift' ? method.swift : method.objc;
  return analysis.functionsNamed(names).flatMap(({ fn, type }): DutySite[] => {
    if (fn === undefined || type === undefined || fn.isStatic) return [];
    const param = fn.params[method.param];
    if (param === undefined || !mayConform(index, type.name, method.protocols)) return [];
    if (method.types.length > 0 && !method.types.includes(analysis.types.named(param.type) ?? '')) {
      // Objective-C selectors say the class themselves.
      if (analysis.resolver.language === 'swift') return [];
    }
    const token: Token = { kind: 'param', fn, index: method.param };
    return [{ token, at: param.labelRange, arrival: param.range, type: type.name }];
  });
}

/** False when all supertypes are known and none is one of the protocols, or says that it is such a delegate. */
function mayConform(index: CodeIndex, type: string, protocols: readonly string[]): boolean {
  if (protocols.length === 0) return true;
  const family = index.family(type);
  const supertypes = [...family].flatMap((each) =>
    index.declarations(each).flatMap(({ inherits }) => inherits),
  );
  const isKnown = index.declarations(type).some(({ isExtension }) => !isExtension);
  return (
    !isKnown ||
    supertypes.some((each) => protocols.includes(each) || /(?:App|Application|Extension)Delegate$/.test(each))
  );
}

/** Loops over the tasks that a watch app is given, and how often the method names them. */
export function watchTaskLoops(
  analysis: FileAnalysis,
  fn: FunctionDecl,
  param: number,
): { readonly loops: readonly LoopStmt[]; readonly mentions: number } {
  const loops: LoopStmt[] = [];
  let mentions = 0;
  const isTasks = (expr: Expr): boolean => {
    const declaration = analysis.resolver.scopes.declaration(unwrap(expr));
    const root = declaration && analysis.resolver.root(declaration);
    return root?.kind === 'param' && root.owner.fn === fn && root.index === param;
  };
  if (fn.body !== undefined) {
    walkBlock(fn.body, {
      stmt: (stmt) => {
        if (stmt.kind === 'loop' && stmt.form === 'each' && stmt.sequence && isTasks(stmt.sequence))
          loops.push(stmt);
      },
      expr: (expr) => {
        if (expr.kind === 'name' && isTasks(expr)) mentions++;
        return true;
      },
    });
  }
  return { loops, mentions };
}

/** `handle(_:)` is a common name: in Swift the type of the elements decides. */
export function takesWatchTasks(fn: FunctionDecl, analysis: FileAnalysis): boolean {
  return analysis.resolver.language === 'objc' || fn.params[0]?.type?.args[0]?.name === watchTaskType;
}

/** Update handlers of observer queries that are written where the query is made. */
export function observerSites(analysis: FileAnalysis): readonly DutySite[] {
  return callsIn(analysis, [observerQuery.type]).flatMap((call): readonly DutySite[] => {
    if (call.constructs !== observerQuery.type) return [];
    const handler = call.args.at(-1);
    if (handler === undefined || !(handler.isTrailing || handler.label === observerQuery.handlerLabel))
      return [];
    const labels: readonly string[] = observerQuery.severalLabels;
    const isSeveral = call.args.some(({ label }) => label !== undefined && labels.includes(label));
    return closureSites(
      analysis,
      handler.value,
      isSeveral ? observerQuery.completionOfSeveral : observerQuery.completion,
    );
  });
}

function closureSites(analysis: FileAnalysis, value: Expr, index: number): readonly DutySite[] {
  const fn = functionOf(analysis, value);
  if (fn === undefined) return [];
  const range = fn.params[index]?.range ?? fn.nameRange;
  const type = analysis.resolver.typeAround(value);
  return [{ token: { kind: 'param', fn, index }, at: range, arrival: range, type }];
}

/** A closure, or a local function or variable that holds one. */
function functionOf(analysis: FileAnalysis, value: Expr): FunctionDecl | undefined {
  const origin = analysis.resolver.origin(value);
  if (origin.kind === 'closure') return origin.function;
  return analysis.resolver.scopes.declaration(origin)?.fn;
}

/** Calls in the members that mention one of some names. */
function callsIn(analysis: FileAnalysis, names: readonly string[]): readonly CallExpr[] {
  const calls: CallExpr[] = [];
  for (const member of analysis.membersMentioning(names)) {
    walkMember(member, {
      expr: (expr) => {
        if (expr.kind === 'call') calls.push(expr);
        return true;
      },
    });
  }
  return calls;
}

/** Launch handlers of scheduled tasks that are written where they are registered. */
export function launchSites(analysis: FileAnalysis): readonly DutySite[] {
  return callsIn(analysis, ['orTaskWithIdentifier']).flatMap((call): DutySite[] => {
    const isRegister =
      (call.name === 'register' && call.args[0]?.label === 'forTaskWithIdentifier') ||
      call.selector === 'registerForTaskWithIdentifier:usingQueue:launchHandler:';
    const handler = isRegister ? call.args.at(-1) : undefined;
    if (handler === undefined) return [];
    return closureSites(analysis, handler.value, 0).map((site) => ({ ...site, at: call.nameRange }));
  });
}

/** Functions that are given a scheduled task. */
export function scheduledTaskSites(analysis: FileAnalysis): readonly DutySite[] {
  const members = analysis.membersMentioning(analysis.spellings(scheduledTaskTypes));
  const scopes = members.flatMap((member) => analysis.resolver.scopes.of(member));
  return scopes.flatMap(({ fn, type }): DutySite[] => {
    if (fn === undefined || fn.kind === 'closure') return [];
    return fn.params.flatMap(({ type: declaredType, labelRange, range }, index): DutySite[] => {
      const declared = analysis.types.named(declaredType);
      if (declared === undefined || !scheduledTaskTypes.includes(declared)) return [];
      if (objectDuty(declared) === undefined) return [];
      return [{ token: { kind: 'param', fn, index }, at: labelRange, arrival: range, type: type?.name }];
    });
  });
}
