/** What there is to say above the lines of a file. */
import type { Unit } from '../../rules/context';
import type { Finding } from '../../rules/types';
import type { TargetModel } from '../../workspace-types';
import { areMacOnly } from '../mac-only';
import { entryPointLenses, expirationLenses } from './entry-points';
import { modeLenses } from './modes';
import { permittedLenses } from './permitted';
import { type TaskLensRequest, taskLenses } from './tasks';
import type { Lens } from './types';

export interface LensRequest extends TaskLensRequest {
  readonly uri: string;
  /** The parsed file, where it is of a known kind. */
  readonly unit: Unit | undefined;
  /** Of the file. */
  readonly findings: readonly Finding[];
  /** Targets that own the file. */
  readonly owners: () => Promise<readonly TargetModel[]>;
}

/** In the order of the text. */
export async function codeLenses(request: LensRequest): Promise<readonly Lens[]> {
  const lenses = await lensesOf(request);
  return [...lenses].sort((a, b) => a.range.start - b.range.start);
}

async function lensesOf(request: LensRequest): Promise<readonly Lens[]> {
  const { uri, unit, isLoading, findings, owners } = request;
  if (unit?.kind === 'program') {
    const found = [
      ...entryPointLenses(unit),
      ...expirationLenses(unit),
      ...(await taskLenses(unit, request)),
    ];
    return found.length > 0 && areMacOnly(await owners()) ? [] : found;
  }
  if (isLoading) return [];
  const models = await owners();
  return [...modeLenses(uri, models, findings), ...permittedLenses(uri, models)];
}
