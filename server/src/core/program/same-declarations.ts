/** Whether two versions of a document import and declare the same, whatever their functions do. */
import type { FunctionDecl, ProgramFile, TypeDecl, VariableDecl } from './ir';
import { hasBody, originOf } from './moved';
import { sameData } from './same-data';

/** Places do not count, nor do bodies of functions; values and accessors of properties and globals do. */
export function sameDeclarations(a: ProgramFile, b: ProgramFile): boolean {
  return (
    sameData(modules(a), modules(b)) &&
    sameData(a.aliases ?? [], b.aliases ?? []) &&
    every(a.types, b.types, sameType) &&
    every(a.functions, b.functions, sameSignature) &&
    every(a.globals, b.globals, sameVariable)
  );
}

function modules({ imports }: ProgramFile): readonly string[] {
  return imports.map(({ module }) => module);
}

function every<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((each, i) => {
      const other = b[i];
      return other !== undefined && (each === other || same(each, other));
    })
  );
}

function sameType(a: TypeDecl, b: TypeDecl): boolean {
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    a.path === b.path &&
    sameData(a.inherits, b.inherits) &&
    sameData(a.attributes, b.attributes) &&
    sameData(a.when, b.when) &&
    every(a.properties, b.properties, sameVariable) &&
    every(a.methods, b.methods, sameSignature) &&
    every(a.types, b.types, sameType)
  );
}

function sameVariable(a: VariableDecl, b: VariableDecl): boolean {
  return originOf(a) === originOf(b) || sameData(a, b, { moved: 'any' });
}

function sameSignature(a: FunctionDecl, b: FunctionDecl): boolean {
  if (originOf(a) === originOf(b)) return true;
  if (hasBody(a) !== hasBody(b)) return false;
  return sameData(a, b, { moved: 'any', ignored: 'body' });
}
