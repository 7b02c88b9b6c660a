/** What a bare name means at each place. */
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveScopes } from '../../../server/src/core/program/scopes';
import { walkProgram } from '../../../server/src/core/program/walk';
import { loadGrammars, parseFile } from '../../support/code-rules';

beforeAll(loadGrammars);

/** For every use of `x`, in source order: the line of the declaration it means, or `-`. */
function meanings(path: string, text: string): string[] {
  const program = parseFile(path, text);
  const scopes = resolveScopes(program);
  const uses: { at: number; line: string }[] = [];
  walkProgram(program, {
    expr: (expr) => {
      const isUse = (expr.kind === 'name' || expr.kind === 'call') && expr.name === 'x';
      if (!isUse || (expr.kind === 'call' && expr.receiver !== undefined)) return true;
      const declaration = scopes.declaration(expr);
      const line = declaration === undefined ? '-' : String(text.slice(0, declaration.at).split('\n').length);
      uses.push({ at: expr.range.start, line });
      return true;
    },
  });
  return uses.sort((a, b) => a.at - b.at).map(({ line }) => line);
}

describe('names in Swift', () => {
  it.each<[string, string, string[]]>([
    ['a local', 'let x = 1\nuse(x)', ['2']],
    ['a local only after its declaration', 'use(x)\nlet x = 1\nuse(x)', ['-', '3']],
    ['a shadowed local', 'let x = 1\ndo {\nlet x = 2\nuse(x)\n}\nuse(x)', ['4', '2']],
    ['its own initialiser', 'let x = 1\ndo {\nlet x = x\nuse(x)\n}', ['2', '4']],
    ['if let', 'let x = y\nif let x {\nuse(x)\n}\nuse(x)', ['2', '3', '2']],
    ['if let and else', 'let x = y\nif let x = x {\n} else {\nuse(x)\n}', ['2', '2']],
    ['guard let', 'let x = y\nguard let x else {\nreturn\n}\nuse(x)', ['2', '3']],
    ['later clauses', 'if let x = y, x > 1 {\n}', ['2']],
    ['a loop', 'for x in y {\nuse(x)\n}\nuse(x)', ['2', '-']],
    ['a case', 'switch y {\ncase .a(let x): use(x)\ndefault: use(x)\n}', ['3', '-']],
    ['a catch', 'do { try y() } catch let x {\nuse(x)\n}', ['2']],
    ['a closure parameter', 'run { x in\nuse(x)\n}\nuse(x)', ['2', '-']],
    ['a captured local', 'let x = 1\nrun {\nuse(x)\n}', ['2']],
    ['a copy in a capture list', 'let x = 1\nrun { [x] in\nuse(x)\n}', ['3']],
    ['a local function before it is declared', 'x()\nfunc x() { x() }', ['3', '3']],
    ['a parameter of a local function', 'func f(x: Int) {\nuse(x)\n}\nuse(x)', ['2', '-']],
    ['a declaration inside of #if', '#if DEBUG\nlet x = 1\n#endif\nuse(x)', ['3']],
    ['a declaration in an else branch', 'if y { let x = 1\n}\nuse(x)', ['-']],
    ['while let', 'while let x = y {\nuse(x)\n}\nuse(x)', ['2', '-']],
  ])('%s', (_title, code, expected) => {
    expect(meanings('a.swift', `func test(y: Int) {\n${code}\n}\n`)).toEqual(expected);
  });
});

describe('names in Objective-C', () => {
  it.each<[string, string, string[]]>([
    ['a local in its own initialiser', '__block int x = run(^{ use(x); });\nuse(x);', ['3', '3']],
    ['a C loop', 'for (int x = 0; x < 3; x++) {\nuse(x);\n}\nuse(x);', ['3', '3', '3', '-']],
    ['a block parameter', 'run(^(int x) {\nuse(x);\n});\nuse(x);', ['3', '-']],
    ['an inner block', '{ int x = 1; use(x); }\nuse(x);', ['3', '-']],
  ])('%s', (_title, code, expected) => {
    expect(meanings('a.m', `@implementation A\n- (void)test {\n${code}\n}\n@end\n`)).toEqual(expected);
  });
});
