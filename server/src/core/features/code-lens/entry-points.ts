/** Above methods that iOS calls in the background, and above expiration handlers. */
import { type EntryPoint, entryPoints, expirations } from '../../catalog/entry-points';
import { backgroundTaskObligation } from '../../catalog/obligations';
import { FileAnalysis } from '../../program/analysis';
import { expirationHandlers, expirationNames } from '../../program/expiration-handlers';
import type { FunctionDecl, ProgramFile, TypeDecl } from '../../program/ir';
import { TextNames } from '../../program/text-names';
import { allTypes } from '../../program/walk';
import type { ProgramUnit } from '../../rules/context';
import type { Lens } from './types';

export function entryPointLenses({ program }: ProgramUnit): readonly Lens[] {
  const known = rowsByName(program);
  return allTypes(program).flatMap((type) =>
    type.methods.flatMap((method): Lens[] => {
      const row = known.get(method.fullName);
      if (row === undefined || !isImplemented(method, type, row)) return [];
      const { title, page, isExpiration } = row;
      const kind = isExpiration ? 'expiration' : 'entryPoints';
      return [{ kind, range: method.nameRange, title, action: { kind: 'page', url: page } }];
    }),
  );
}

function rowsByName({ language }: ProgramFile): ReadonlyMap<string, EntryPoint> {
  return new Map(
    entryPoints.flatMap((row) => row[language].map((name): [string, EntryPoint] => [name, row])),
  );
}

function isImplemented({ body, isStatic }: FunctionDecl, type: TypeDecl, { inherits }: EntryPoint): boolean {
  if (body === undefined || isStatic || type.kind === 'protocol') return false;
  return inherits === undefined || type.inherits.includes(inherits);
}

const expirationTraces = [...expirationNames, backgroundTaskObligation.begins.swiftName];

export function expirationLenses({ program, text }: ProgramUnit): readonly Lens[] {
  // Most files have none: nothing is resolved for them.
  if (!expirationTraces.some((name) => text.includes(name))) return [];
  const analysis = new FileAnalysis(program, undefined, new TextNames(text));
  return expirationHandlers(analysis).map(({ of, at }) => {
    const { title, page } = expirations[of];
    return { kind: 'expiration', range: at, title, action: { kind: 'page', url: page } };
  });
}
