/** Above methods that iOS calls in the background, and above expiration handlers. */
import { type EntryPoint, entryPoints, expirations, timesOfTasks } from '../../catalog/entry-points';
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
  const methods = allTypes(program).flatMap((type) => type.methods.map((method) => ({ type, method })));
  return methods.flatMap(({ type, method }): Lens[] => {
    const row = known.get(method.fullName);
    if (row !== undefined && isImplemented(method, type, row, program)) return [pageLens(method, row)];
    return method.body === undefined ? [] : taskTime(method).map((time) => pageLens(method, time));
  });
}

function pageLens(
  { nameRange }: FunctionDecl,
  { title, page, isExpiration }: Pick<EntryPoint, 'title' | 'page' | 'isExpiration'>,
): Lens {
  const kind = isExpiration ? 'expiration' : 'entryPoints';
  return { kind, range: nameRange, title, action: { kind: 'page', url: page } };
}

/** Of a method that is given a scheduled task of a certain class. */
function taskTime({ params }: FunctionDecl) {
  return params.flatMap(({ type }) => timesOfTasks.get(type?.name ?? '') ?? []).slice(0, 1);
}

function rowsByName({ language }: ProgramFile): ReadonlyMap<string, EntryPoint> {
  return new Map(
    entryPoints.flatMap((row) => row[language].map((name): [string, EntryPoint] => [name, row])),
  );
}

function isImplemented(
  { body, isStatic, params }: FunctionDecl,
  type: TypeDecl,
  { inherits, takes }: EntryPoint,
  { language }: ProgramFile,
): boolean {
  if (body === undefined || isStatic || type.kind === 'protocol') return false;
  // Selectors of Objective-C say it themselves.
  if (takes !== undefined && language === 'swift' && params[0]?.type?.args[0]?.name !== takes) return false;
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
