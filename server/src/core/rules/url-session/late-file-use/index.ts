/** downloaded-file-used-after-return: the temporary file is gone when the delegate method returns. */
import { isLoggingFunction, saysLogging } from '../../../catalog/inert-calls';
import { finishedDownload, sessionSymbols } from '../../../catalog/url-sessions';
import type { FileAnalysis } from '../../../program/analysis';
import { namesOf } from '../../../program/callees';
import { closureRun } from '../../../program/closure-timing';
import type { CallExpr, ClosureExpr, Expr, FunctionDecl } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { allTypes, walkFunction } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { moveNowFix } from './fix';
import { meta } from './meta';

const message =
  'Downloaded file is used after the delegate method has returned: iOS has deleted it by then, and the download is lost';

export const lateFileUseRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, sessionSymbols)) return;
    const context = taskContext(code);
    for (const method of allTypes(context.analysis.program).flatMap(({ methods }) => methods)) {
      const late = firstLateUse(method, context.analysis);
      if (late === undefined) continue;
      const fix = moveNowFix(late.closure, late.call, context);
      code.report({
        uri: code.unit.uri,
        range: late.use.range,
        message,
        related: [
          {
            uri: code.unit.uri,
            range: late.taker.nameRange,
            message: 'What is in here runs after the method has returned',
          },
        ],
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
};

interface LateUse {
  readonly use: Expr;
  /** The call that gets the location. */
  readonly call: CallExpr;
  readonly closure: ClosureExpr;
  /** The call that puts the closure off. */
  readonly taker: CallExpr;
}

/** The first use, when all of them come too late. */
function firstLateUse(method: FunctionDecl, analysis: FileAnalysis): LateUse | undefined {
  const { fullName } = method;
  if (fullName !== finishedDownload.swift && fullName !== finishedDownload.objc) return undefined;
  if (waits(method)) return undefined;
  const late: LateUse[] = [];
  for (const use of usesOf(method, analysis)) {
    const call = callGetting(use, analysis);
    if (isHarmless(use, call, analysis)) continue;
    const found = call === undefined ? undefined : lateUse(use, call, analysis);
    // Used in time, or nobody knows when: then this is not the mistake.
    if (found === undefined) return undefined;
    late.push(found);
  }
  return late[0];
}

/** Mentions of the location, in source order. */
function usesOf(method: FunctionDecl, { resolver }: FileAnalysis): readonly Expr[] {
  const uses: Expr[] = [];
  walkFunction(method, {
    expr: (expr) => {
      const declaration = resolver.scopes.declaration(expr);
      const root = declaration && resolver.root(declaration);
      const isLocation =
        root?.kind === 'param' && root.owner.fn === method && root.index === finishedDownload.location;
      if (isLocation && expr.kind === 'name' && !isAlias(expr, resolver)) uses.push(expr);
      return true;
    },
  });
  return uses.sort((a, b) => a.range.start - b.range.start);
}

/** `let file = location` is no use yet: `file` stands for it. */
function isAlias(expr: Expr, resolver: FileAnalysis['resolver']): boolean {
  const parents = parentsOf(resolver);
  const stmt = parents.stmt(expr);
  return stmt?.kind === 'var' && stmt.variable.initial === expr;
}

/** The call that gets the location itself or its path as an argument. */
function callGetting(use: Expr, { resolver }: FileAnalysis): CallExpr | undefined {
  const parents = parentsOf(resolver);
  let value = use;
  let parent = parents.parent(value);
  while (parent?.kind === 'member' && parent.base === value) {
    value = parent;
    parent = parents.parent(value);
  }
  return parent?.kind === 'call' && parent.args.some((arg) => arg.value === value) ? parent : undefined;
}

const nameMembers = new Set(['lastPathComponent', 'pathExtension', 'absoluteString']);

/** Logging the location, or reading its name, neither saves nor needs the file. */
function isHarmless(use: Expr, call: CallExpr | undefined, { resolver }: FileAnalysis): boolean {
  const parent = parentsOf(resolver).parent(use);
  if (parent?.kind === 'member' && nameMembers.has(parent.name)) return true;
  if (parent?.kind === 'literal') return true;
  if (call === undefined) return false;
  return call.receiver === undefined
    ? isLoggingFunction(call.name)
    : namesOf(call.receiver).some(saysLogging);
}

/** The outermost closure that certainly runs later, if all between it and the method is known. */
function lateUse(use: Expr, call: CallExpr, analysis: FileAnalysis): LateUse | undefined {
  let late: LateUse | undefined;
  for (const { closure, fn } of parentsOf(analysis.resolver).scopesAround(use)) {
    if (closure === undefined) return fn?.kind === 'method' ? late : undefined;
    const run = closureRun(closure, analysis);
    if (run?.timing === undefined) return undefined;
    if (run.timing === 'async') late = { use, call, closure, taker: run.call };
  }
  return undefined;
}

const waiting = new Set([
  'wait',
  'dispatch_semaphore_wait',
  'dispatch_group_wait',
  'waitUntilAllOperationsAreFinished',
  'waitUntilFinished',
  'lock',
]);

/** A method that waits for its blocks returns after them. */
function waits(method: FunctionDecl): boolean {
  let found = false;
  walkFunction(method, {
    expr: (expr) => {
      found ||= expr.kind === 'call' && waiting.has(expr.name);
      return !found;
    },
  });
  return found;
}
