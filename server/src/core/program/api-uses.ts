/** Which APIs of the catalogue a file uses, and where. */
import type { ProgramFile } from './ir';
import type { ApiUse } from './summary';

export function collectUses(_program: ProgramFile): readonly ApiUse[] {
  return [];
}
