/** Code of a file that runs when a notification is posted. */
import type { FileAnalysis } from './analysis';
import type { Arg, CallExpr, Expr, FunctionDecl } from './ir';
import { type Resolver, unwrap } from './resolve';
import { isNil } from './task-calls';

export interface NotificationObserver {
  readonly call: CallExpr;
  /** The closure, or the method of the same type. */
  readonly handler: FunctionDecl;
  /** It runs on the thread that posts the notification, before the post returns. */
  readonly isDirect: boolean;
}

const blockLabels: ReadonlySet<string> = new Set(['forName', 'addObserverForName']);

/** Observers of a notification with one of these names, as far as it is plain which function they run. */
export function notificationObservers(
  analysis: FileAnalysis,
  names: ReadonlySet<string>,
): readonly NotificationObserver[] {
  const { resolver } = analysis;
  return analysis.callsMentioning([...names]).flatMap((call): readonly NotificationObserver[] => {
    if (!call.name.startsWith('addObserver') || !call.args.some(({ value }) => isNamed(value, names)))
      return [];
    const takesBlock = call.args.some(({ label }) => label !== undefined && blockLabels.has(label));
    const handler = takesBlock ? closureOf(call) : methodOf(call, resolver);
    const queue = argument(call, 'queue');
    const isDirect = queue === undefined || isNil(queue.value);
    return handler === undefined ? [] : [{ call, handler, isDirect }];
  });
}

function isNamed(expr: Expr, names: ReadonlySet<string>): boolean {
  const value = unwrap(expr);
  return (value.kind === 'member' || value.kind === 'name') && names.has(value.name);
}

function argument({ args }: CallExpr, wanted: string): Arg | undefined {
  return args.find(({ label }) => label === wanted);
}

function closureOf({ args }: CallExpr): FunctionDecl | undefined {
  const last = args.at(-1);
  const value = last && unwrap(last.value);
  return value?.kind === 'closure' ? value.function : undefined;
}

/** Of `self`: another object has methods of its own. */
function methodOf(call: CallExpr, resolver: Resolver): FunctionDecl | undefined {
  const [observer] = call.args;
  const selector = argument(call, 'selector');
  if (observer === undefined || selector === undefined || !resolver.isSelf(observer.value)) return undefined;
  const written = selectorOf(selector.value);
  if (written === undefined) return undefined;
  const [base = ''] = written.split(':');
  const methods = resolver
    .functions(resolver.typeAround(call), base)
    .filter((fn) => fn.body !== undefined && (!written.includes(':') || fn.fullName === written));
  return methods.length === 1 ? methods[0] : undefined;
}

/** `@selector(end:)`, `#selector(end(_:))`, `#selector(Saver.end)`: the whole selector or the base name. */
function selectorOf(value: Expr): string | undefined {
  const expr = unwrap(value);
  if (expr.kind === 'call' && expr.name === '@selector') {
    const [name] = expr.args;
    return name?.value.kind === 'literal' ? name.value.value : undefined;
  }
  const [only] = expr.kind === 'unknown' ? expr.children : [];
  return only?.kind === 'member' || only?.kind === 'name' ? only.name : undefined;
}
