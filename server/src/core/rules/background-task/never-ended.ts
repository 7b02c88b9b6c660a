/** Whether a background task is begun in such a way that nothing can end it. */
import { backgroundTaskObligation } from '../../catalog/obligations';
import { propertyEnds } from '../../program/property-ends';
import type { Declaration } from '../../program/scopes';
import type { BeginSite } from '../../program/task-sites';
import { mayEnd, usesOfLocal } from '../../program/token-uses';
import { walkFunction } from '../../program/walk';
import type { TaskContext } from './context';

const { tokenType } = backgroundTaskObligation;

export type NeverEnded = 'never' | 'result-discarded';

/** `undefined` when something ends the task, or may do so. */
export function neverEnded(context: TaskContext, site: BeginSite): NeverEnded | undefined {
  const { destination, wrapped } = site;
  if (wrapped?.isEndedOnExpiry) return undefined;
  switch (destination.kind) {
    case 'discarded':
      return isHalfWritten(context, site) ? undefined : 'result-discarded';
    case 'property': {
      const type = site.scope?.type?.name;
      if (type === undefined || isComputed(context, type, destination.name)) return undefined;
      if (wrapped !== undefined && !isDeclared(context, type, destination.name)) return undefined;
      return propertyEnds(context.code.index, type, destination.name) === 'never' ? 'never' : undefined;
    }
    case 'local':
      return isUnreadable(context, site) ||
        isLocalEnded(context, site, destination.declaration) ||
        hasUnknown(site)
        ? undefined
        : 'never';
    case 'elsewhere':
      return undefined;
  }
}

function isComputed({ analysis }: TaskContext, type: string, name: string): boolean {
  return (analysis.resolver.property(type, name)?.accessors.length ?? 0) > 0;
}

/** Files that may end the task of a property are read where its type says that it is an identifier. */
function isDeclared({ code }: TaskContext, type: string, name: string): boolean {
  return code.index
    .declarations(type)
    .some(({ properties }) => properties.some((each) => each.name === name && each.type === tokenType));
}

function isLocalEnded(context: TaskContext, { call }: BeginSite, token: Declaration): boolean {
  const uses = context.usesAround(call.range.start);
  return usesOfLocal(uses, token).some(mayEnd);
}

/** Somebody is still writing the call, and may come back to its result. */
function isHalfWritten({ analysis }: TaskContext, { call: { range } }: BeginSite): boolean {
  return analysis.program.errors.some((error) => error.start < range.end && range.start < error.end);
}

/** Code that could not be parsed may hold the end. */
export function isUnreadable({ analysis }: TaskContext, site: BeginSite): boolean {
  const body = outermost(site)?.range;
  return analysis.program.errors.some(
    (error) => body === undefined || (error.start < body.end && body.start < error.end),
  );
}

/** A statement that is not understood, such as a macro, may do so too. */
function hasUnknown(site: BeginSite): boolean {
  const fn = outermost(site);
  let found = false;
  if (fn !== undefined) {
    walkFunction(fn, {
      stmt: ({ kind }) => {
        found ||= kind === 'unknown';
      },
    });
  }
  return found;
}

function outermost(site: BeginSite) {
  let scope = site.scope;
  while (scope?.parent?.fn !== undefined) scope = scope.parent;
  return scope?.fn;
}
