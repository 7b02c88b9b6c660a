import { describe, expect, it } from 'vitest';
import type { Block, Expr, Stmt } from '../../../server/src/core/program/ir';
import { printExpr } from '../../../server/src/core/program/print-exprs';
import { printBlock, printStmt } from '../../../server/src/core/program/print-stmts';

const range = { start: 0, end: 0 };
const name = (text: string): Expr => ({ kind: 'name', name: text, range });
const block = (...statements: Stmt[]): Block => ({ statements, range });
const run = (text: string): Stmt => ({ kind: 'expr', expr: name(text), range });

describe('the printed model', () => {
  it('shows what only Objective-C has', () => {
    const loop: Stmt = {
      kind: 'loop',
      form: 'for',
      initial: [run('i')],
      clauses: [{ kind: 'expr', expr: name('more'), range }],
      sequence: undefined,
      names: [],
      where: undefined,
      step: name('next'),
      body: block({ kind: 'jump', jump: 'goto', label: 'end', range }),
      label: undefined,
      range,
    };
    const attempt: Stmt = {
      kind: 'try',
      body: block(run('a')),
      catches: [],
      finally: block(run('b')),
      range,
    };
    const locked: Stmt = {
      kind: 'block',
      form: 'synchronized',
      subject: name('self'),
      body: block(run('c')),
      label: undefined,
      range,
    };
    expect(printBlock(block(loop, attempt, locked))).toEqual([
      'for',
      '  i',
      '  while more',
      '  step next',
      '  goto end',
      'try',
      '  a',
      'finally',
      '  b',
      'synchronized self',
      '  c',
    ]);
  });

  it('shows selectors, constructed types and switches that are not exhaustive', () => {
    const call: Expr = {
      kind: 'call',
      receiver: name('app'),
      name: 'end',
      nameRange: range,
      selector: 'end:',
      constructs: undefined,
      args: [],
      isImplicitMember: false,
      isOptionalChain: false,
      range,
    };
    expect(printExpr(call).text).toBe('app.end:()');
    expect(printExpr({ ...call, receiver: undefined, selector: 'initWithA:', constructs: 'B' }).text).toBe(
      'new initWithA: making B()',
    );
    const choice: Stmt = {
      kind: 'switch',
      subject: name('x'),
      cases: [],
      exhaustive: false,
      label: undefined,
      range,
    };
    expect(printStmt(choice)).toEqual(['switch (not exhaustive) x']);
  });
});
