/** Recognises the calls on the task scheduler. */
import { firstPiece } from '../catalog/selectors';
import { registration, schedulerType, submission } from '../catalog/task-scheduling';
import type { FileAnalysis } from './analysis';
import type { CallExpr, Expr } from './ir';

export interface Registration {
  readonly call: CallExpr;
  /** The launch handler: a closure, or something that stands for one. */
  readonly handler: Expr;
}

/** Where launch handlers are registered. */
export function registrations(analysis: FileAnalysis): readonly Registration[] {
  return analysis
    .callsMentioning([registration.swift, firstPiece(registration.objc)])
    .flatMap((call): Registration[] => {
      const isNamed =
        call.selector === undefined
          ? call.name === registration.swift && call.args[0]?.label === registration.swiftLabel
          : call.selector === registration.objc;
      const handler = call.args.at(-1)?.value;
      // The labels say enough unless the receiver is known to be something else.
      return isNamed && handler !== undefined && isOnScheduler(call, analysis) !== 'no'
        ? [{ call, handler }]
        : [];
    });
}

/** Where requests are submitted. */
export function submissions(analysis: FileAnalysis): readonly CallExpr[] {
  return analysis
    .callsMentioning([submission.swift, firstPiece(submission.objc)])
    .filter(
      (call) =>
        (call.selector === undefined ? call.name === submission.swift : call.selector === submission.objc) &&
        isOnScheduler(call, analysis) === 'yes',
    );
}

function isOnScheduler({ receiver }: CallExpr, { types }: FileAnalysis): ReturnType<typeof types.isInstance> {
  return receiver === undefined ? 'no' : types.isInstance(receiver, schedulerType);
}
