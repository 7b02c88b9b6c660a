/** Whether the handler of a task comes to submit a request. */

import { sessionTaskMethods } from '../../../catalog/async-work';
import { firstPiece } from '../../../catalog/selectors';
import { submission, taskMembers } from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import { CallReach, type Reach } from '../../../program/call-reach';
import type { Expr, FunctionDecl } from '../../../program/ir';
import { taskReach } from '../../../program/task-reach';
import { walkFunction } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { CodeContext } from '../../context';

const submissions: ReadonlySet<string> = new Set([submission.swift, firstPiece(submission.objc)]);

export class Submitting {
  readonly #code: CodeContext;
  readonly #analysis: FileAnalysis;
  readonly #reach: CallReach;

  constructor(code: CodeContext) {
    this.#code = code;
    this.#analysis = taskContext(code).analysis;
    this.#reach = new CallReach(code.index, {
      isReached: (name) => submissions.has(name),
      isHarmless: (name) => taskMembers.has(name) || sessionTaskMethods.has(name),
    });
  }

  by(handler: Expr): Reach {
    const [fn] = taskReach(handler, this.#analysis).functions;
    if (fn === undefined) return 'unknown';
    const { effects, resolver } = this.#analysis;
    const reach = this.#reach.of(effects.ofFunction(fn), resolver.typeAround(handler));
    return reach === 'no' && this.#makesOwnObjects(fn) ? 'unknown' : reach;
  }

  /** An initialiser, or an operation that somebody else runs, may submit as well. */
  #makesOwnObjects(fn: FunctionDecl): boolean {
    let found = false;
    walkFunction(fn, {
      expr: (expr) => {
        found ||=
          expr.kind === 'call' &&
          expr.constructs !== undefined &&
          this.#code.index.declarations(expr.constructs).length > 0;
        return !found;
      },
    });
    return found;
  }
}
