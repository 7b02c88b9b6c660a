/** How the identifier of a task is written in code that ends the task. */
import { backgroundTaskObligation } from '../../../catalog/obligations';
import type { ClosureExpr, Expr, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import type { BeginSite } from '../../../program/task-sites';
import { walkFunction } from '../../../program/walk';
import type { TaskContext } from '../context';

/** Code that ends a task; `unit` is one level of indentation. */
export type EndCode = (unit: string) => readonly string[];

const shared = { swift: 'UIApplication.shared', objc: '[UIApplication sharedApplication]' };
const empty = { swift: '.invalid', objc: 'UIBackgroundTaskInvalid' };

/** The application object as the begin call names it, if the end call can name it the same way. */
export function applicationCode({ code, analysis }: TaskContext, site: BeginSite): string {
  const { receiver } = site.call;
  const isObjc = analysis.resolver.language === 'objc';
  if (site.wrapped !== undefined) return shared[isObjc ? 'objc' : 'swift'];
  if (receiver === undefined || analysis.resolver.isSelf(receiver)) return 'self';
  const value = unwrap(receiver);
  const isLocal = analysis.resolver.scopes.declaration(value) !== undefined;
  const base = value.kind === 'member' ? value.base : value.kind === 'call' ? value.receiver : undefined;
  const isShared =
    base !== undefined && analysis.types.namedType(base) === backgroundTaskObligation.begins.owner;
  if (isLocal || isShared) return code.unit.text.slice(value.range.start, value.range.end);
  return shared[isObjc ? 'objc' : 'swift'];
}

/** Whether the file names the application: others that have functions begin their tasks may not know it. */
export function knowsApplication({ code: { unit } }: TaskContext, { wrapped }: BeginSite): boolean {
  return wrapped === undefined || unit.text.includes(backgroundTaskObligation.begins.owner);
}

/** A statement that ends the task `token`. */
export function endCall(context: TaskContext, site: BeginSite, token: string): string {
  const app = applicationCode(context, site);
  return context.analysis.resolver.language === 'objc'
    ? `[${app} endBackgroundTask:${token}];`
    : `${app}.endBackgroundTask(${token})`;
}

/** Ends the task and resets the identifier, which is `token` in the code at hand. */
export function endAndReset(
  context: TaskContext,
  site: BeginSite,
  token: string,
  isOptional: boolean,
): EndCode {
  const { language } = context.analysis.resolver;
  if (language === 'objc') return () => [endCall(context, site, token), `${token} = ${empty.objc};`];
  if (!isOptional) return () => [endCall(context, site, token), `${token} = ${empty.swift}`];
  return (unit) => [
    `if let task = ${token} {`,
    `${unit}${endCall(context, site, 'task')}`,
    `${unit}${token} = nil`,
    '}',
  ];
}

/** As `endAndReset` for a property, written inside of the handler (or of a new one). `undefined` when `self` cannot be named for sure. */
export function endPropertyInHandler(
  context: TaskContext,
  site: BeginSite,
  name: string,
  handler: ClosureExpr | undefined,
): EndCode | undefined {
  const { analysis, code } = context;
  const type = site.scope?.type?.name;
  const property = type === undefined ? undefined : code.index.property(type, name);
  if (property?.isStatic) return endAndReset(context, site, `${type}.${name}`, property.isOptional);
  if (analysis.resolver.language === 'objc') return endObjcProperty(context, site, handler);
  if (property === undefined) return undefined;
  const self = selfIn(handler, site);
  if (self !== undefined) return endAndReset(context, site, `${self}.${name}`, property.isOptional);
  const inner = endAndReset(context, site, `self.${name}`, property.isOptional);
  return (unit) => ['if let self = self {', ...inner(unit).map((line) => unit + line), '}'];
}

/** What `self` is called at the end of a handler; `undefined` when it is weak and nothing unwraps it. */
function selfIn(handler: ClosureExpr | undefined, { assign }: BeginSite): string | undefined {
  if (handler?.captures.some(({ name, form }) => name === 'self' && form === 'weak'))
    return (handler.function.body?.statements ?? []).map(unwrappedSelf).find((name) => name !== undefined);
  const target = assign?.target;
  if (target?.kind !== 'member' || target.base?.kind !== 'name') return 'self';
  // A closure around the call has it weakly, or under another name: `self?.task = begin…`, `strongSelf.task = begin…`
  return target.isOptionalChain ? undefined : target.base.name;
}

/** `guard let self else { … }`, `guard let strongSelf = self else { … }` */
function unwrappedSelf(stmt: Stmt): string | undefined {
  if (stmt.kind !== 'guard') return undefined;
  for (const clause of stmt.clauses) {
    if (clause.kind !== 'bind') continue;
    const isSelf = clause.value.kind === 'name' && clause.value.name === 'self';
    if (isSelf && clause.names[0] !== undefined) return clause.names[0];
  }
  return undefined;
}

function endObjcProperty(
  context: TaskContext,
  site: BeginSite,
  handler: ClosureExpr | undefined,
): EndCode | undefined {
  const target = site.assign?.target;
  if (target === undefined) return undefined;
  const written = context.code.unit.text.slice(target.range.start, target.range.end);
  const isIvar = target.kind === 'name';
  const alias = handler && (selfAlias(handler, context) ?? weakAlias(handler, context));
  // A block that avoids `self` has its reasons: the new code keeps to the alias it uses.
  if (alias === undefined) return endAndReset(context, site, isIvar ? `self->${written}` : written, false);
  if (isIvar || target.kind !== 'member') return undefined;
  return endAndReset(context, site, `${alias}.${target.name}`, false);
}

/** The strong alias of self that a block declares. */
function selfAlias({ function: { body } }: ClosureExpr, { analysis }: TaskContext): string | undefined {
  for (const stmt of body?.statements ?? []) {
    if (stmt.kind !== 'var' || stmt.variable.initial === undefined) continue;
    const initial: Expr = stmt.variable.initial;
    if (analysis.resolver.isSelf(initial)) return stmt.variable.name;
  }
  return undefined;
}

/** The alias that is used in a block instead of self. */
function weakAlias({ function: fn }: ClosureExpr, { analysis }: TaskContext): string | undefined {
  const names = new Set<string>();
  walkFunction(fn, {
    expr: (expr) => {
      if (expr.kind === 'name' && analysis.resolver.isSelf(expr)) names.add(expr.name);
      return true;
    },
  });
  const [only, ...others] = names;
  return others.length > 0 || only === 'self' ? undefined : only;
}
