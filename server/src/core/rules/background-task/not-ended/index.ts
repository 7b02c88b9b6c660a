/** background-task-not-ended: every background task has to be ended, on every path. */
import { openExits } from '../../../program/open-paths';
import { propertyEnds } from '../../../program/property-ends';
import type { Declaration } from '../../../program/scopes';
import type { BeginSite } from '../../../program/task-sites';
import { type TokenUse, tokenUses } from '../../../program/token-uses';
import type { Rule } from '../../context';
import { beganHere, firstLine, mentionsTasks, type TaskContext, taskContext } from '../context';
import { endInHandlerFix } from '../fixes/end-in-handler';
import { exitFixes } from '../fixes/end-on-exit';
import { storeResultFix } from '../fixes/store-result';
import { meta } from './meta';

const messages = {
  never: 'Background task is begun but never ended: iOS kills the app when the time for it is up',
  'result-discarded':
    'Identifier of the background task is thrown away, so nothing can end the task: iOS kills the app when its time is up',
  'on-some-path':
    'Leaves the background task open on this path: it keeps running until its time is up, and iOS may kill the app',
};

export const notEndedRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsTasks(code)) return;
    const context = taskContext(code);
    if (context.sites.length === 0) return;
    const uses = tokenUses(context.analysis);
    const reported = new Set<number>();
    for (const site of context.sites) checkSite(context, site, uses, reported);
  },
};

function checkSite(
  context: TaskContext,
  site: BeginSite,
  uses: readonly TokenUse[],
  reported: Set<number>,
): void {
  const { destination } = site;
  switch (destination.kind) {
    case 'discarded':
      report(context, site, 'result-discarded');
      return;
    case 'property': {
      const type = site.scope?.type?.name;
      if (type === undefined || isComputed(context, type, destination.name)) return;
      if (propertyEnds(context.code.index, type, destination.name) === 'never')
        report(context, site, 'never');
      return;
    }
    case 'local':
      checkLocal(context, site, destination.declaration, uses, reported);
      return;
    case 'elsewhere':
  }
}

function isComputed({ analysis }: TaskContext, type: string, name: string): boolean {
  return (analysis.resolver.property(type, name)?.accessors.length ?? 0) > 0;
}

function checkLocal(
  context: TaskContext,
  site: BeginSite,
  token: Declaration,
  uses: readonly TokenUse[],
  reported: Set<number>,
): void {
  if (isUnreadable(context, site)) return;
  const roles = new Set(
    uses.filter(({ place }) => place.kind === 'local' && place.declaration === token).map(({ role }) => role),
  );
  if (!roles.has('end') && !roles.has('handedOut')) report(context, site, 'never');
  else reportOpenExits(context, site, token, uses, reported);
}

/** Code that could not be parsed may hold the end. */
function isUnreadable({ analysis }: TaskContext, site: BeginSite): boolean {
  const body = outermost(site)?.range;
  return analysis.program.errors.some(
    (error) => body === undefined || (error.start < body.end && body.start < error.end),
  );
}

function outermost(site: BeginSite) {
  let scope = site.scope;
  while (scope?.parent?.fn !== undefined) scope = scope.parent;
  return scope?.fn;
}

function report(context: TaskContext, site: BeginSite, entry: 'never' | 'result-discarded'): void {
  const { code, analysis } = context;
  const handler = analysis.calls.handler(site.call);
  let fix = entry === 'never' && handler !== undefined ? endInHandlerFix(context, site, handler) : undefined;
  if (entry === 'result-discarded') fix = storeResultFix(context, site);
  code.report({
    entry,
    uri: code.unit.uri,
    range: site.call.nameRange,
    message: messages[entry],
    fixes: fix === undefined ? [] : [fix],
  });
}

function reportOpenExits(
  context: TaskContext,
  site: BeginSite,
  token: Declaration,
  uses: readonly TokenUse[],
  reported: Set<number>,
): void {
  const { unit } = context.code;
  const exits = openExits(site, token, uses, context.analysis) ?? [];
  for (const exit of exits) {
    // The end of the function is no exit anybody wrote; an end under a condition is usually meant.
    if (exit.kind === 'end' || reported.has(exit.range.start)) continue;
    reported.add(exit.range.start);
    context.code.report({
      entry: 'on-some-path',
      uri: unit.uri,
      range: firstLine(unit.text, exit.range),
      message: messages['on-some-path'],
      related: [beganHere(context.code, site)],
      fixes: exitFixes(context, site, token, exit, uses),
    });
  }
}
