/** Everything that is resolved about one file: names, types, calls, effects. */
import { EffectBuilder } from './effect-builder';
import type { ProgramFile } from './ir';
import { type Resolver, resolverOf } from './resolve';
import { TaskCalls } from './task-calls';
import { type ForeignProperty, TypeInference } from './types';

export class FileAnalysis {
  readonly program: ProgramFile;
  readonly resolver: Resolver;
  readonly types: TypeInference;
  readonly calls: TaskCalls;
  readonly effects: EffectBuilder;

  /** `foreign` knows the properties that other files declare. */
  constructor(program: ProgramFile, foreign?: ForeignProperty) {
    this.program = program;
    this.resolver = resolverOf(program);
    this.types = new TypeInference(this.resolver, foreign);
    this.calls = new TaskCalls(this.resolver, this.types);
    this.effects = new EffectBuilder(this.resolver, this.types, this.calls);
  }
}
