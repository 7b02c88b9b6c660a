/** Fix: keep the object in a property of its type. */
import type { LivingObject } from '../../../catalog/lifecycle';
import type { Stmt } from '../../../program/ir';
import type { Resolver } from '../../../program/resolve';
import type { FunctionScope } from '../../../program/scopes';
import {
  indentAt,
  indentUnit,
  insertAfter,
  isFirstOnLine,
  lineEnding,
} from '../../background-task/fixes/code-text';
import type { ProgramUnit } from '../../context';
import type { Fix } from '../../types';

/** For a local of a Swift method; `undefined` where the type has no room for a property of that name. */
export function keepFix(
  { uri, text }: ProgramUnit,
  { fn, type, parent }: FunctionScope,
  stmt: Stmt,
  object: LivingObject,
  resolver: Resolver,
): Fix | undefined {
  if (resolver.language !== 'swift' || stmt.kind !== 'var' || stmt.variable.name === '_') return undefined;
  if (fn?.kind !== 'method' || fn.isStatic || parent !== undefined || type === undefined) return undefined;
  // Extensions hold no stored properties, and a method of a structure cannot set them.
  if (type.kind !== 'class' && type.kind !== 'actor') return undefined;
  const { name } = stmt.variable;
  const isTaken =
    resolver.property(type.name, name) !== undefined || resolver.functions(type.name, name).length > 0;
  const brace = text.indexOf('{', type.nameRange.end) + 1;
  if (isTaken || brace === 0 || !/^[ \t]*[\r\n]/.test(text.slice(brace))) return undefined;
  if (!isFirstOnLine(text, stmt.range.start)) return undefined;
  const eol = lineEnding(text);
  const indent = indentAt(text, type.range.start) + indentUnit(text);
  return {
    title: 'Keep it in a property',
    files: [
      {
        uri,
        edits: [
          {
            range: { start: brace, end: brace },
            newText: `${eol}${indent}private var ${name}: ${object.type}?`,
          },
          insertAfter(text, stmt.range, `self.${name} = ${name}`),
        ],
      },
    ],
    isPreferred: true,
  };
}
