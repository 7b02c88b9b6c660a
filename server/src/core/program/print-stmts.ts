/** Statements, one line each, with their blocks indented below. */
import type { Block, Clause, Expr, LoopStmt, Stmt, SwitchStmt, TryStmt } from './ir';
import { printFunction, printVariable } from './print';
import { printCondition } from './print-conditions';
import { printExpr } from './print-exprs';
import { indent, type Lines } from './print-text';

export function printBlock(block: Block): Lines {
  return block.statements.flatMap(printStmt);
}

export function printStmt(stmt: Stmt): Lines {
  switch (stmt.kind) {
    case 'expr':
      return line('', stmt.expr);
    case 'var':
      // The conditions of a local variable are those of the statements around it.
      return printVariable({ ...stmt.variable, when: [] });
    case 'return':
      return line(stmt.implicit ? 'return implicitly ' : 'return ', stmt.value);
    case 'throw':
      return line('throw ', stmt.value);
    case 'if':
      return [
        ...printClauses('if', stmt.clauses),
        ...indent(printBlock(stmt.then)),
        ...(stmt.otherwise ? ['else', ...indent(printBlock(stmt.otherwise))] : []),
      ];
    case 'guard':
      return [...printClauses('guard', stmt.clauses), 'else', ...indent(printBlock(stmt.otherwise))];
    case 'switch':
      return printSwitch(stmt);
    case 'loop':
      return printLoop(stmt);
    case 'jump':
      return [`${stmt.jump}${stmt.label === undefined ? '' : ` ${stmt.label}`}`];
    case 'defer':
      return ['defer', ...indent(printBlock(stmt.body))];
    case 'try':
      return printTry(stmt);
    case 'block':
      return [
        ...(stmt.subject
          ? line(`${labelText(stmt.label)}${stmt.form} `, stmt.subject)
          : [`${labelText(stmt.label)}${stmt.form}`]),
        ...indent(printBlock(stmt.body)),
      ];
    case 'function':
      return printFunction(stmt.function);
    case 'conditional':
      return stmt.branches.flatMap(({ condition, body }) => [
        `#if ${printCondition(condition)}`,
        ...indent(printBlock(body)),
      ]);
    case 'unknown':
      return ['unknown', ...indent(stmt.exprs.flatMap((expr) => line('', expr)))];
  }
}

function line(before: string, expr: Expr | undefined, after = ''): Lines {
  if (expr === undefined) return [`${before.trimEnd()}${after}`];
  const { text, below } = printExpr(expr);
  return [`${before}${text}${after}`, ...indent(below)];
}

function labelText(label: string | undefined): string {
  return label === undefined ? '' : `${label}: `;
}

/** One clause a line when there are several. */
function printClauses(keyword: string, clauses: readonly Clause[]): Lines {
  if (clauses.length === 0) return [keyword];
  return clauses.flatMap((clause, index) => printClause(index === 0 ? `${keyword} ` : '  and ', clause));
}

function printClause(before: string, clause: Clause): Lines {
  if (clause.kind === 'expr') return line(before, clause.expr);
  if (clause.kind === 'available') {
    return [`${before}#${clause.unavailable ? 'un' : ''}available(${clause.versions.join(', ')})`];
  }
  const pattern = clause.pattern ? ` as ${clause.pattern.text.replace(/\s+/g, ' ')}` : '';
  return line(`${before}bind ${clause.names.join(', ')}${pattern} = `, clause.value);
}

function printSwitch(stmt: SwitchStmt): Lines {
  const cases = stmt.cases.flatMap((entry) => {
    const patterns = entry.patterns.flatMap(({ pattern, names, where }) => {
      const bound = names.length > 0 ? ` binding ${names.join(', ')}` : '';
      const head = `case ${pattern.text.replace(/\s+/g, ' ')}${bound}`;
      return where ? line(`${head} where `, where) : [head];
    });
    const fall = entry.fallsThrough ? ['falls through'] : [];
    return [
      ...patterns,
      ...(entry.isDefault ? ['default'] : []),
      ...indent([...printBlock(entry.body), ...fall]),
    ];
  });
  const kind = stmt.exhaustive ? 'switch ' : 'switch (not exhaustive) ';
  return [...line(`${labelText(stmt.label)}${kind}`, stmt.subject), ...indent(cases)];
}

function printLoop(stmt: LoopStmt): Lines {
  const label = labelText(stmt.label);
  const body = indent(printBlock(stmt.body));
  const where = stmt.where ? indent(line('where ', stmt.where)) : [];
  if (stmt.form === 'each') {
    return [...line(`${label}for ${stmt.names.join(', ')} in `, stmt.sequence), ...where, ...body];
  }
  if (stmt.form === 'for') {
    const parts = [
      ...stmt.initial.flatMap(printStmt),
      ...printClauses('while', stmt.clauses),
      ...line('step ', stmt.step),
    ];
    return [`${label}for`, ...indent(parts), ...body];
  }
  if (stmt.form === 'repeat') return [`${label}repeat`, ...body, ...printClauses('while', stmt.clauses)];
  return [...printClauses(`${label}while`, stmt.clauses), ...body];
}

function printTry(stmt: TryStmt): Lines {
  const catches = stmt.catches.flatMap((clause) => {
    const pattern = clause.pattern ? ` ${clause.pattern.text.replace(/\s+/g, ' ')}` : '';
    const names = clause.names.length > 0 ? ` binding ${clause.names.join(', ')}` : '';
    return [`catch${clause.catchesAll ? ' all' : ''}${pattern}${names}`, ...indent(printBlock(clause.body))];
  });
  return [
    'try',
    ...indent(printBlock(stmt.body)),
    ...catches,
    ...(stmt.finally ? ['finally', ...indent(printBlock(stmt.finally))] : []),
  ];
}
