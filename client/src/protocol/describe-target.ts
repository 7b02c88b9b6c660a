/** Why a target is seen as it is. */

/** Request with `TargetParams`; answers a `TargetDescription`, or `null` when there is no such target any more. */
export const describeTargetMethod = 'backgroundModes/describeTarget';

export interface TargetParams {
  /** `ChecklistTarget.id` */
  readonly id: string;
}

export interface TargetDescription {
  readonly name: string;
  /** Plain text in lines: which property lists the target ends up with, what says so, and what is not known. */
  readonly text: string;
}
