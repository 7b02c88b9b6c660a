/** What differs between two summaries of one file, as far as other files and targets care. */

import { type Comparison, sameData } from '../program/same-data';
import type { FileSummary } from '../program/summary';
import { sameTypes } from '../program/type-declarations';
import { beginningTypes } from './needs';
import type { SourceChange } from './sources';

/** Whether targets see other uses, constants or types, or see them elsewhere. */
export function usesChanged({ before, after }: SourceChange): boolean {
  return !(
    sameData(before?.uses ?? [], after?.uses ?? []) &&
    sameData(before?.openUses ?? [], after?.openUses ?? []) &&
    sameData(before?.constants, after?.constants) &&
    saysSameOfTypes(before, after)
  );
}

function saysSameOfTypes(before: FileSummary | undefined, after: FileSummary | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return sameTypes(before.effects, after.effects);
}

/** Whether other files beside it may be needed than before. Where something stands does not matter. */
export function needsChanged({ before, after, isOutlined }: SourceChange): boolean {
  if (isOutlined === true) return true;
  const how = { ignored: 'range' };
  const isSame =
    sameData(before?.openUses ?? [], after?.openUses ?? [], how) &&
    sameData(before?.constants, after?.constants, how) &&
    sameData(before && beginningTypes(before.effects), after && beginningTypes(after.effects)) &&
    saysSameOfTypes(before, after);
  return !isSame;
}

/**
 * `meaning`: other files may get other findings. `places`: only offsets moved, which matters to findings that point
 * into the file. What functions of an open document do is the same object as long as nothing in it changed or moved.
 */
export function effectsChange({ before, after }: SourceChange): 'none' | 'places' | 'meaning' {
  if (sameData(before?.effects, after?.effects) && isSameForOthers(before, after, {})) return 'none';
  const isSame = sameData(before?.effects, after?.effects, { ignored: 'at' });
  return isSame && isSameForOthers(before, after, { ignored: 'range' }) ? 'places' : 'meaning';
}

/** Whether code rules of all files beside it see the same uses and constants; `how` says whether at the same places. */
function isSameForOthers(
  before: FileSummary | undefined,
  after: FileSummary | undefined,
  how: Comparison,
): boolean {
  return (
    sameData(before?.constants?.declarations, after?.constants?.declarations) &&
    sameData(before?.constants?.types, after?.constants?.types) &&
    sameData(before?.constants?.uses, after?.constants?.uses, how) &&
    sameData(before?.constants?.mentions, after?.constants?.mentions) &&
    sameData(before?.uses ?? [], after?.uses ?? [], how) &&
    sameData(before?.openUses ?? [], after?.openUses ?? [], how)
  );
}
