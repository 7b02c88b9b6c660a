/** Functions of this file that a delegate method of another file hands its value to. */
import type { DutyMethod } from '../../catalog/duties';
import type { CodeIndex, IndexedFunction } from '../../program/code-index';
import { Fates, type Receiver } from '../../program/duties/fates';
import { taskContext } from '../background-task/context';
import type { CodeContext } from '../context';
import { checkHelper, type Duty } from './check';
import { helperSite } from './helpers';

/** Functions of other files that a value may pass through on its way. */
const maxSteps = 4;

/** Reports the paths of such functions that forget the value. One that always forgets it is found where the value arrives. */
export function checkHanded(code: CodeContext, method: DutyMethod, duty: Duty): void {
  if (!duty.reportsPaths) return;
  const { analysis } = taskContext(code);
  for (const receiver of receivers(code.index, method, code.unit.uri)) {
    const site = helperSite(receiver, analysis);
    if (site !== undefined) checkHelper(code, site, duty);
  }
}

/** Each function once. */
function receivers(index: CodeIndex, method: DutyMethod, uri: string): readonly Receiver[] {
  const fates = new Fates(index);
  const found = new Map<IndexedFunction['fn'], Receiver>();
  const follow = ({ target, param }: Receiver, steps: number): void => {
    for (const end of target.fn.duties?.find((each) => each.index === param)?.ends ?? []) {
      const handover = typeof end === 'string' || end.length !== 1 ? undefined : end[0];
      if (handover === undefined || handover.closure !== undefined) continue;
      const next = fates.receiver(handover, target.fn.type);
      if (next === undefined || next.target.uri === target.uri) continue;
      if (next.target.uri === uri) found.set(next.target.fn, next);
      else if (steps < maxSteps) follow(next, steps + 1);
    }
  };
  for (const target of implementations(index, method))
    if (target.uri !== uri) follow({ target, param: method.param }, 0);
  return [...found.values()];
}

function implementations(
  index: CodeIndex,
  { declaredBy, swift, objc }: DutyMethod,
): readonly IndexedFunction[] {
  const types = new Set(declaredBy.flatMap((protocol) => [...index.family(protocol)]));
  const bases = new Set(swift.map((name) => name.slice(0, name.indexOf('('))));
  return [...types].flatMap((type) => {
    const methods = [...bases, ...objc].flatMap((name) => index.methods(type, name));
    // `methods` answers those of the whole family.
    return methods.filter(
      ({ fn }) => fn.type === type && (objc.includes(fn.name) || swift.includes(fullName(fn))),
    );
  });
}

function fullName({ name, params }: IndexedFunction['fn']): string {
  return `${name}(${params.map(({ label }) => `${label ?? '_'}:`).join('')})`;
}
