/** Calls of functions that begin a background task and answer its identifier: the task is their caller's to end. */
import type { TextRange } from '../text';
import type { FileAnalysis } from './analysis';
import { calledFunctions } from './called-functions';
import type { CodeIndex, IndexedFunction } from './code-index';
import type { FileEffects, FunctionEffects } from './effect-types';
import type { CallExpr } from './ir';
import { hasUnreadSupertype } from './property-ends';
import { type WrittenCall, writtenCall } from './written-calls';

/** Functions that call functions are followed this far. */
const maxDepth = 6;

interface Begun {
  /** The calls that begin the task. Not empty. */
  readonly begins: readonly { readonly uri: string; readonly range: TextRange }[];
  /** Whether an expiration handler around there may end it. */
  readonly isEndedOnExpiry: boolean;
  /** Whether the call answers an optional, as far as the functions say that it can mean. */
  readonly isOptional: boolean;
}

export interface WrappedBegin extends Begun {
  /** Whether a supertype that was not read may have a method of that name: the call would mean that one. */
  readonly mayBeHidden: boolean;
}

/** `undefined` when a call may mean any function that does not certainly answer a new task, or none. */
export function wrappedBegin(
  call: CallExpr,
  { calls, resolver, types }: FileAnalysis,
  index: CodeIndex,
): WrappedBegin | undefined {
  if (!index.wrappers.some((name) => call.name.startsWith(name)) || calls.begins(call) !== 'no')
    return undefined;
  const written = writtenCall(call, resolver, types);
  const type = resolver.typeAround(call);
  const begun = written && begunBy(written, type, index, []);
  return begun && { ...begun, mayBeHidden: mayBeHidden(written, type, index) };
}

/** Methods come before functions. */
function mayBeHidden(call: WrittenCall, type: string | undefined, index: CodeIndex): boolean {
  if (type === undefined || call.selector !== undefined || call.callee.on !== 'bare') return false;
  const isFree = calledFunctions(call, type, index).some(({ fn }) => fn.type === undefined);
  return isFree && hasUnreadSupertype(index, type);
}

type Active = readonly FunctionEffects[];

function begunBy(
  call: WrittenCall,
  type: string | undefined,
  index: CodeIndex,
  active: Active,
): Begun | undefined {
  const targets = calledFunctions(call, type, index).filter(({ fn }) => fn.effects !== undefined);
  if (targets.length === 0 || active.length >= maxDepth) return undefined;
  return joined(targets.map((target) => begunIn(target, index, active)));
}

function begunIn({ uri, fn }: IndexedFunction, index: CodeIndex, active: Active): Begun | undefined {
  const { answers } = fn;
  if (answers === undefined || active.includes(fn)) return undefined;
  const { isEndedOnExpiry, isOptional } = answers;
  const found = joined(
    answers.begins.map((begin) =>
      begin.kind === 'begin'
        ? { begins: [{ uri, range: begin.at }], isEndedOnExpiry, isOptional }
        : begunBy(begin.call, fn.type, index, [...active, fn]),
    ),
  );
  return found && { ...found, isEndedOnExpiry: isEndedOnExpiry || found.isEndedOnExpiry, isOptional };
}

/** Nothing, if one of them is not known. */
function joined(found: readonly (Begun | undefined)[]): Begun | undefined {
  const known = found.filter((each) => each !== undefined);
  if (known.length < found.length) return undefined;
  return {
    begins: known.flatMap(({ begins }) => begins),
    isEndedOnExpiry: known.some((each) => each.isEndedOnExpiry),
    isOptional: known.some((each) => each.isOptional),
  };
}

/** What the names of calls of such functions of a file begin with, in either language. */
export function wrapperNames({ functions }: FileEffects): readonly string[] {
  return functions.flatMap(({ name, answers }) => (answers === undefined ? [] : [nameInCalls(name)]));
}

/** Swift writes `startWithName:` as `start(withName:)`. */
function nameInCalls(name: string): string {
  const [first = ''] = name.split(':');
  return name.includes(':') ? first.replace(/(?<=.)With\p{Lu}.*$/u, '') : first;
}
