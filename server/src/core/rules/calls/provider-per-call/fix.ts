/** Fix: keep the provider in a property of its type. */
import type { Expr, FunctionDecl, Stmt, TypeDecl } from '../../../program/ir';
import type { Resolver } from '../../../program/resolve';
import { walkExpr } from '../../../program/walk';
import { indentAt, indentUnit, lineEnding, removalOf } from '../../background-task/fixes/code-text';
import type { ProgramUnit } from '../../context';
import type { Fix } from '../../types';

/** Swift only. `undefined` when the initial value needs the function, or the type has no room for the name. */
export function toPropertyFix(
  { uri, text }: ProgramUnit,
  fn: FunctionDecl,
  stmt: Extract<Stmt, { kind: 'var' }>,
  type: TypeDecl | undefined,
  resolver: Resolver,
): Fix | undefined {
  const { name, initial } = stmt.variable;
  if (resolver.language !== 'swift' || type === undefined || initial === undefined || fn.isStatic)
    return undefined;
  if ((type.kind !== 'class' && type.kind !== 'actor') || !isSelfContained(initial, resolver))
    return undefined;
  const isTaken =
    resolver.property(type.name, name) !== undefined || resolver.functions(type.name, name).length > 0;
  const brace = text.indexOf('{', type.nameRange.end) + 1;
  if (isTaken || brace === 0 || !/^[ \t]*[\r\n]/.test(text.slice(brace))) return undefined;
  const indent = indentAt(text, type.range.start) + indentUnit(text);
  const value = text.slice(initial.range.start, initial.range.end);
  const property = `${lineEnding(text)}${indent}private let ${name} = ${value}`;
  return {
    title: 'Keep one provider in a property',
    files: [
      {
        uri,
        edits: [
          { range: { start: brace, end: brace }, newText: property },
          { range: removalOf(text, stmt.range), newText: '' },
        ],
      },
    ],
    isPreferred: true,
  };
}

/** Nothing but initialisers and literals: what a property may be given before `self` exists. */
function isSelfContained(value: Expr, resolver: Resolver): boolean {
  let found = true;
  walkExpr(value, {
    expr: (expr) => {
      if (expr.kind === 'call') found &&= expr.constructs !== undefined || expr.isImplicitMember;
      else if (expr.kind === 'name')
        found &&= /^[A-Z]/.test(expr.name) && resolver.scopes.declaration(expr) === undefined;
      else found &&= expr.kind === 'literal' || expr.kind === 'member';
      return found;
    },
  });
  return found;
}
