/** Runs code rules over a few source files held in memory, as a workspace with one target would. */
import { buildCodeIndex } from '../../server/src/core/program/code-index';
import { summariseEffects } from '../../server/src/core/program/effects';
import type { ProgramFile } from '../../server/src/core/program/ir';
import { parseObjc } from '../../server/src/core/program/parse-objc';
import { parseSwift } from '../../server/src/core/program/parse-swift';
import type { Rule } from '../../server/src/core/rules/context';
import { runCodeRules } from '../../server/src/core/rules/engine';
import type { Finding } from '../../server/src/core/rules/types';
import { TreeParser } from '../../server/src/core/syntax/parser';
import { applyEdits } from '../../server/src/core/text';
import { testWasm } from './wasm';

const parser = new TreeParser(testWasm);

/** To be awaited before anything is parsed. */
export async function loadGrammars(): Promise<void> {
  await Promise.all([parser.load('swift'), parser.load('objc')]);
}

/** Parses by the extension of `path`. */
export function parseFile(path: string, text: string): ProgramFile {
  return path.endsWith('.swift') ? parseSwift(parser, text) : parseObjc(parser, text);
}

/** Findings of all files; a rule that throws fails the test. */
export function runRules(
  rules: readonly Rule[],
  files: Readonly<Record<string, string>>,
): readonly Finding[] {
  const programs = Object.entries(files).map(([uri, text]) => ({ uri, text, program: parseFile(uri, text) }));
  const index = buildCodeIndex(new Map(programs.map(({ uri, program }) => [uri, summariseEffects(program)])));
  const logger = {
    log: (_level: string, message: string) => {
      throw new Error(message);
    },
  };
  return programs.flatMap(({ uri, text, program }) =>
    runCodeRules(rules, { unit: { kind: 'program', uri, text, program }, targets: [], index }, logger),
  );
}

/** `file:offset rule/entry` of every finding, sorted: what examples are compared by. */
export function places(findings: readonly Finding[]): string[] {
  return findings.map(({ uri, range, entry }) => `${uri}:${range.start} ${entry ?? ''}`).sort();
}

/** The files after one fix of a finding. */
export function fixed(
  files: Readonly<Record<string, string>>,
  finding: Finding,
  index = 0,
): Record<string, string> {
  const fix = finding.fixes[index];
  if (fix === undefined) throw new Error(`No fix ${index} for: ${finding.message}`);
  const result = { ...files };
  for (const { uri, edits } of fix.files) result[uri] = applyEdits(result[uri] ?? '', edits);
  return result;
}
