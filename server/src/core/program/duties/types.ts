/**
 * Duties: a function gets a value that has to be completed on every path, by calling it (a completion handler) or by
 * calling a method on it (a background task, a call action).
 */
import type { TextRange } from '../../text';
import type { Arm, Exit } from '../cfg';
import type { CallExpr, FunctionDecl, LoopStmt } from '../ir';
import type { Declaration } from '../scopes';
import type { TaskCalls } from '../task-calls';
import type { WrittenCall } from '../written-calls';

/** How a value is completed. `methods` are Swift base names and first selector pieces. */
export type Discharge =
  | { readonly kind: 'call' }
  | {
      readonly kind: 'method';
      readonly methods: readonly string[];
      /** A value that turns out to be of another class than the code asks for is somebody else's business. */
      readonly isExemptByCast: boolean;
    }
  /** By `endBackgroundTask`, which gets the value. */
  | { readonly kind: 'end'; readonly calls: TaskCalls };

/**
 * The value at hand: a parameter of a function or closure, each element that a loop takes, or the identifier that a call
 * of `fn` answers, in a local of it.
 */
export type Token =
  | { readonly kind: 'param'; readonly fn: FunctionDecl; readonly index: number }
  | { readonly kind: 'element'; readonly fn: FunctionDecl; readonly loop: LoopStmt }
  | {
      readonly kind: 'begun';
      readonly fn: FunctionDecl;
      readonly call: CallExpr;
      readonly local: Declaration;
      /** Whether the call is that of a function which begins the task: its expiration handler is not in sight. */
      readonly isWrapped: boolean;
    };

/** A call that gets the value, or a closure that completes it. Plain data. */
export interface Handover extends WrittenCall {
  /** Position among `args`. */
  readonly position: number;
  /** What running the passed closure does; `undefined` when the value itself is passed. */
  readonly closure: readonly PathEnd[] | undefined;
}

/**
 * What a path did with the value. `passed`: somebody else has it, or nothing can be said. Handovers: nothing but
 * these calls got it.
 */
export type PathEnd = 'open' | 'done' | 'passed' | readonly Handover[];

/** What a function does with one of its parameters, as far as its own file tells. */
export interface ParamDuty {
  readonly index: number;
  readonly ends: readonly PathEnd[];
}

/** A way out, and what has become of the value there. */
export interface DutyExit {
  /** `next`: a loop goes on to its next element. */
  readonly kind: Exit['kind'] | 'next';
  readonly range: TextRange;
  readonly end: PathEnd;
  /** The last branch on the way that left the value alone while another one does not. */
  readonly arm: Arm | undefined;
  /** What is left: the function that has the value, or a closure or local function inside of it. */
  readonly fn: FunctionDecl;
}

export interface DutyFlow {
  readonly exits: readonly DutyExit[];
  /** Ways out of closures that run exactly once and are the only ones to have the value. */
  readonly inner: readonly DutyExit[];
  /** Whether an expiration handler completes the value when time is up. */
  readonly isCompletedOnExpiry: boolean;
}
