/** The scheduled tasks of the workspace, for commands that ask which one is meant. */
import type { Place } from './places';

/** Request without parameters; answers a `Task[]`, sorted by identifier. */
export const tasksMethod = 'backgroundModes/tasks';

export interface Task {
  /** As it is when the app runs. */
  readonly identifier: string;
  /** Names of the targets that know it. */
  readonly targets: readonly string[];
  /** Where launch handlers are registered. */
  readonly registered: readonly Place[];
  /** Where requests are made. */
  readonly submitted: readonly Place[];
  /** Lines for the debugger of a device, while the app is paused. */
  readonly commands: { readonly launch: string; readonly expiration: string };
}
