/** live-activity-started-in-background: only an app in the foreground can start a Live Activity. */
import { foregroundTests, liveActivity, liveActivitySymbols } from '../../../catalog/live-activities';
import type { FileAnalysis } from '../../../program/analysis';
import { type DirectCall, directCalls } from '../../../program/direct-calls';
import type { Block, CallExpr, Expr } from '../../../program/ir';
import { walkExpr } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { FindingDraft, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { RelatedLocation } from '../../types';
import { meta } from './meta';
import { backgroundBodies } from './places';

const message =
  'Starts a Live Activity while the app is in the background: the request fails with a visibility error';

export const liveActivityRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, liveActivitySymbols)) return;
    const { analysis } = taskContext(code);
    if (!analysis.program.imports.some(({ module }) => module === liveActivity.module)) return;
    const reported = new Set<CallExpr>();
    for (const bodies of backgroundBodies(analysis)) {
      for (const found of activityStarts(bodies, analysis)) {
        if (reported.has(found.entry)) continue;
        reported.add(found.entry);
        code.report(draftOf(found, code.unit.uri));
      }
    }
  },
};

/** Each start once, from where it is nearest. */
function activityStarts(bodies: readonly Block[], analysis: FileAnalysis): readonly DirectCall[] {
  const starts = new Map<CallExpr, DirectCall>();
  for (const body of bodies) {
    for (const found of directCalls(analysis, body, new Set(['sync', 'async']))) {
      if (starts.has(found.call) || !startsActivity(found.call, analysis) || asksForForeground(found))
        continue;
      starts.set(found.call, found);
    }
  }
  return [...starts.values()];
}

function draftOf({ call, entry }: DirectCall, uri: string): FindingDraft {
  const start: RelatedLocation = { uri, range: call.nameRange, message: 'The Live Activity starts here' };
  return { uri, range: entry.nameRange, message, related: call === entry ? [] : [start] };
}

/** `Activity<Ride>.request(attributes:…)` */
function startsActivity({ name, receiver, args }: CallExpr, { types, resolver }: FileAnalysis): boolean {
  const isRequest = name === liveActivity.start && args[0]?.label === liveActivity.startLabel;
  if (!isRequest || receiver === undefined || types.namedType(receiver) !== liveActivity.type) return false;
  const isOwn = resolver.program.types.some((type) => type.name === liveActivity.type);
  return !isOwn && !args.some(({ label }) => label === liveActivity.scheduledLabel);
}

function asksForForeground({ conditions, helperConditions }: DirectCall): boolean {
  return [...conditions, ...helperConditions].some(mentionsForeground);
}

function mentionsForeground(condition: Expr): boolean {
  let found = false;
  walkExpr(condition, {
    expr: (expr) => {
      found ||= (expr.kind === 'name' || expr.kind === 'member') && foregroundTests.has(expr.name);
      return !found;
    },
  });
  return found;
}
