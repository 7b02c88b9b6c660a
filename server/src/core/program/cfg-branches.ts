/** Control flow of compound statements: conditions with short circuits, switches, loops, do/catch. */
import type { Arm, Assumption } from './cfg';
import type { CfgBuilder, Point } from './cfg-builder';
import { conditionKey } from './facts';
import type { Block, Clause, Expr, Stmt, SwitchStmt } from './ir';

type Of<K extends Stmt['kind']> = Extract<Stmt, { kind: K }>;

/** Tests an expression: `&&`, `||` and `!` become branches of their own. */
function buildTest(cfg: CfgBuilder, expr: Expr, from: Point, yes: number, no: number): void {
  if (from === undefined) return;
  if (expr.kind === 'unary' && expr.op === '!') {
    buildTest(cfg, expr.operand, from, no, yes);
  } else if (expr.kind === 'binary' && (expr.op === '&&' || expr.op === '||')) {
    const second = cfg.add({ kind: 'none' });
    if (expr.op === '&&') buildTest(cfg, expr.left, from, second, no);
    else buildTest(cfg, expr.left, from, yes, second);
    buildTest(cfg, expr.right, second, yes, no);
  } else if (expr.kind === 'literal' && expr.type === 'bool') {
    cfg.connect(from, expr.value === 'true' ? yes : no);
  } else {
    const node = cfg.evaluate(from, expr);
    cfg.connect(node, yes, { kind: 'expr', expr, holds: true });
    cfg.connect(node, no, { kind: 'expr', expr, holds: false });
  }
}

/** Tests all clauses from left to right; answers the point at which all of them hold. */
function buildClauses(cfg: CfgBuilder, clauses: readonly Clause[], from: Point, no: number): Point {
  let current = from;
  for (const clause of clauses) {
    if (current === undefined) return undefined;
    const yes = cfg.add({ kind: 'none' });
    buildClause(cfg, clause, current, yes, no);
    current = yes;
  }
  return current;
}

function buildClause(cfg: CfgBuilder, clause: Clause, from: number, yes: number, no: number): void {
  if (clause.kind === 'expr') {
    buildTest(cfg, clause.expr, from, yes, no);
    return;
  }
  let node: Point = from;
  let assume = (holds: boolean): Assumption => availability(clause, holds);
  if (clause.kind === 'bind') {
    node = cfg.evaluate(from, clause.value);
    assume = (holds) => ({ kind: 'bind', clause, holds });
  }
  cfg.connect(node, yes, assume(true));
  cfg.connect(node, no, assume(false));
}

function availability(clause: Clause, holds: boolean): Assumption {
  const isNegated = clause.kind === 'available' && clause.unavailable;
  const versions = clause.kind === 'available' ? clause.versions.join(',') : '';
  return { kind: 'fact', key: `available ${versions}`, value: holds !== isNegated };
}

function buildArm(cfg: CfgBuilder, stmt: Stmt, part: Arm['part'], block: Block, from: Point): Point {
  return cfg.block(block, cfg.then(from, { kind: 'none', arm: { stmt, part, range: block.range, block } }));
}

export function buildBranch(cfg: CfgBuilder, stmt: Of<'if' | 'guard'>, from: number): Point {
  const no = cfg.add({ kind: 'none' });
  const yes = buildClauses(cfg, stmt.clauses, from, no);
  if (stmt.kind === 'guard') {
    buildArm(cfg, stmt, 'else', stmt.otherwise, no);
    return yes;
  }
  const after = cfg.add({ kind: 'none' });
  cfg.connect(buildArm(cfg, stmt, 'then', stmt.then, yes), after);
  const { otherwise } = stmt;
  const skip: Arm = { stmt, part: 'skip', range: stmt.range, block: undefined };
  const last =
    otherwise === undefined
      ? cfg.then(no, { kind: 'none', arm: skip })
      : buildArm(cfg, stmt, 'else', otherwise, no);
  cfg.connect(last, after);
  return after;
}

export function buildSwitch(cfg: CfgBuilder, stmt: SwitchStmt, from: number): Point {
  const subject = cfg.evaluate(from, stmt.subject);
  const after = cfg.add({ kind: 'none' });
  const starts = stmt.cases.map(({ range, body }) =>
    cfg.add({ kind: 'none', arm: { stmt, part: 'case', range, block: body } }),
  );
  stmt.cases.forEach((switchCase, index) => {
    const start = starts[index];
    if (start === undefined) return;
    cfg.connect(subject, start, caseFact(stmt, index));
    cfg.withTarget(
      { label: stmt.label, breakTo: after, continueTo: undefined, takesPlainBreak: true },
      () => {
        const last = cfg.block(switchCase.body, start);
        cfg.connect(last, switchCase.fallsThrough ? (starts[index + 1] ?? after) : after);
      },
    );
  });
  if (!stmt.exhaustive) {
    const skip: Arm = { stmt, part: 'skip', range: stmt.range, block: undefined };
    cfg.connect(
      cfg.then(subject, mayBeExhaustive(stmt) ? notUnderstood : { kind: 'none', arm: skip }),
      after,
    );
  }
  return after;
}

const notUnderstood = { kind: 'unknown', exprs: [] } as const;

/** Without a default, named values may be all that there are. */
function mayBeExhaustive({ cases }: SwitchStmt): boolean {
  const values = cases.flatMap(({ patterns }) => patterns);
  return values.length > 1 && values.every(({ pattern: { text } }) => /^[A-Za-z_][\w:.]*$/.test(text));
}

/** Two switches over the same thing take the same case. */
function caseFact(stmt: SwitchStmt, index: number): Assumption | undefined {
  const subject = conditionKey(stmt.subject);
  if (subject === undefined) return undefined;
  const patterns = stmt.cases[index]?.patterns.map(({ pattern }) => pattern.text) ?? [];
  return { kind: 'fact', key: `switch ${subject}`, value: patterns.join(', ') };
}

export function buildLoop(cfg: CfgBuilder, stmt: Of<'loop'>, from: number): Point {
  const part = (part: Arm['part']): number =>
    cfg.add({ kind: 'none', arm: { stmt, part, range: stmt.range, block: stmt.body } });
  const [body, after, again] = [part('body'), part('after'), part('again')];
  const start = cfg.block({ statements: stmt.initial, range: stmt.range }, from);
  const first = stmt.sequence === undefined ? start : cfg.evaluate(start, stmt.sequence);
  const head = cfg.add({ kind: 'none' });
  cfg.connect(first, stmt.form === 'repeat' ? body : head);
  if (stmt.form === 'each') {
    cfg.connect(head, body);
    cfg.connect(head, after);
  } else {
    const yes = buildClauses(cfg, stmt.clauses, head, after);
    cfg.connect(yes, body);
  }
  const target = { label: stmt.label, breakTo: after, continueTo: again, takesPlainBreak: true };
  cfg.withTarget(target, () => cfg.connect(cfg.block(stmt.body, body), again));
  cfg.connect(stmt.step === undefined ? again : cfg.evaluate(again, stmt.step), head);
  return after;
}

export function buildTry(cfg: CfgBuilder, stmt: Of<'try'>, from: number): Point {
  return cfg.withCleanup(stmt.finally, from, (start) => {
    const after = cfg.add({ kind: 'none' });
    const caught = cfg.add({ kind: 'none' });
    cfg.withCatcher(caught, () => cfg.connect(cfg.block(stmt.body, start), after));
    // Objective-C does not mark what can throw: an exception may come at once.
    if (!cfg.isReached(caught)) cfg.connect(start, caught);
    for (const { body, range } of stmt.catches) {
      const entry = cfg.then(caught, {
        kind: 'none',
        arm: { stmt, part: 'catch', range, block: body },
      });
      cfg.connect(cfg.block(body, entry), after);
    }
    if (!stmt.catches.some(({ catchesAll }) => catchesAll)) {
      cfg.throwOn(caught, { kind: 'throw', range: stmt.range });
    }
    return after;
  });
}
