/** `explain --ir`: the program model of a file, for people who wonder what the analysis has seen. */
import { functionAt } from '../core/program/function-at';
import type { ProgramFile } from '../core/program/ir';
import { printFunction, printProgram } from '../core/program/print';
import { LineIndex } from '../core/text';
import { createWorkspace } from '../core/workspace';
import { nodeHost } from '../node/host';
import { EXIT, type ExitCode, UsageError } from './exit';
import { fileUri, resolveInputs } from './inputs';
import type { Terminal } from './terminal';

/**
 * `place` is `FILE` or `FILE:LINE` (lines count from one): the whole file, or the function around the start of the
 * line's text. Throws a UsageError for a path that is no Swift or Objective-C file, or a line outside of functions.
 */
export async function explainIr(place: string, terminal: Terminal): Promise<ExitCode> {
  const { file, line } = split(place);
  const { roots } = await resolveInputs([file], process.cwd());
  const workspace = createWorkspace(nodeHost(__dirname, { log: () => {} }));
  try {
    workspace.setFolders(roots);
    const unit = await workspace.unit(fileUri(file));
    if (unit?.kind !== 'program') throw new UsageError(`${file} is no Swift or Objective-C file`);
    terminal.write(
      line === undefined ? printProgram(unit.program) : printed(unit.program, unit.text, line, place),
    );
    return EXIT.clean;
  } finally {
    workspace.dispose();
  }
}

function split(place: string): { file: string; line: number | undefined } {
  const match = /^(.+):(\d+)$/.exec(place);
  if (match?.[1] === undefined) return { file: place, line: undefined };
  return { file: match[1], line: Number(match[2]) };
}

function printed(program: ProgramFile, text: string, line: number, place: string): string {
  const start = new LineIndex(text).lineStart(line - 1);
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
  const fn = functionAt(program, start + indentation);
  if (fn === undefined) throw new UsageError(`There is no function at ${place}`);
  return `${printFunction(fn).join('\n')}\n`;
}
