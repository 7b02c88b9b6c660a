/** Constants that hold an identifier, and where code names them. */
import type { FoundConstant } from '../../program/constants/constant-index';
import { evaluate } from '../../program/constants/evaluate';
import { walkProgram } from '../../program/walk';
import type { ProgramUnit } from '../../rules/context';
import type { TextRange } from '../../text';
import { constantPath, constantScope, lastName } from './paths';
import type { IdentifierGroup, TextValue } from './types';
import { isSame } from './values';

export function constantsWorth(value: TextValue, group: IdentifierGroup): readonly FoundConstant[] {
  const { constants } = group;
  return [...constants.files].flatMap(([uri, { declarations }]) =>
    declarations.flatMap((declaration) => {
      const { kind } = declaration.value;
      if (kind !== 'text' && kind !== 'join' && kind !== 'reference') return [];
      const worth = evaluate(declaration.value, { uri, owner: declaration.owner }, constants);
      return isSame(worth, value, group) ? [{ uri, declaration }] : [];
    }),
  );
}

/** Whether a source may name one of the constants: a member is named after its type, or inside of it. */
export function mayName(text: string, constants: readonly FoundConstant[]): boolean {
  return constants.some(({ declaration: { name, owner } }) => {
    const type = owner.slice(owner.lastIndexOf('.') + 1);
    return text.includes(name) && text.includes(type);
  });
}

/** Ranges of the names in `unit` that mean one of the constants. */
export function namesOf(
  constants: readonly FoundConstant[],
  unit: ProgramUnit,
  group: IdentifierGroup,
): readonly TextRange[] {
  const wanted = new Set(constants.map(({ declaration }) => declaration));
  const names = new Set(constants.map(({ declaration }) => declaration.name));
  const ranges: TextRange[] = [];
  walkProgram(unit.program, {
    expr: (expr) => {
      const range = lastName(expr);
      if (range === undefined || !names.has(unit.text.slice(range.start, range.end))) return true;
      const path = constantPath(expr, unit);
      const { found } = group.constants.lookUp(path ?? [], constantScope(expr, unit));
      if (found.some(({ declaration }) => wanted.has(declaration))) ranges.push(range);
      return true;
    },
  });
  return ranges;
}
