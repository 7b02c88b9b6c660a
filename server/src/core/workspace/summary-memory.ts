/** What is remembered about the members of an open document, so that only changed ones are summarised again. */
import { EffectsMemory } from '../program/effects-memory';
import type { ProgramFile } from '../program/ir';
import { UsesMemory } from '../program/uses-memory';

export class SummaryMemory {
  readonly effects = new EffectsMemory();
  readonly uses = new UsesMemory();

  /** Begins a version of the document. */
  begin(program: ProgramFile, text: string): void {
    const isSame = this.effects.declaresSame(program);
    this.effects.begin(program, text, isSame);
    this.uses.begin(program, text, isSame);
  }
}
