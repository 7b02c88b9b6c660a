/** Evaluates constants of small programs in tests. */

import { summariseConstants } from '../../server/src/core/program/constants';
import { ConstantIndex } from '../../server/src/core/program/constants/constant-index';
import { evaluate } from '../../server/src/core/program/constants/evaluate';
import { Reducer } from '../../server/src/core/program/constants/reduce';
import type { ConstantValue, FileConstants } from '../../server/src/core/program/constants/types';
import { ownerOf } from '../../server/src/core/program/constants/uses';
import type { CallExpr } from '../../server/src/core/program/ir';
import { walkProgram } from '../../server/src/core/program/walk';
import { parseFile } from './code-rules';

/** The argument of every call of `here` in the first file, in source order, evaluated among all files. */
export function valuesIn(files: Readonly<Record<string, string>>): readonly ConstantValue[] {
  const programs = Object.entries(files).map(([uri, text]) => ({ uri, program: parseFile(uri, text) }));
  const summaries = new Map<string, FileConstants>();
  for (const { uri, program } of programs) {
    const constants = summariseConstants(program);
    if (constants !== undefined) summaries.set(uri, JSON.parse(JSON.stringify(constants)) as FileConstants);
  }
  const [first] = programs;
  if (first === undefined) return [];
  const calls: CallExpr[] = [];
  walkProgram(first.program, {
    expr: (expr) => {
      if (expr.kind === 'call' && expr.name === 'here') calls.push(expr);
      return true;
    },
  });
  const reducer = new Reducer(first.program);
  const index = new ConstantIndex(() => summaries);
  return calls
    .sort((a, b) => a.range.start - b.range.start)
    .flatMap(({ args: [arg] }) =>
      arg === undefined
        ? []
        : [
            evaluate(
              reducer.reduce(arg.value),
              { uri: first.uri, owner: ownerOf(arg.value, reducer) },
              index,
            ),
          ],
    );
}

/** A value as a short text: `"a" | "b" | ?`, `{playback}`, `"⟨bundle⟩.refresh"`; `?` for unknown. */
export function shown(value: ConstantValue): string {
  switch (value.kind) {
    case 'text':
      return `"${value.parts.map((part) => (typeof part === 'string' ? part : '⟨bundle⟩')).join('')}"`;
    case 'number':
    case 'bool':
      return String(value.value);
    case 'nil':
      return 'nil';
    case 'member':
      return value.name;
    case 'set':
      return `{${[...value.members.map(shown), ...(value.isComplete ? [] : ['?'])].join(', ')}}`;
    case 'one-of':
      return [...value.values.map(shown), ...(value.isComplete ? [] : ['?'])].join(' | ');
    case 'unknown':
      return '?';
  }
}

export function shownIn(files: Readonly<Record<string, string>>): readonly string[] {
  return valuesIn(files).map(shown);
}
