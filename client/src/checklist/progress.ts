/** How far a target has come. */
import type { Words } from '../words';
import type { ChecklistNode } from './node';

export interface Progress {
  readonly total: number;
  readonly done: number;
  readonly missing: number;
  readonly wrong: number;
}

/** Of rows side by side; what is behind them is in their status. */
export function progressOf(nodes: readonly ChecklistNode[]): Progress {
  const items = nodes.filter(({ isDone }) => isDone !== undefined);
  const count = (isMeant: (node: ChecklistNode) => boolean) => items.filter(isMeant).length;
  return {
    total: items.length,
    done: count(({ isDone }) => isDone === true),
    missing: count(({ status }) => status === 'missing'),
    wrong: count(({ status }) => status === 'wrong'),
  };
}

/** `3 of 5 done, 1 missing`; empty where there is nothing to do. */
export function progressWords({ total, done, missing, wrong }: Progress, l10n: Words): string {
  if (total === 0) return '';
  return [
    l10n.t('{0} of {1} done', done, total),
    ...(missing > 0 ? [l10n.t('{0} missing', missing)] : []),
    ...(wrong > 0 ? [l10n.t('{0} wrong', wrong)] : []),
  ].join(', ');
}
