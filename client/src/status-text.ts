/** What the status item says. */
import type { Checklist, FindingCounts } from './protocol';
import type { Words } from './words';

/** `{0} errors` and the like: languages differ in their plurals, so every number has the same words. */
export function countWords({ error, warning, information, hint }: FindingCounts, l10n: Words): string {
  const notes = information + hint;
  const parts = [
    ...(error > 0 ? [l10n.t('Errors: {0}', error)] : []),
    ...(warning > 0 ? [l10n.t('Warnings: {0}', warning)] : []),
    ...(notes > 0 ? [l10n.t('Notes: {0}', notes)] : []),
  ];
  return parts.length === 0 ? l10n.t('No findings') : parts.join(', ');
}

export function targetWords({ targets }: Checklist, l10n: Words): string {
  return l10n.t('Background Modes, targets: {0}', targets.length);
}
