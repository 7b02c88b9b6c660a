/** Recognises calls that keep the thread waiting. */
import {
  type BlockingCall,
  type BlockingKind,
  blockingCalls,
  endlessLimits,
  loadingLabels,
  loadingSelectors,
  loadingTypes,
  mainQueueSync,
  shortSleep,
} from '../catalog/blocking-calls';
import type { FileAnalysis } from './analysis';
import { namesOf } from './callees';
import type { CallExpr, Expr } from './ir';

/** What a call waits for; `undefined` for calls that return soon, and for those that nobody knows. */
export function blockingKind(call: CallExpr, analysis: FileAnalysis): BlockingKind | undefined {
  if (loads(call, analysis)) return 'load';
  return blockingCalls.find((row) => isCallOf(call, row, analysis) && isLong(call, row))?.kind;
}

function isCallOf(call: CallExpr, { names, owners }: BlockingCall, analysis: FileAnalysis): boolean {
  if (!names.includes(call.selector ?? call.name) || call.constructs !== undefined) return false;
  const { receiver } = call;
  if (owners === undefined) return receiver === undefined && isGlobal(call, analysis);
  if (receiver === undefined) return false;
  const type = analysis.types.namedType(receiver);
  if (type !== undefined) return owners.includes(type);
  return owners.some((owner) => analysis.types.isInstance(receiver, owner) === 'yes');
}

/** Whether a call without a receiver means no function of the file or the type. */
function isGlobal(call: CallExpr, { resolver }: FileAnalysis): boolean {
  return (
    resolver.scopes.declaration(call) === undefined &&
    resolver.functions(undefined, call.name).length === 0 &&
    resolver.functions(resolver.typeAround(call), call.name).length === 0
  );
}

/** A short sleep, and a wait with a limit, are no trouble. */
function isLong(call: CallExpr, { limit, perSecond }: BlockingCall): boolean {
  if (perSecond !== undefined) {
    const value = call.args[0]?.value;
    const number = value?.kind === 'literal' && value.type === 'number' ? Number(value.value) : Number.NaN;
    return !(number / perSecond < shortSleep);
  }
  const value = limit === undefined ? undefined : call.args[limit]?.value;
  if (value === undefined) return true;
  return (value.kind === 'name' || value.kind === 'member') && endlessLimits.has(value.name);
}

/** Whether a call reads all that a URL leads to, which may be far away. */
function loads(call: CallExpr, { resolver }: FileAnalysis): boolean {
  const [first] = call.args;
  if (first === undefined) return false;
  const isType = call.constructs !== undefined && loadingTypes.has(call.constructs);
  const isInitialiser = isType && loadingLabels.has(call.selector ?? first.label ?? '');
  const isMessage = call.selector !== undefined && loadingSelectors.has(call.selector);
  if (!isInitialiser && !isMessage) return false;
  const url = resolver.origin(first.value);
  // What a function is given may be any URL, mostly one of a file.
  return resolver.scopes.declaration(url)?.kind !== 'param' && !isLocalFile(url);
}

function isLocalFile(url: Expr): boolean {
  const parts = url.kind === 'call' ? [...namesOf(url), ...url.args.flatMap(labelAndNames)] : namesOf(url);
  return parts.some((name) => /file|path|bundle|cache|director|folder|document|local|temp/i.test(name));
}

function labelAndNames({ label, value }: CallExpr['args'][number]): string[] {
  return [...(label === undefined ? [] : [label]), ...namesOf(value)];
}

/** Whether a call runs a closure on the main queue and waits for it: a deadlock on the main thread. */
export function waitsForMainQueue(call: CallExpr, analysis: FileAnalysis): boolean {
  const { methods, functions } = mainQueueSync;
  const queue = call.receiver ?? call.args[0]?.value;
  const names: readonly string[] = call.receiver === undefined ? functions : methods;
  if (queue === undefined || !names.includes(call.name)) return false;
  const origin = analysis.resolver.origin(queue);
  if (origin.kind === 'call')
    return origin.receiver === undefined && origin.name === 'dispatch_get_main_queue';
  return (
    origin.kind === 'member' &&
    origin.name === 'main' &&
    origin.base !== undefined &&
    analysis.types.namedType(origin.base) === 'DispatchQueue'
  );
}
