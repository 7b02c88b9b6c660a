/** Calls that run a method of `self` by its selector: `performSelector:…`, timers with a target. */
import type { ClosureTiming } from '../catalog/closures';
import type { CallExpr, Expr } from './ir';
import { type Resolver, unwrap } from './resolve';

export interface Performed {
  /** Selector in Objective-C, base name in Swift. */
  readonly method: string;
  /** `undefined`: not known when. */
  readonly timing: ClosureTiming | undefined;
}

const timings: Readonly<Record<string, ClosureTiming>> = {
  'performSelector:': 'sync',
  'performSelector:withObject:': 'sync',
  'performSelector:withObject:withObject:': 'sync',
  'performSelector:withObject:afterDelay:': 'async',
  'performSelector:withObject:afterDelay:inModes:': 'async',
  'performSelectorInBackground:withObject:': 'async',
  'perform(_:)': 'sync',
  'perform(_:with:)': 'sync',
  'perform(_:with:afterDelay:)': 'async',
  'perform(_:with:afterDelay:inModes:)': 'async',
  'performSelector(inBackground:with:)': 'async',
};

/** Calls whose last argument says whether they wait for the method. */
const waiting =
  /^performSelectorOnMainThread:withObject:waitUntilDone:$|^performSelector\(onMainThread:with:waitUntilDone:\)$/;

const timers =
  /^(?:scheduledTimer|timer)(?:WithTimeInterval:target:selector:|\(timeInterval:target:selector:)/;

/** `undefined` for calls that perform no selector of `self`. */
export function performedSelector(call: CallExpr, resolver: Resolver): Performed | undefined {
  const method = call.args.map(({ value }) => selectorName(value)).find((name) => name !== undefined);
  if (method === undefined) return undefined;
  const name = call.selector ?? `${call.name}(${call.args.map(({ label }) => `${label ?? '_'}:`).join('')})`;
  const target = timers.test(name) ? call.args[1]?.value : call.receiver;
  if (target !== undefined && !resolver.isSelf(target)) return undefined;
  if (timers.test(name)) return { method, timing: 'async' };
  if (waiting.test(name)) return { method, timing: waits(call) };
  const timing = Object.hasOwn(timings, name) ? timings[name] : undefined;
  return timing === undefined ? undefined : { method, timing };
}

function waits(call: CallExpr): ClosureTiming | undefined {
  const value = call.args.at(-1)?.value;
  if (value?.kind !== 'literal' || value.type !== 'bool') return undefined;
  return value.value === 'true' ? 'sync' : 'async';
}

/** `@selector(end:)`, `#selector(Saver.end)` */
function selectorName(value: Expr): string | undefined {
  const expr = unwrap(value);
  if (expr.kind === 'call' && expr.name === '@selector') {
    const [name] = expr.args;
    return name?.value.kind === 'literal' ? name.value.value : undefined;
  }
  const [only] = expr.kind === 'unknown' ? expr.children : [];
  return only?.kind === 'member' ? only.name : undefined;
}
