/** background-task-id-not-reset: a stored identifier must not outlive its task. */
import { calleeOf } from '../../../program/callees';
import type { CallExpr, FunctionDecl } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { isInside } from '../../../program/resolve';
import type { FunctionScope } from '../../../program/scopes';
import type { TokenUse } from '../../../program/token-uses';
import type { Rule } from '../../context';
import { mentionsTasks, type TaskContext, taskContext } from '../context';
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
    for (const call of parentsOf(context.analysis.resolver).calls) {
      const property = context.analysis.calls.ends(call) === 'yes' ? endedProperty(context, call) : undefined;
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
function keptProperties({ analysis, sites }: TaskContext): ReadonlySet<string> {
  const kept = new Set<string>();
  const single = new Set<string>();
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
function changesOf({ uses }: TaskContext, property: string): readonly TokenUse[] {
  return uses().filter(
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
  const { resolver } = context.analysis;
  const changing = resolver.scopes.all.filter(
    ({ fn, closure }) => fn !== undefined && closure === undefined && fn !== ending.fn,
  );
  return changing.some((scope) => {
    const resets = changes.filter((use) => isIn(context, use, scope) && !isBegin(context, use));
    if (resets.length === 0) return false;
    return callsIt(context, scope, ending) || callsIt(context, ending, scope);
  });
}

function callsIt({ analysis }: TaskContext, from: FunctionScope, to: FunctionScope): boolean {
  const { resolver, types } = analysis;
  return parentsOf(resolver).calls.some((call) => {
    if (!isInside(resolver.scopes.scopeOf(call), from)) return false;
    const callee = calleeOf(call, resolver, types);
    return callee !== undefined && (callee.name === to.fn?.name || callee.name === to.fn?.fullName);
  });
}
