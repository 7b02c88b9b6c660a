/** Parsing Objective-C in tests: what a text is lowered to, as the lines that the printer writes. */
import type { ProgramFile } from '../../server/src/core/program/ir';
import { parseObjc } from '../../server/src/core/program/parse-objc';
import { printProgram } from '../../server/src/core/program/print';
import { TreeParser } from '../../server/src/core/syntax/parser';
import { testWasm } from './wasm';

export const parser = new TreeParser(testWasm);

export function parse(text: string): ProgramFile {
  return parseObjc(parser, text);
}

export function printed(text: string): string[] {
  return printProgram(parse(text)).trimEnd().split('\n');
}

const before = '@implementation Player\n- (void)run {\n';

/** The lowered statements of a method's body. */
export function statements(body: string): string[] {
  const lines = printed(`${before}${body}\n}\n@end\n`);
  return lines.filter((line) => line.startsWith('    ')).map((line) => line.slice(4));
}

/** The only lowered line of a body that is one statement. */
export function statement(body: string): string {
  const lines = statements(body);
  if (lines.length !== 1) throw new Error(`Expected one line, got:\n${lines.join('\n')}`);
  return lines[0] ?? '';
}
