/**
 * What a server does between a keystroke inside a function and the findings of its file, in milliseconds of processor
 * time (a busy machine does not change them much; threads that collect garbage or compile count too).
 */
import { summariseUses } from '../../server/src/core/program/api-uses';
import { buildCodeIndex } from '../../server/src/core/program/code-index';
import { summariseEffects } from '../../server/src/core/program/effects';
import { EffectsMemory } from '../../server/src/core/program/effects-memory';
import { ObjcDocument } from '../../server/src/core/program/parse-objc';
import { SwiftDocument } from '../../server/src/core/program/parse-swift';
import type { FileSummary } from '../../server/src/core/program/summary';
import { allRules } from '../../server/src/core/rules';
import { runCodeRules, runUnitRules } from '../../server/src/core/rules/engine';
import type { TreeParser } from '../../server/src/core/syntax/parser';
import { effectsChange, usesChanged } from '../../server/src/core/workspace/summary-changes';
import type { BenchLanguage } from './sample-source.mjs';

const warmUp = 30;
const keystrokes = 150;

class Steps {
  readonly #times = new Map<string, number[]>();

  time<T>(step: string, run: () => T): T {
    const start = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(start);
    const times = this.#times.get(step) ?? [];
    this.#times.set(step, times);
    times.push((user + system) / 1e3);
    return result;
  }

  print(): void {
    for (const [step, times] of this.#times) printRow(step, times);
    const counts = [...this.#times.values()];
    printRow(
      'sum',
      Array.from({ length: counts[0]?.length ?? 0 }, (_, i) =>
        counts.reduce((sum, times) => sum + (times[i] ?? 0), 0),
      ),
    );
  }
}

function printRow(step: string, times: readonly number[]): void {
  const sorted = times.slice(warmUp).sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  console.log(
    `    ${step.padEnd(22)} p50 ${at(0.5).padStart(6)}  p95 ${at(0.95).padStart(6)}  max ${at(1).padStart(6)}`,
  );
}

/** `text` with up to 19 more characters in a call near its middle. */
function typed(text: string, count: number): string {
  const middle = text.length >> 1;
  const call = /[A-Za-z]\)+;?\r?\n/.exec(text.slice(middle));
  const place = call === null ? text.length : middle + call.index + 1;
  return `${text.slice(0, place)}${'x'.repeat(count % 20)}${text.slice(place)}`;
}

/** Prints p50, p95 and the maximum of every step. `parser` has loaded the language. */
export function measureKeystrokes(parser: TreeParser, language: BenchLanguage, text: string): void {
  const steps = new Steps();
  const document = language === 'swift' ? new SwiftDocument(parser, text) : new ObjcDocument(parser, text);
  const uri = `file:///bench.${language === 'swift' ? 'swift' : 'm'}`;
  const logger = { log: (_level: string, message: string) => console.log(message) };
  const memory = new EffectsMemory();
  let before: FileSummary | undefined;
  for (let count = 1; count <= warmUp + keystrokes; count++) {
    const now = typed(text, count);
    const program = steps.time('parse and lower', () => document.update(now));
    const uses = steps.time('uses', () => summariseUses(program));
    const effects = steps.time('effects', () => {
      memory.begin(program, now);
      return summariseEffects(program, memory);
    });
    const after = { ...uses, effects };
    steps.time('comparison', () => [usesChanged({ before, after }), effectsChange({ before, after })]);
    before = after;
    const unit = { kind: 'program', uri, text: now, program } as const;
    steps.time('unit rules', () => runUnitRules(allRules, { unit, targets: [] }, logger));
    const index = buildCodeIndex(new Map([[uri, effects]]));
    steps.time('code rules', () => runCodeRules(allRules, { unit, targets: [], index }, logger));
  }
  document.dispose();
  steps.print();
}
