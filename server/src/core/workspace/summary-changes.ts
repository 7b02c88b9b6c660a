/** What differs between two summaries of one file, as far as other files and targets care. */
import type { FileSummary } from '../program/summary';
import type { SourceChange } from './sources';

/** Whether targets see other uses or constants, or see them elsewhere. */
export function usesChanged({ before, after }: SourceChange): boolean {
  return usesText(before) !== usesText(after);
}

function usesText(summary: FileSummary | undefined): string {
  return JSON.stringify([summary?.uses ?? [], summary?.openUses ?? [], summary?.constants]);
}

/**
 * `meaning`: other files may get other findings. `places`: only offsets moved, which matters to findings that point
 * into the file.
 */
export function effectsChange(change: SourceChange): 'none' | 'places' | 'meaning' {
  if (effectsText(change.before) !== effectsText(change.after)) return 'meaning';
  const isSame = JSON.stringify(change.before?.effects) === JSON.stringify(change.after?.effects);
  return isSame ? 'none' : 'places';
}

function effectsText(summary: FileSummary | undefined): string {
  const effects = JSON.stringify(summary?.effects, (key, value: unknown) =>
    key === 'at' ? undefined : value,
  );
  return `${effects} ${JSON.stringify([summary?.constants?.declarations, summary?.constants?.types])}`;
}
