import type { ModeArray } from '../../project/types';

/** Whether one of the accepted values is among the known ones. */
export function declares(modes: ModeArray, accepted: readonly string[]): boolean {
  return modes.values.some(({ value }) => accepted.includes(value));
}
