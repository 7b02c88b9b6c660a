/** work-in-will-terminate: what is asked for while the app is being removed. */

import {
  type LaterWork,
  laterWork,
  willTerminateMethod,
  willTerminateNotifications,
} from '../../../catalog/lifecycle';
import { firstPiece } from '../../../catalog/selectors';
import type { FileAnalysis } from '../../../program/analysis';
import type { CallExpr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import type { FunctionScope } from '../../../program/scopes';
import type { Rule } from '../../context';
import { analysisOf, saysAny } from '../file-analysis';
import { meta } from './meta';

const messages = {
  launch:
    'Asked for while the app is being closed: after a force quit iOS starts nothing in the background until the app is opened again',
  time: 'Begun while the app is being closed: it ends as soon as this returns, whatever is still running',
} as const;

const names = new Set([...willTerminateMethod.swift, ...willTerminateMethod.objc]);

export const willTerminateRule: Rule = {
  meta,
  run: 'unit',
  check({ unit, report }) {
    if (unit.kind !== 'program' || !saysAny(unit, ['illTerminate'])) return;
    const analysis = analysisOf(unit.program);
    const parents = parentsOf(analysis.resolver);
    for (const call of analysis.callsMentioning(workNames)) {
      const work = laterWorkOf(call, analysis);
      if (work === undefined || !parents.scopesAround(call).some((scope) => terminates(scope, analysis)))
        continue;
      report({ uri: unit.uri, range: call.nameRange, message: messages[work.asks] });
    }
  },
};

const workNames: readonly string[] = laterWork.flatMap(({ swift, objc }) => [swift, firstPiece(objc)]);

function laterWorkOf(call: CallExpr, { types }: FileAnalysis): LaterWork | undefined {
  const { receiver } = call;
  if (receiver === undefined) return undefined;
  return laterWork.find(
    ({ on, swift, objc }) =>
      (call.selector === undefined ? call.name === swift : call.selector === objc) &&
      types.isInstance(receiver, on) === 'yes',
  );
}

function terminates({ fn, closure }: FunctionScope, { resolver }: FileAnalysis): boolean {
  if (closure === undefined) return fn?.kind === 'method' && names.has(fn.fullName);
  const call = parentsOf(resolver).callTaking(closure);
  if (call === undefined || !call.name.startsWith('addObserver')) return false;
  return call.args.some(({ value }) => {
    const name = unwrap(value);
    return (name.kind === 'member' || name.kind === 'name') && willTerminateNotifications.has(name.name);
  });
}
