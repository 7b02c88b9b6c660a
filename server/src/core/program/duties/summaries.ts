/** What the functions of one file do with parameters that may have to be completed. */
import { byCall, objectDuty } from '../../catalog/duties';
import type { Platform } from '../../project/types';
import type { FileAnalysis } from '../analysis';
import type { FunctionDecl, Param } from '../ir';
import { walkFunction } from '../walk';
import { followToken } from './flow';
import type { Discharge, DutyFlow, ParamDuty, PathEnd } from './types';

/** Names of block types. */
const blockType = /(?:Block|Handler|Completion|Callback|Closure)$/;

export function paramDuties(analysis: FileAnalysis, fn: FunctionDecl): readonly ParamDuty[] {
  if (fn.body === undefined) return [];
  return fn.params.flatMap((param, index): ParamDuty[] => {
    const duty = dutyOf(param, fn);
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
  fn: FunctionDecl,
): { readonly discharge: Discharge; readonly platform: Platform } | undefined {
  if (type === undefined) return undefined;
  if (type.isFunction || blockType.test(type.name) || isCalled(name, fn))
    return { discharge: byCall, platform: 'iOS' };
  return objectDuty(type.name);
}

/** Objective-C names block types as it likes. */
function isCalled(name: string, fn: FunctionDecl): boolean {
  let found = false;
  walkFunction(fn, {
    expr: (expr) => {
      found ||= expr.kind === 'call' && expr.receiver === undefined && expr.name === name;
      return !found;
    },
  });
  return found;
}
