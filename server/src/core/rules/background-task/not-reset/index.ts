/** background-task-id-not-reset: a stored identifier must not outlive its task. */
import { backgroundTaskObligation } from '../../../catalog/obligations';
import type { FileAnalysis } from '../../../program/analysis';
import { calleeOf } from '../../../program/callees';
import type { CallExpr, Expr, FunctionDecl } from '../../../program/ir';
import { walkMember } from '../../../program/members';
import { parentsOf } from '../../../program/parents';
import { isInside } from '../../../program/resolve';
import type { FunctionScope } from '../../../program/scopes';
import type { TokenUse } from '../../../program/token-uses';
import { walkFunction } from '../../../program/walk';
import type { Rule } from '../../context';
import { mentionsTasks, type TaskContext, taskContext, tasksWhere } from '../context';
import { resetFix } from './fix';
import { meta } from './meta';

const message =
  'Identifier is kept after its background task has ended: it looks as if the task were still open; reset it';

export const notResetRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsTasks(code)) return;
    const context = taskContext(code);
    const kept = keptProperties(context);
    if (kept.size === 0) return;
    for (const call of endCalls(context.analysis)) {
      const property = endedProperty(context, call);
      if (property === undefined || !kept.has(property) || isTakenCareOf(context, call, property)) continue;
      const fix = resetFix(context, call, property);
      const fixes = fix === undefined ? [] : [fix];
      code.report({ uri: code.unit.uri, range: call.nameRange, message, fixes });
    }
  },
};

/**
 * Properties that get an identifier whenever somebody asks for a task. One that gets it when the object is made
 * serves a single task, and properties with observers may look after themselves.
 */
function keptProperties({ code, analysis }: TaskContext): ReadonlySet<string> {
  const kept = new Set<string>();
  const single = new Set<string>();
  const sites = tasksWhere(code, meta.id, ({ destination }) => destination.kind === 'property');
  for (const { destination, call, scope } of sites) {
    if (destination.kind !== 'property') continue;
    const scopes = parentsOf(analysis.resolver).scopesAround(call);
    const isSingle = scopes.length === 0 || scopes.some(({ fn }) => fn === undefined || isOnce(fn));
    const property = analysis.resolver.property(scope?.type?.name, destination.name);
    if (isSingle || (property?.accessors.length ?? 0) > 0) single.add(destination.name);
    else kept.add(destination.name);
  }
  return new Set([...kept].filter((name) => !single.has(name)));
}

function isOnce({ kind, name }: FunctionDecl): boolean {
  return kind === 'init' || kind === 'accessor' || name.startsWith('init') || name === 'main';
}

/** Calls that certainly end a task. */
function endCalls(analysis: FileAnalysis): readonly CallExpr[] {
  const found: CallExpr[] = [];
  const names = backgroundTaskObligation.dischargedBy.map(({ swiftName }) => swiftName);
  for (const member of analysis.membersMentioning(names)) {
    walkMember(member, {
      expr: (expr) => {
        if (expr.kind === 'call' && analysis.calls.ends(expr) === 'yes') found.push(expr);
        return true;
      },
    });
  }
  return found;
}

/** The own property that an end call is given, under its name without an underscore. */
function endedProperty({ analysis }: TaskContext, call: CallExpr): string | undefined {
  const token = call.args[0]?.value;
  const place = token === undefined ? undefined : analysis.resolver.place(token);
  return place?.kind === 'property' ? place.name : undefined;
}

function isTakenCareOf(context: TaskContext, call: CallExpr, property: string): boolean {
  const scopes = parentsOf(context.analysis.resolver).scopesAround(call);
  const [innermost] = scopes;
  const outermost = scopes.at(-1);
  if (innermost === undefined || outermost?.fn === undefined) return true;
  const { name, kind } = outermost.fn;
  // Nobody asks an object that goes away.
  if (kind === 'deinit' || name === 'dealloc') return true;
  const changes = changesOf(context, property);
  if (changes.some((use) => isIn(context, use, innermost))) return true;
  if (changes.some((use) => isIn(context, use, outermost) && !isBegin(context, use))) return true;
  return isResetAround(context, outermost, changes);
}

/** Writes of the property, and places from which somebody else may write it. */
function changesOf(context: TaskContext, property: string): readonly TokenUse[] {
  return context
    .usesMentioning(property)
    .filter(
      ({ place, role }) =>
        place.kind === 'property' && place.name === property && (role === 'assign' || role === 'handedOut'),
    );
}

function isIn({ analysis }: TaskContext, { expr }: TokenUse, scope: FunctionScope): boolean {
  return isInside(analysis.resolver.scopes.scopeOf(expr), scope);
}

function isBegin({ sites }: TaskContext, { expr }: TokenUse): boolean {
  return sites.some(({ assign }) => assign?.target === expr);
}

/** Whether a function that changes the property calls the one that ends the task, or is called by it. */
function isResetAround(context: TaskContext, ending: FunctionScope, changes: readonly TokenUse[]): boolean {
  const parents = parentsOf(context.analysis.resolver);
  const resets = changes.filter((use) => !isBegin(context, use));
  const changing = new Set(resets.flatMap(({ expr }) => parents.scopesAround(expr)));
  return [...changing].some((scope) => {
    if (scope.fn === undefined || scope.closure !== undefined || scope.fn === ending.fn) return false;
    return callsIt(context, scope.fn, ending.fn) || callsIt(context, ending.fn, scope.fn);
  });
}

function callsIt(
  { analysis }: TaskContext,
  from: FunctionDecl | undefined,
  to: FunctionDecl | undefined,
): boolean {
  let found = false;
  const isCall = (expr: Expr): boolean => {
    const callee = expr.kind === 'call' ? calleeOf(expr, analysis.resolver, analysis.types) : undefined;
    return callee !== undefined && (callee.name === to?.name || callee.name === to?.fullName);
  };
  if (from === undefined) return false;
  walkFunction(from, {
    expr: (expr) => {
      found ||= isCall(expr);
      return !found;
    },
  });
  return found;
}
