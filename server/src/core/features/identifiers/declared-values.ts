/** The members of a program behind the declarations of its constants. */
import type { ConstantDeclaration } from '../../program/constants/types';
import type { FunctionDecl, ProgramFile, VariableDecl } from '../../program/ir';
import { allTypes } from '../../program/walk';

/** Several where conditions choose between them. */
export function declaredBy(
  program: ProgramFile,
  { owner, name }: Pick<ConstantDeclaration, 'owner' | 'name'>,
): readonly (VariableDecl | FunctionDecl)[] {
  const isNamed = (fn: FunctionDecl) => (program.language === 'objc' ? fn.fullName : fn.name) === name;
  if (owner !== '') {
    const types = allTypes(program).filter(({ path }) => path === owner);
    return types.flatMap(({ properties, methods }) => [
      ...properties.filter((property) => property.name === name),
      ...methods.filter(isNamed),
    ]);
  }
  const statements = program.topLevel.statements.flatMap((stmt) =>
    stmt.kind === 'var' ? [stmt.variable] : [],
  );
  // Enumerators of C are global names.
  const enumerators =
    program.language === 'objc'
      ? allTypes(program).flatMap(({ kind, properties }) => (kind === 'enum' ? properties : []))
      : [];
  const variables = [...program.globals, ...statements, ...enumerators];
  return [...variables.filter((variable) => variable.name === name), ...program.functions.filter(isNamed)];
}
