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
import { UsesMemory } from '../../server/src/core/program/uses-memory';
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

/** How often everything is typed, and how often at first it is not counted: the code of a server is warm. */
const rounds = 10;
const unmeasured = 4;

/** Prints the steps with what tree-sitter alone takes to parse the same edits. `parser` has loaded the language. */
export function measureKeystrokes(
  parser: TreeParser,
  language: BenchLanguage,
  text: string,
  kind: 'clean' | 'errors',
): void {
  const measured = (make: (steps: Steps) => Typist): Steps => {
    const steps = new Steps();
    const typist = make(steps);
    for (let round = 0; round < rounds; round++) {
      if (round === unmeasured) steps.clear();
      for (const version of typing(language, text, kind)) typist.type(version);
    }
    typist.dispose();
    return steps;
  };
  // One after the other: to prepare texts for the bare parser leaves garbage that would be collected during the steps.
  const steps = measured((steps) => new Session(parser, language, text, steps));
  steps.print(measured((steps) => new BareParser(parser, language, text, steps)));
}

interface Typist {
  type(text: string): void;
  dispose(): void;
}

class Session implements Typist {
  readonly #language: BenchLanguage;
  readonly #steps: Steps;
  readonly #document: SwiftDocument | ObjcDocument;
  readonly #memory = new EffectsMemory();
  readonly #uses = new UsesMemory();
  readonly #quiet = new QuietMembers();
  #before: FileSummary | undefined;

  constructor(parser: TreeParser, language: BenchLanguage, text: string, steps: Steps) {
    this.#language = language;
    this.#steps = steps;
    this.#document = language === 'swift' ? new SwiftDocument(parser, text) : new ObjcDocument(parser, text);
  }

  type(text: string): void {
    const steps = this.#steps;
    const uri = `file:///bench.${this.#language === 'swift' ? 'swift' : 'm'}`;
    const logger = { log: (_level: string, message: string) => console.log(message) };
    const program = steps.time('parse and lower', () => this.#document.update(text));
    const isSame = steps.time('declarations', () => this.#memory.declaresSame(program));
    const uses = steps.time('uses', () => {
      this.#uses.begin(program, text, isSame);
      return summariseUses(program, this.#uses);
    });
    const constants = steps.time('constants', () => summariseConstants(program));
    const effects = steps.time('effects', () => {
      this.#memory.begin(program, text, isSame);
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
  }

  dispose(): void {
    this.#document.dispose();
  }
}

/** tree-sitter on the same texts, as the grammar is given them. */
class BareParser implements Typist {
  readonly #parser: TreeParser;
  readonly #language: BenchLanguage;
  readonly #steps: Steps;
  #text: string;
  #tree: Tree | undefined;

  constructor(parser: TreeParser, language: BenchLanguage, text: string, steps: Steps) {
    this.#parser = parser;
    this.#language = language;
    this.#steps = steps;
    this.#text = this.#normalised(text);
    this.#tree = parser.parse(language, this.#text);
  }

  type(text: string): void {
    const next = this.#normalised(text);
    const old = this.#tree;
    if (old === undefined) return;
    this.#tree = this.#steps.time('bare tree-sitter', () =>
      reparse(this.#parser, this.#language, old, this.#text, next),
    );
    this.#text = next;
  }

  dispose(): void {
    this.#tree?.delete();
  }

  #normalised(text: string): string {
    return (this.#language === 'swift' ? normaliseSwift(text) : normaliseObjc(text)).text;
  }
}
