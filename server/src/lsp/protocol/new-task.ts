/** Setting up a scheduled task as a whole. */
import type { LinePosition } from './places';

/**
 * - `refresh`, `processing`, `continued`: registered by the app delegate
 * - `swiftui-refresh`: answered by a scene
 */
export type NewTaskKind = 'refresh' | 'processing' | 'continued' | 'swiftui-refresh';

/** Request with `CheckTaskParams`; answers a `TaskCheck`. */
export const checkTaskMethod = 'backgroundModes/checkTask';

export interface CheckTaskParams {
  /** `ChecklistTarget.id` */
  readonly targetId: string;
  readonly kind: NewTaskKind;
  /** Missing: only a proposal is wanted. */
  readonly identifier?: string;
}

export interface TaskCheck {
  /** An identifier that is free. */
  readonly proposal: string;
  /** What is the matter with the identifier, in words. */
  readonly problem: string | undefined;
}

/** Request with `NewTaskParams`; answers a `CapabilityAnswer`. */
export const newTaskMethod = 'backgroundModes/newTask';

export interface NewTaskParams extends CheckTaskParams {
  readonly identifier: string;
  /** Where the code goes when no place is certain: an open Swift or Objective-C file. */
  readonly cursor?: { readonly uri: string; readonly position: LinePosition };
}
