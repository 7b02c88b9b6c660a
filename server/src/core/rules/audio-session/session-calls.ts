/** Calls on the audio session, and what is handed to them. */

import {
  type AudioSessionMethod,
  audioArgumentLabels,
  audioSessionMethods,
  audioSessionSelectors,
  audioSessionType,
} from '../../catalog/audio-session';
import type { FileAnalysis } from '../../program/analysis';
import type { CodeIndex } from '../../program/code-index';
import { evaluate } from '../../program/constants/evaluate';
import { Reducer } from '../../program/constants/reduce';
import type { ConstantValue } from '../../program/constants/types';
import { ownerOf } from '../../program/constants/uses';
import type { Arg, CallExpr, Expr, ProgramFile } from '../../program/ir';
import { Memo } from '../../program/memo';
import type { FunctionScope } from '../../program/scopes';
import { argumentOf } from '../../program/url-sessions';
import { taskContext } from '../background-task/context';
import type { CodeContext } from '../context';

/** A call whose receiver is the audio session: known by its type, or by a spelling that nothing else has. */
export interface SessionCall {
  readonly method: AudioSessionMethod;
  readonly call: CallExpr;
  /** The category, the mode of `setMode`, the port, or whether to be active. `activate` and `deactivate` have none. */
  readonly subject: Arg | undefined;
  readonly mode: Arg | undefined;
  readonly policy: Arg | undefined;
  /** Of the category or of the activation. */
  readonly options: Arg | undefined;
}

/** The names in an option set. */
export interface OptionNames {
  /** Swift spelling; `allowBluetooth` and `allowBluetoothHFP` are kept apart. */
  readonly names: readonly string[];
  /** Nothing else can be in it. */
  readonly isComplete: boolean;
}

export class SessionCalls {
  readonly analysis: FileAnalysis;
  readonly index: CodeIndex;
  readonly #uri: string;
  readonly #reducer: Reducer;
  #all: readonly SessionCall[] | undefined;

  constructor(code: CodeContext) {
    this.analysis = taskContext(code).analysis;
    this.index = code.index;
    this.#uri = code.unit.uri;
    this.#reducer = new Reducer(code.unit.program);
  }

  /** In source order. */
  get all(): readonly SessionCall[] {
    this.#all ??= this.analysis.callsMentioning(audioSessionMethods).flatMap((call) => this.of(call) ?? []);
    return this.#all;
  }

  /** The calls of each function, in source order; those of closures by themselves. */
  get byFunction(): ReadonlyMap<FunctionScope, readonly SessionCall[]> {
    const groups = new Map<FunctionScope, SessionCall[]>();
    for (const session of this.all) {
      const scope = this.analysis.resolver.scopes.scopeOf(session.call);
      const known = scope && groups.get(scope);
      if (known !== undefined) known.push(session);
      else if (scope !== undefined) groups.set(scope, [session]);
    }
    return groups;
  }

  /** What a call does to the session; `undefined` for all other calls. */
  of(call: CallExpr): SessionCall | undefined {
    const method = methodOf(call);
    if (method === undefined || !this.#isOnSession(call, method)) return undefined;
    const [first] = call.args;
    const isSwitch = method === 'activate' || method === 'deactivate';
    return {
      method,
      call,
      subject: isSwitch ? undefined : first,
      mode: argumentOf(call, audioArgumentLabels.mode),
      policy: argumentOf(call, audioArgumentLabels.policy),
      options: argumentOf(call, audioArgumentLabels.options) ?? (isSwitch ? first : undefined),
    };
  }

  #isOnSession(call: CallExpr, method: AudioSessionMethod): boolean {
    const { types, resolver } = this.analysis;
    if (call.receiver === undefined)
      return (
        resolver.typeAround(call) === audioSessionType && resolver.scopes.declaration(call) === undefined
      );
    const type = types.typeOf(call.receiver);
    // Protocols of the app that the session conforms to stand for it.
    if (type !== undefined) return this.index.family(audioSessionType).has(type);
    return types.namedType(call.receiver) === undefined && isUnmistakable(call, method);
  }

  /** What an expression is worth in the file's targets. */
  value(expr: Expr): ConstantValue {
    const scope = { uri: this.#uri, owner: ownerOf(expr, this.#reducer) };
    return evaluate(this.#reducer.reduce(expr), scope, this.index.constants);
  }

  /** Swift name of the one constant that an argument certainly is. */
  nameOf(arg: Arg | undefined): string | undefined {
    const value = arg && this.value(arg.value);
    return value?.kind === 'member' ? value.name : undefined;
  }

  /** What is certainly in an option set; `undefined` when nothing is known. No argument is an empty set. */
  optionsOf(arg: Arg | undefined): OptionNames | undefined {
    if (arg === undefined) return { names: [], isComplete: true };
    const value = this.value(arg.value);
    if (value.kind === 'member') return { names: [value.name], isComplete: true };
    if (value.kind === 'number') return { names: [], isComplete: Number(value.value) === 0 };
    if (value.kind !== 'set') return undefined;
    const members = value.members.filter((member) => member.kind === 'member');
    return {
      names: members.map(({ name }) => name),
      isComplete: value.isComplete && members.length === value.members.length,
    };
  }

  /** Whether a call activates the session (`true`) or deactivates it (`false`); variables may do either. */
  activation({ method, subject }: SessionCall): boolean | undefined {
    if (method === 'activate') return true;
    if (method === 'deactivate') return false;
    if (method !== 'setActive' || subject === undefined) return undefined;
    const value = this.analysis.resolver.origin(subject.value);
    return value.kind === 'literal' && value.type === 'bool' ? value.value === 'true' : undefined;
  }
}

function methodOf({ selector, name }: CallExpr): AudioSessionMethod | undefined {
  if (selector !== undefined)
    return Object.hasOwn(audioSessionSelectors, selector) ? audioSessionSelectors[selector] : undefined;
  return audioSessionMethods.find((method) => method === name);
}

/** Whether the spelling alone tells that a call is one on the audio session. */
function isUnmistakable(call: CallExpr, method: AudioSessionMethod): boolean {
  if (method === 'overrideOutputAudioPort') return true;
  if (method === 'activate' || method === 'deactivate') return false;
  if (call.selector !== undefined) return true;
  return Object.values(audioArgumentLabels).some((labels) => argumentOf(call, labels) !== undefined);
}

const cache = new Memo<ProgramFile, SessionCalls>();

/** Several rules ask about the same file in a row: its calls are found once. */
export function sessionCallsOf(code: CodeContext): SessionCalls {
  const { program } = code.unit;
  let known = cache.get(program);
  if (known === undefined || known.index !== code.index) {
    known = new SessionCalls(code);
    cache.set(program, known);
  }
  return known;
}
