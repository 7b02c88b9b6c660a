/** Scopes of statements: what a block, a condition, a loop or a case declares and where it is visible. */
import type { Block, Stmt, VariableDecl } from './ir';
import type { Binder, Environment } from './scopes';

/** Binds a block in an environment of its own. Local functions are visible in all of it. */
export function bindBlock(binder: Binder, block: Block, outer: Environment): void {
  bindStatements(binder, block.statements, outer.nested());
}

function bindStatements(binder: Binder, statements: readonly Stmt[], env: Environment): void {
  for (const stmt of statements) {
    if (stmt.kind !== 'function') continue;
    const fn = stmt.function;
    const base = { kind: 'function', type: undefined, value: undefined, captured: undefined } as const;
    env.declare({ ...base, name: fn.name, isConstant: true, index: undefined, fn, at: fn.nameRange.start });
  }
  for (const stmt of statements) bindStatement(binder, stmt, env);
}

function bindVariable(binder: Binder, variable: VariableDecl, env: Environment): void {
  const { name, type, initial: value, isConstant } = variable;
  const declare = (): void => {
    const base = { kind: 'variable', captured: undefined, index: undefined, fn: undefined } as const;
    const at = variable.nameRange.start;
    binder.noteVariable(variable, env.declare({ ...base, name, type, value, isConstant, at }));
  };
  // C sees a variable in its own initialiser; `let x = x` of Swift means the outer one.
  if (binder.language === 'objc') declare();
  if (value !== undefined) binder.bindExpr(value, env);
  if (binder.language === 'swift') declare();
  for (const accessor of variable.accessors) binder.bindFunction(accessor, env, env.scope.type);
}

function bindStatement(binder: Binder, stmt: Stmt, env: Environment): void {
  switch (stmt.kind) {
    case 'expr':
      binder.bindExpr(stmt.expr, env);
      return;
    case 'return':
    case 'throw':
      if (stmt.value !== undefined) binder.bindExpr(stmt.value, env);
      return;
    case 'var':
      bindVariable(binder, stmt.variable, env);
      return;
    case 'function':
      binder.bindFunction(stmt.function, env, env.scope.type);
      return;
    case 'unknown':
      for (const expr of stmt.exprs) binder.bindExpr(expr, env);
      return;
    case 'jump':
      return;
    default:
      bindCompound(binder, stmt, env);
      return;
  }
}

type Compound = Exclude<
  Stmt,
  { kind: 'expr' | 'return' | 'throw' | 'var' | 'function' | 'unknown' | 'jump' }
>;

function bindCompound(binder: Binder, stmt: Compound, env: Environment): void {
  switch (stmt.kind) {
    case 'if': {
      const inner = env.nested();
      binder.bindClauses(stmt.clauses, inner);
      bindBlock(binder, stmt.then, inner);
      if (stmt.otherwise !== undefined) bindBlock(binder, stmt.otherwise, env);
      return;
    }
    case 'guard':
      bindBlock(binder, stmt.otherwise, env);
      binder.bindClauses(stmt.clauses, env);
      return;
    case 'switch':
      bindSwitch(binder, stmt, env);
      return;
    case 'loop':
      bindLoop(binder, stmt, env);
      return;
    case 'defer':
      bindBlock(binder, stmt.body, env);
      return;
    case 'block':
      if (stmt.subject !== undefined) binder.bindExpr(stmt.subject, env);
      bindBlock(binder, stmt.body, env);
      return;
    case 'try':
      bindTry(binder, stmt, env);
      return;
    case 'conditional':
      // Declarations inside of `#if` are visible after `#endif`.
      for (const branch of stmt.branches) bindStatements(binder, branch.body.statements, env);
      return;
  }
}

function bindSwitch(binder: Binder, stmt: Extract<Stmt, { kind: 'switch' }>, env: Environment): void {
  binder.bindExpr(stmt.subject, env);
  for (const switchCase of stmt.cases) {
    const inner = env.nested();
    for (const { names, where, pattern } of switchCase.patterns) {
      const type = names.length === 1 ? pattern.cast : undefined;
      binder.declareNames(names, inner, switchCase.range.start, undefined, type);
      if (where !== undefined) binder.bindExpr(where, inner);
    }
    bindBlock(binder, switchCase.body, inner);
  }
}

function bindLoop(binder: Binder, stmt: Extract<Stmt, { kind: 'loop' }>, env: Environment): void {
  const inner = env.nested();
  if (stmt.sequence !== undefined) binder.bindExpr(stmt.sequence, env);
  bindStatements(binder, stmt.initial, inner);
  binder.declareElement(stmt, inner);
  binder.bindClauses(stmt.clauses, inner);
  if (stmt.where !== undefined) binder.bindExpr(stmt.where, inner);
  if (stmt.step !== undefined) binder.bindExpr(stmt.step, inner);
  bindBlock(binder, stmt.body, inner);
}

function bindTry(binder: Binder, stmt: Extract<Stmt, { kind: 'try' }>, env: Environment): void {
  bindBlock(binder, stmt.body, env);
  for (const clause of stmt.catches) {
    const inner = env.nested();
    binder.declareNames(clause.names, inner, clause.range.start);
    bindBlock(binder, clause.body, inner);
  }
  if (stmt.finally !== undefined) bindBlock(binder, stmt.finally, env);
}
