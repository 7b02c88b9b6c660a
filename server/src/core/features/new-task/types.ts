/** A scheduled task that is to be set up. */
import type { TaskKind } from '../../catalog/mechanisms';
import type { TextEdit } from '../../text';

export type { TaskKind } from '../../catalog/mechanisms';

export interface NewTask {
  readonly kind: TaskKind;
  /** As the scheduler knows it; for continued tasks it may end in `.*`. */
  readonly identifier: string;
}

/** Code in lines, a tab for each level. */
export type Code = readonly string[];

/** The code of a task, in parts that go to different places. */
export interface TaskCode {
  readonly language: 'swift' | 'objc';
  /** Statements of the launch method; none when the task is registered where it is submitted. */
  readonly launch: Code;
  /** Methods of the type around it. */
  readonly members: readonly Code[];
  /** A method that holds `launch`, for when the launch method is not known. */
  readonly registration: Code;
}

export interface PlacedCode {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}
