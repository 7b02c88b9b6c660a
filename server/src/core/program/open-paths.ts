/** Follows one background task, whose identifier is a local, along every path of its function. */
import type { FileAnalysis } from './analysis';
import { followToken } from './duties/flow';
import type { DutyExit } from './duties/types';
import type { Declaration } from './scopes';
import type { BeginSite } from './task-sites';

/** Ways out of the function, and of closures that are the only ones to end the task, with the task open. */
export function openExits(
  { call, scope, wrapped }: BeginSite,
  local: Declaration,
  analysis: FileAnalysis,
): readonly DutyExit[] {
  if (scope?.fn === undefined || local.owner !== scope) return [];
  const isWrapped = wrapped !== undefined;
  const token = { kind: 'begun', fn: scope.fn, call, local, isWrapped } as const;
  const flow = followToken(analysis, token, { kind: 'end', calls: analysis.calls }, 'iOS');
  // A task that no path settles is not forgotten on some of them: it is meant to last, or never ended at all.
  if (flow === undefined || flow.exits.every(({ end }) => end === 'open')) return [];
  return [...flow.exits, ...flow.inner].filter(({ end }) => end === 'open');
}
