/** The outline of a build configuration file. */
import type { XcconfigDocument, XcconfigStatement } from '../../syntax/xcconfig';
import { nameOr, oneLine } from './lines';
import type { DocumentSymbol } from './types';

export function xcconfigSymbols({ statements }: XcconfigDocument): readonly DocumentSymbol[] {
  return statements.map(symbolOf);
}

function symbolOf(statement: XcconfigStatement): DocumentSymbol {
  if (statement.kind === 'include') {
    const { path, pathRange, isOptional } = statement;
    return {
      name: nameOr(path, '(empty)'),
      detail: isOptional ? '#include?' : '#include',
      kind: 'include',
      range: pathRange,
      selectionRange: pathRange,
      children: [],
    };
  }
  const { key, keyRange, conditions, value, valueRange } = statement;
  const suffix = conditions.map(({ name, pattern }) => `[${name}=${pattern}]`).join('');
  return {
    name: oneLine(`${key}${suffix}`),
    detail: oneLine(value),
    kind: 'setting',
    range: { start: keyRange.start, end: Math.max(keyRange.end, valueRange.end) },
    selectionRange: keyRange,
    children: [],
  };
}
