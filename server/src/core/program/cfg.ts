/**
 * Control-flow graph of one function body. Closures inside of it are values, not part of its flow. `defer` and
 * `@finally` bodies are copied onto every way out of their scope; `#if` branches are alternatives.
 */

import type { Platform } from '../project/types';
import type { TextRange } from '../text';
import { CfgBuilder } from './cfg-builder';
import type { Block, Clause, Expr, Stmt, VariableDecl } from './ir';

/** What holds on an edge. */
export type Assumption =
  | { readonly kind: 'expr'; readonly expr: Expr; readonly holds: boolean }
  | { readonly kind: 'bind'; readonly clause: Extract<Clause, { kind: 'bind' }>; readonly holds: boolean }
  /** Something that is not an expression (a flag, a version, a case) but has one value wherever it is tested. */
  | { readonly kind: 'fact'; readonly key: string; readonly value: boolean | string };

export interface CfgEdge {
  readonly to: number;
  readonly assume: Assumption | undefined;
  /** Taken when the step throws: what the step does has not happened. */
  readonly isThrow: boolean;
}

/** One way through a branching statement. */
export interface Arm {
  readonly stmt: Stmt;
  /**
   * `skip`: no `else` and the condition fails, or none of the cases is meant. `again`: a loop's body is done. `after`: a
   * loop is left.
   */
  readonly part: 'then' | 'else' | 'case' | 'catch' | 'skip' | 'body' | 'again' | 'after';
  /** Where it is written; the statement for parts that nobody wrote. */
  readonly range: TextRange;
  readonly block: Block | undefined;
}

export type Step =
  | { readonly kind: 'none'; readonly arm?: Arm }
  | { readonly kind: 'eval'; readonly expr: Expr }
  | { readonly kind: 'declare'; readonly variable: VariableDecl }
  /** Leaves the function with this value. */
  | { readonly kind: 'result'; readonly expr: Expr }
  /** Not understood. */
  | { readonly kind: 'unknown'; readonly exprs: readonly Expr[] }
  | { readonly kind: 'exit'; readonly exit: Exit };

/** A way out of the function. `end` falls off its end; `range` is the statement, the throwing expression or the brace. */
export interface Exit {
  readonly kind: 'return' | 'throw' | 'try' | 'end';
  readonly range: TextRange;
}

export interface CfgNode {
  readonly step: Step;
  readonly edges: readonly CfgEdge[];
}

export interface Cfg {
  /** The entry is the first. */
  readonly nodes: readonly CfgNode[];
}

/** Code for other platforms than `platform` is left out. `undefined` when the body cannot be followed: `goto`, or too many nodes. */
export function buildCfg(body: Block, platform: Platform = 'iOS'): Cfg | undefined {
  return new CfgBuilder(platform).build(body);
}
