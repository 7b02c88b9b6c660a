/**
 * A compact text form of the program model, for people and for tests. One line for a statement; what belongs to
 * something is indented below it. Ranges are left out: the text says what was understood, not where.
 */
import type { FunctionDecl, ImportDecl, ProgramFile, TypeDecl, VariableDecl } from './ir';
import { printCondition } from './print-conditions';
import { printExpr } from './print-exprs';
import { printBlock } from './print-stmts';
import { indent, type Lines } from './print-text';

export function printProgram(file: ProgramFile): string {
  const lines = [
    ...file.imports.map(printImport),
    ...file.globals.flatMap(printVariable),
    ...file.types.flatMap(printType),
    ...file.functions.flatMap(printFunction),
    ...(file.topLevel.statements.length > 0 ? ['top level', ...indent(printBlock(file.topLevel))] : []),
    ...(file.errors.length > 0 ? [`${file.errors.length} not understood`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function printImport({ module, when }: ImportDecl): string {
  return `import ${module}${when.map((condition) => ` when ${printCondition(condition)}`).join('')}`;
}

function printType(type: TypeDecl): Lines {
  const inherits = type.inherits.length > 0 ? `: ${type.inherits.join(', ')}` : '';
  const members = [
    ...type.properties.flatMap(printVariable),
    ...type.methods.flatMap(printFunction),
    ...type.types.flatMap(printType),
  ];
  return [`${prefix(type)}${type.kind} ${type.path}${inherits}`, ...indent(members)];
}

function prefix({ attributes, when }: Pick<TypeDecl, 'attributes' | 'when'>): string {
  const conditions = when.map((condition) => `#if ${printCondition(condition)} `);
  return [...conditions, ...attributes.map((attribute) => `${attribute} `)].join('');
}

/** With its accessors below it. */
export function printVariable(variable: VariableDecl): Lines {
  const { name, type, initial, isConstant, accessors } = variable;
  const value = initial ? printExpr(initial) : { text: '', below: [] };
  const head = `${prefix(variable)}${isConstant ? 'let' : 'var'} ${name}${type ? `: ${type.text}` : ''}`;
  return [
    `${head}${initial ? ` = ${value.text}` : ''}`,
    ...indent([...value.below, ...accessors.flatMap(printFunction)]),
  ];
}

/** Its signature, and its body below it. */
export function printFunction(fn: FunctionDecl): Lines {
  const params = fn.params.map(({ label, name, type }) => {
    const names = label === name ? name : `${label ?? '_'} ${name}`;
    return type ? `${names}: ${type.text}` : names;
  });
  const effects = `${fn.isAsync ? ' async' : ''}${fn.throws ? ' throws' : ''}`;
  const returns = fn.returns ? ` -> ${fn.returns.text}` : '';
  const head = `${prefix(fn)}${fn.isStatic && !fn.attributes.includes('static') ? 'static ' : ''}${fn.kind} ${fn.name}(${params.join(', ')})`;
  return [`${head}${effects}${returns}`, ...indent(fn.body ? printBlock(fn.body) : [])];
}
