/** Traversal of the program model: direct children of a node, and everything below it. */

import type {
  Block,
  CallExpr,
  Clause,
  Expr,
  FunctionDecl,
  ProgramFile,
  Stmt,
  TypeDecl,
  VariableDecl,
} from './ir';
import { Memo } from './memo';

/** Direct sub-expressions in the order of evaluation. The body of a closure is not among them. */
export function childExprs(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'call': {
      const args = expr.args.map((arg) => arg.value);
      return expr.receiver === undefined ? args : [expr.receiver, ...args];
    }
    case 'member':
      return expr.base === undefined ? [] : [expr.base];
    case 'literal':
      return (expr.parts ?? []).filter((part) => typeof part !== 'string');
    case 'collection':
      return expr.elements;
    case 'closure':
      return expr.captures.flatMap((capture) => (capture.value === undefined ? [] : [capture.value]));
    case 'try':
    case 'await':
    case 'cast':
      return [expr.expr];
    case 'unary':
      return [expr.operand];
    case 'binary':
      return [expr.left, expr.right];
    case 'assign':
      return [expr.target, expr.value];
    case 'ternary':
      return [expr.condition, expr.then, expr.otherwise];
    case 'subscript':
      return [expr.base, ...expr.args.map((arg) => arg.value)];
    case 'unknown':
      return expr.children;
    case 'name':
    case 'control':
      return [];
  }
}

/** The expression a clause tests; `undefined` for availability checks. */
export function clauseExpr(clause: Clause): Expr | undefined {
  if (clause.kind === 'available') return undefined;
  return clause.kind === 'expr' ? clause.expr : clause.value;
}

function clauseExprs(clauses: readonly Clause[]): Expr[] {
  return clauses.map(clauseExpr).filter((expr) => expr !== undefined);
}

function present<T>(...values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}

/** Expressions that belong to a statement itself, not to statements nested in it. */
export function stmtExprs(stmt: Stmt): readonly Expr[] {
  switch (stmt.kind) {
    case 'expr':
      return [stmt.expr];
    case 'var':
      return present(stmt.variable.initial);
    case 'return':
    case 'throw':
      return present(stmt.value);
    case 'if':
    case 'guard':
      return clauseExprs(stmt.clauses);
    case 'switch':
      return [stmt.subject, ...stmt.cases.flatMap((c) => c.patterns.flatMap((p) => present(p.where)))];
    case 'loop':
      return [...present(stmt.sequence, stmt.where), ...clauseExprs(stmt.clauses), ...present(stmt.step)];
    case 'block':
      return present(stmt.subject);
    case 'unknown':
      return stmt.exprs;
    case 'jump':
    case 'defer':
    case 'try':
    case 'function':
    case 'conditional':
      return [];
  }
}

/** Blocks directly inside a statement. Bodies of local functions and accessors are not among them. */
export function stmtBlocks(stmt: Stmt): readonly Block[] {
  switch (stmt.kind) {
    case 'if':
      return present(stmt.then, stmt.otherwise);
    case 'guard':
      return [stmt.otherwise];
    case 'switch':
      return stmt.cases.map((c) => c.body);
    case 'loop':
    case 'defer':
    case 'block':
      return [stmt.body];
    case 'try':
      return [stmt.body, ...stmt.catches.map((c) => c.body), ...present(stmt.finally)];
    case 'conditional':
      return stmt.branches.map((branch) => branch.body);
    default:
      return [];
  }
}

export interface Visitor {
  /**
   * Called for every expression, outermost first, with the expression around it, or else the statement.
   * Answer `false` to skip what is inside it.
   */
  expr?(expr: Expr, parent: Expr | undefined, stmt: Stmt | undefined): boolean | undefined;
  stmt?(stmt: Stmt): void;
  /** Called for every block, outermost first. */
  block?(block: Block): void;
  /** Closures and local functions. Answer `false` to stay out of the body. */
  enterFunction?(fn: FunctionDecl): boolean | undefined;
}

export function walkExpr(expr: Expr, visitor: Visitor, parent?: Expr, stmt?: Stmt): void {
  if (visitor.expr?.(expr, parent, stmt) === false) return;
  for (const child of childExprs(expr)) walkExpr(child, visitor, expr);
  if (expr.kind === 'closure') walkFunction(expr.function, visitor);
  else if (expr.kind === 'control') walkStmt(expr.statement, visitor);
}

export function walkStmt(stmt: Stmt, visitor: Visitor): void {
  visitor.stmt?.(stmt);
  if (stmt.kind === 'loop') for (const initial of stmt.initial) walkStmt(initial, visitor);
  for (const expr of stmtExprs(stmt)) walkExpr(expr, visitor, undefined, stmt);
  for (const block of stmtBlocks(stmt)) walkBlock(block, visitor);
  if (stmt.kind === 'function') walkFunction(stmt.function, visitor);
  else if (stmt.kind === 'var')
    for (const accessor of stmt.variable.accessors) walkFunction(accessor, visitor);
}

export function walkBlock(block: Block, visitor: Visitor): void {
  visitor.block?.(block);
  for (const stmt of block.statements) walkStmt(stmt, visitor);
}

/** Default values of parameters and the body. */
export function walkFunction(fn: FunctionDecl, visitor: Visitor): void {
  if (visitor.enterFunction?.(fn) === false) return;
  for (const param of fn.params) if (param.defaultValue !== undefined) walkExpr(param.defaultValue, visitor);
  if (fn.body !== undefined) walkBlock(fn.body, visitor);
}

/** The initial value and the accessors. */
export function walkVariable(variable: VariableDecl, visitor: Visitor): void {
  if (variable.initial !== undefined) walkExpr(variable.initial, visitor);
  for (const accessor of variable.accessors) walkFunction(accessor, visitor);
}

function walkType(type: TypeDecl, visitor: Visitor): void {
  for (const property of type.properties) walkVariable(property, visitor);
  for (const method of type.methods) walkFunction(method, visitor);
  for (const nested of type.types) walkType(nested, visitor);
}

/** Everything in a file, in no promised order across declarations. */
export function walkProgram(program: ProgramFile, visitor: Visitor): void {
  for (const type of program.types) walkType(type, visitor);
  for (const fn of program.functions) walkFunction(fn, visitor);
  for (const variable of program.globals) walkVariable(variable, visitor);
  walkBlock(program.topLevel, visitor);
}

const types = new Memo<ProgramFile, readonly TypeDecl[]>();

/** Every type of a file, nested ones included. */
export function allTypes(program: ProgramFile): readonly TypeDecl[] {
  return types.of(program, () => {
    const found: TypeDecl[] = [];
    const collect = (type: TypeDecl): void => {
      found.push(type);
      type.types.forEach(collect);
    };
    program.types.forEach(collect);
    return found;
  });
}

const calls = new Memo<ProgramFile, readonly CallExpr[]>();

/** Every call of a file, in the order of `walkProgram`; collected once. */
export function callsOf(program: ProgramFile): readonly CallExpr[] {
  return calls.of(program, () => {
    const found: CallExpr[] = [];
    walkProgram(program, {
      expr: (expr) => {
        if (expr.kind === 'call') found.push(expr);
        return true;
      },
    });
    return found;
  });
}
