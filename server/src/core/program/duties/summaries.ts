/** What the functions of one file do with parameters that may have to be completed. */
import { byCall, objectDuty, scheduledTask } from '../../catalog/duties';
import { isSdkType } from '../../catalog/inert-calls';
import type { Platform } from '../../project/types';
import type { FileAnalysis } from '../analysis';
import type { FunctionDecl, Param } from '../ir';
import { mayBeOtherName } from '../type-refs';
import { walkFunction } from '../walk';
import { followToken } from './flow';
import type { Discharge, DutyFlow, ParamDuty, PathEnd } from './types';

/** Names of block types. */
const blockType = /(?:Block|Handler|Completion|Callback|Closure)$/;

export function paramDuties(analysis: FileAnalysis, fn: FunctionDecl): readonly ParamDuty[] {
  if (fn.body === undefined || fn.params.length === 0) return [];
  const used = namesIn(fn);
  return fn.params.flatMap((param, index): ParamDuty[] => {
    const duty = dutyOf(param, used, analysis);
    if (duty === undefined && !mayBeOtherName(param.type)) return [];
    const isUsed = used.read.has(param.name) || used.called.has(param.name);
    if (!isUsed && analysis.program.errors.length === 0) return [{ index, ends: ['open'] }];
    if (duty === undefined) return [];
    const flow = followToken(analysis, { kind: 'param', fn, index }, duty.discharge, duty.platform);
    return [{ index, ends: flow === undefined ? ['passed'] : endsOf(flow) }];
  });
}

function endsOf({ exits, isCompletedOnExpiry }: DutyFlow): readonly PathEnd[] {
  const ends = exits.map(({ end }) => (end === 'open' && isCompletedOnExpiry ? 'passed' : end));
  return [...new Set(ends)];
}

function dutyOf(
  { type, name }: Param,
  { called, completed }: Names,
  { types }: FileAnalysis,
): { readonly discharge: Discharge; readonly platform: Platform } | undefined {
  if (type === undefined) return undefined;
  // Type aliases and typedefs call function types as they like.
  if (type.isFunction || blockType.test(type.name) || called.has(name))
    return { discharge: byCall, platform: 'iOS' };
  const known = objectDuty(types.named(type) ?? '');
  // The name may be another file's for a task.
  return known ?? (completed.has(name) && !isSdkType(type.name) ? scheduledTask : undefined);
}

interface Names {
  readonly read: ReadonlySet<string>;
  readonly called: ReadonlySet<string>;
  /** What it completes as a scheduled task is completed. */
  readonly completed: ReadonlySet<string>;
}

/** Bare names that a function reads, calls and completes, closures included. */
function namesIn(fn: FunctionDecl): Names {
  const read = new Set<string>();
  const called = new Set<string>();
  const completed = new Set<string>();
  walkFunction(fn, {
    expr: (expr) => {
      if (expr.kind === 'name') read.add(expr.name);
      else if (expr.kind === 'call' && expr.receiver === undefined) called.add(expr.name);
      else if (expr.kind === 'call' && expr.receiver?.kind === 'name' && completes(expr.name))
        completed.add(expr.receiver.name);
      return true;
    },
    stmt: (stmt) => {
      if (stmt.kind === 'unknown') for (const { name } of fn.params) read.add(name);
    },
  });
  return { read, called, completed };
}

function completes(method: string): boolean {
  return scheduledTask.discharge.methods.includes(method);
}
