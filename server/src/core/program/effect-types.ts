/**
 * What functions do about background tasks, as far as one file can tell: plain data, independent of other files.
 * Effects form small trees, because what happens inside a closure depends on when the closure is run.
 */
import type { TextRange } from '../text';
import type { ParamDuty } from './duties/types';
import type { TypeAlias } from './ir';
import type { WrittenCall } from './written-calls';

/** The identifier that an end call is given. */
export type TokenRef =
  /** Of the enclosing type, by its name without a leading underscore. */
  | { readonly kind: 'property'; readonly name: string }
  /** A property of another object. */
  | { readonly kind: 'foreign'; readonly name: string }
  /** Of the function the effects belong to. */
  | { readonly kind: 'param'; readonly index: number }
  /** `at` is the offset of its declaration. */
  | { readonly kind: 'local'; readonly name: string; readonly at: number }
  | { readonly kind: 'unknown' };

export type Callee =
  /** A method of the same object, a static method of the same type, or a free function: Swift writes all three alike. */
  | { readonly on: 'bare'; readonly name: string }
  | { readonly on: 'self'; readonly name: string }
  | { readonly on: 'super'; readonly name: string }
  | { readonly on: 'type'; readonly type: string; readonly name: string }
  | { readonly on: 'unknown'; readonly name: string };

/** One argument as far as it matters: its label, and what it does when it is a closure. */
export interface ArgEffects {
  /** Swift label or Objective-C selector piece. */
  readonly label: string | undefined;
  readonly isTrailing: boolean;
  /** Effects of running the closure; `undefined` for other values. */
  readonly effects: readonly Effect[] | undefined;
}

export type Effect =
  | { readonly kind: 'end'; readonly token: TokenRef; readonly at: TextRange }
  /** `handler`: what the expiration handler does, whenever that is. */
  | { readonly kind: 'begin'; readonly at: TextRange; readonly handler: readonly Effect[] }
  | {
      readonly kind: 'call';
      readonly callee: Callee;
      /** Objective-C selectors and C functions are found by their name alone. */
      readonly selector: string | undefined;
      readonly args: readonly ArgEffects[];
      readonly at: TextRange;
    }
  /** Runs a closure that the function was given. */
  | { readonly kind: 'invoke'; readonly param: number; readonly at: TextRange }
  /** Runs later: what is inside happens after the function has returned. */
  | { readonly kind: 'hop'; readonly at: TextRange; readonly effects: readonly Effect[] }
  /** Runs now, later or never. */
  | { readonly kind: 'maybe'; readonly effects: readonly Effect[] }
  /** Might do anything. */
  | { readonly kind: 'unknown'; readonly at: TextRange };

export interface ParamInfo {
  readonly label: string | undefined;
  readonly isFunction: boolean;
  /** A name of a type that may stand for a function in another file. */
  readonly type?: string;
}

/** Where a task begins whose identifier a function answers: at `at`, or in the functions that a call can mean. */
export type ReturnedBegin =
  | { readonly kind: 'begin'; readonly at: TextRange }
  | { readonly kind: 'call'; readonly call: WrittenCall };

/** What a function answers that begins background tasks for its callers. It answers one of these, or no task. */
export interface ReturnedTask {
  /** Not empty. */
  readonly begins: readonly ReturnedBegin[];
  /** Whether the expiration handler may end the task. */
  readonly isEndedOnExpiry: boolean;
  readonly isOptional: boolean;
}

export interface FunctionEffects {
  /** Last component of the enclosing type's name; `undefined` for free functions. */
  readonly type: string | undefined;
  /**
   * Base name, or the whole selector in Objective-C. `name.set` for setters and observers, `name.get` for
   * getters and initial values of a property.
   */
  readonly name: string;
  readonly params: readonly ParamInfo[];
  /** Head of what it returns, where that is an object. */
  readonly returns?: string;
  /** `undefined` for declarations without a body. */
  readonly effects: readonly Effect[] | undefined;
  /** Parameters that may have to be completed; none for those that cannot. */
  readonly duties?: readonly ParamDuty[];
  /** The task that it begins and leaves to its callers. */
  readonly answers?: ReturnedTask;
}

export interface PropertyInfo {
  readonly name: string;
  /** Head of its declared or inferred type, or the way to it: see `typePaths`. */
  readonly type: string | undefined;
  readonly isOptional: boolean;
  readonly isStatic: boolean;
  /** Selector of its setter, where Objective-C declares another one than `setName:`. */
  readonly setter?: string;
}

/** One declaration of a type, extensions and categories included. */
export interface TypeInfo {
  readonly name: string;
  readonly isExtension: boolean;
  readonly isProtocol: boolean;
  /** It is nested or exists under a condition: elsewhere its name may mean another type. */
  readonly mayBeOther?: true;
  readonly inherits: readonly string[];
  readonly properties: readonly PropertyInfo[];
  /** Properties whose value is passed on, returned or stored elsewhere: someone else may hold the identifier then. */
  readonly handedOut: readonly string[];
}

export interface FileEffects {
  /** Parts of the file could not be parsed: it may say more than it seems to. */
  readonly isBroken: boolean;
  readonly types: readonly TypeInfo[];
  readonly functions: readonly FunctionEffects[];
  /** Other names of types that other files see. Missing: none. */
  readonly aliases?: readonly TypeAlias[];
  /** Global variables that other files see and whose type says something. Missing: none. */
  readonly globals?: readonly PropertyInfo[];
}
