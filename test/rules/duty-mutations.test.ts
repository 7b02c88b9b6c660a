/** Takes away each statement that completes something, one at a time: the rule has to notice. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { CallExpr, Expr, ProgramFile, Stmt } from '../../server/src/core/program/ir';
import { unwrap } from '../../server/src/core/program/resolve';
import { walkProgram } from '../../server/src/core/program/walk';
import { allRules } from '../../server/src/core/rules';
import type { Finding } from '../../server/src/core/rules/types';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';
import { type DutyProgram, dutyPrograms } from '../support/duty-programs';
import { namedExamples } from '../support/examples';

const discharges = /^(?:finish|completion|setTaskCompleted\w*|fulfill\w*|fail)$/;
const rules = new Set([
  'task-not-completed',
  'fetch-completion-not-called',
  'call-action-not-completed',
  'watch-task-not-completed',
  'observer-completion-not-called',
  'pushkit-completion-not-called',
]);

/** Good examples of the rules, and the programs above. */
const goodPrograms: readonly DutyProgram[] = [
  ...dutyPrograms,
  ...namedExamples.flatMap(({ name, rule, example }): DutyProgram[] => {
    const [file, ...others] = Object.entries(example.files);
    if (example.kind !== 'good' || !rules.has(rule) || file === undefined || others.length > 0) return [];
    return [{ name, rule, path: file[0], text: file[1] }];
  }),
];

interface Mutant extends DutyProgram {
  readonly removed: string;
}

function dischargeOf(stmt: Stmt): CallExpr | undefined {
  const value: Expr | undefined =
    stmt.kind === 'expr' || stmt.kind === 'return'
      ? stmt.kind === 'expr'
        ? stmt.expr
        : stmt.value
      : undefined;
  const call = value === undefined ? undefined : unwrap(value);
  return call?.kind === 'call' && discharges.test(call.name) ? call : undefined;
}

function mutantsOf(original: DutyProgram): Mutant[] {
  const program: ProgramFile = parseFile(original.path, original.text);
  const expiring: Expr[] = [];
  const mutants: Mutant[] = [];
  walkProgram(program, {
    expr: (expr) => {
      if (expr.kind === 'assign' && expr.target.kind === 'member' && expr.target.name === 'expirationHandler')
        expiring.push(expr);
      return true;
    },
  });
  walkProgram(program, {
    stmt: (stmt) => {
      const call = dischargeOf(stmt);
      // What runs when time is up completes nothing on any other path.
      if (
        call === undefined ||
        expiring.some(({ range }) => range.start < call.range.start && call.range.end < range.end)
      )
        return;
      const { start, end } = call.range;
      const removed = original.text.slice(start, end);
      // A statement without effect takes its place: an empty case would not compile.
      const nothing = original.path.endsWith('.swift') ? '_ = 0' : '(void)0';
      const text = `${original.text.slice(0, start)}${nothing}${original.text.slice(end)}`;
      mutants.push({ ...original, removed, text });
    },
  });
  return mutants;
}

function findings({ path, text, rule }: DutyProgram): readonly Finding[] {
  return runRules(
    allRules.filter(({ meta }) => meta.id === rule),
    { [path]: text },
  );
}

beforeAll(loadGrammars);

describe('programs that complete everything', () => {
  test.each(goodPrograms)('$rule: $name', (program) => {
    expect(parseFile(program.path, program.text).errors).toEqual([]);
    expect(findings(program)).toEqual([]);
  });
});

test('almost every statement that is taken away is missed', () => {
  const mutants = goodPrograms.flatMap(mutantsOf);
  const survivors = mutants.filter((mutant) => findings(mutant).length === 0);
  const share = 1 - survivors.length / mutants.length;
  const list = survivors.map(({ rule, name, removed }) => `${rule}: ${name}: without ${removed}`);
  console.info(`${mutants.length - survivors.length} of ${mutants.length} mutants caught`, list);
  expect(mutants.length).toBeGreaterThan(60);
  expect(share).toBeGreaterThanOrEqual(0.95);
});

test('every fix of such a mutant can be parsed and leaves one finding less', () => {
  let fixes = 0;
  for (const mutant of goodPrograms.flatMap(mutantsOf)) {
    const before = findings(mutant);
    for (const finding of before) {
      if (finding.fixes.length === 0) continue;
      fixes++;
      const text = fixed({ [mutant.path]: mutant.text }, finding)[mutant.path] ?? '';
      expect(parseFile(mutant.path, text).errors, text).toEqual([]);
      expect(findings({ ...mutant, text }).length, text).toBe(before.length - 1);
    }
  }
  console.info(`${fixes} fixes applied`);
  expect(fixes).toBeGreaterThan(40);
});
