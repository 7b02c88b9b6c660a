/** What a server does between a keystroke inside a function and the findings of its file, step by step. */
import type { Tree } from 'web-tree-sitter';
import { summariseUses } from '../../server/src/core/program/api-uses';
import { buildCodeIndex } from '../../server/src/core/program/code-index';
import { summariseConstants } from '../../server/src/core/program/constants';
import { summariseEffects } from '../../server/src/core/program/effects';
import { EffectsMemory } from '../../server/src/core/program/effects-memory';
import { ObjcDocument } from '../../server/src/core/program/parse-objc';
import { SwiftDocument } from '../../server/src/core/program/parse-swift';
import type { FileSummary } from '../../server/src/core/program/summary';
import { allRules } from '../../server/src/core/rules';
import { runCodeRules, runUnitRules } from '../../server/src/core/rules/engine';
import { QuietMembers } from '../../server/src/core/rules/quiet-members';
import { reparse } from '../../server/src/core/syntax/incremental';
import { normaliseObjc } from '../../server/src/core/syntax/objc-normalise';
import type { TreeParser } from '../../server/src/core/syntax/parser';
import { normaliseSwift } from '../../server/src/core/syntax/swift-normalise';
import { effectsChange, usesChanged } from '../../server/src/core/workspace/summary-changes';
import type { BenchLanguage } from './sample-source.mjs';
import { Steps } from './steps.mjs';
import { typing } from './typing.mjs';

/** How often everything is typed; the first time is not counted. */
const rounds = 4;

const peer = 'bare tree-sitter';

/** Prints the steps with what tree-sitter alone takes to parse the same edits. `parser` has loaded the language. */
export function measureKeystrokes(
  parser: TreeParser,
  language: BenchLanguage,
  text: string,
  kind: 'clean' | 'errors',
): void {
  const steps = new Steps();
  const session = new Session(parser, language, text, steps);
  for (let round = 0; round < rounds; round++) {
    if (round === 1) steps.clear();
    for (const version of typing(language, text, kind)) session.type(version);
  }
  session.dispose();
  steps.print([peer]);
}

class Session {
  readonly #parser: TreeParser;
  readonly #language: BenchLanguage;
  readonly #steps: Steps;
  readonly #document: SwiftDocument | ObjcDocument;
  readonly #memory = new EffectsMemory();
  readonly #quiet = new QuietMembers();
  #before: FileSummary | undefined;
  #bareText: string;
  #bareTree: Tree | undefined;

  constructor(parser: TreeParser, language: BenchLanguage, text: string, steps: Steps) {
    this.#parser = parser;
    this.#language = language;
    this.#steps = steps;
    this.#document = language === 'swift' ? new SwiftDocument(parser, text) : new ObjcDocument(parser, text);
    this.#bareText = this.#normalised(text);
    this.#bareTree = parser.parse(language, this.#bareText);
  }

  type(text: string): void {
    const steps = this.#steps;
    const uri = `file:///bench.${this.#language === 'swift' ? 'swift' : 'm'}`;
    const logger = { log: (_level: string, message: string) => console.log(message) };
    const program = steps.time('parse and lower', () => this.#document.update(text));
    const uses = steps.time('uses', () => summariseUses(program));
    const constants = steps.time('constants', () => summariseConstants(program));
    const effects = steps.time('effects', () => {
      this.#memory.begin(program, text);
      return summariseEffects(program, this.#memory);
    });
    const change = { before: this.#before, after: { ...uses, effects, constants } };
    steps.time('comparison', () => [usesChanged(change), effectsChange(change)]);
    this.#before = change.after;
    const unit = { kind: 'program', uri, text, program } as const;
    steps.time('unit rules', () => runUnitRules(allRules, { unit, targets: [] }, logger));
    const index = buildCodeIndex(new Map([[uri, effects]]));
    const quiet = this.#quiet;
    steps.time('code rules', () => runCodeRules(allRules, { unit, targets: [], index, quiet }, logger));
    this.#bare(text);
  }

  dispose(): void {
    this.#document.dispose();
    this.#bareTree?.delete();
  }

  #bare(text: string): void {
    const next = this.#normalised(text);
    const old = this.#bareTree;
    if (old === undefined) return;
    this.#bareTree = this.#steps.time(peer, () =>
      reparse(this.#parser, this.#language, old, this.#bareText, next),
    );
    this.#bareText = next;
  }

  #normalised(text: string): string {
    return (this.#language === 'swift' ? normaliseSwift(text) : normaliseObjc(text)).text;
  }
}
