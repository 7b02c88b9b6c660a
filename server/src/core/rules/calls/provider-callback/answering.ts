/** Whether a provider's delegate ever lets a call begin. */
import type { FunctionDecl, ProgramFile, TypeDecl } from '../../../program/ir';
import { allTypes, walkFunction } from '../../../program/walk';

/** What a call begins with, in Swift by the class of the action, in Objective-C by the selector. */
const beginning = /^(?:CX|provider:perform)(?:Answer|Start)Call/;

/**
 * Whether the callbacks of a type in this file begin a call. A delegate that only turns calls down, or has no say in
 * their beginning, needs no audio.
 */
export function mayBeginCalls(program: ProgramFile, type: TypeDecl): boolean {
  return allTypes(program)
    .filter(({ name }) => name === type.name)
    .some(({ methods }) => methods.some((method) => isBeginning(method) && !onlyFails(method)));
}

function isBeginning({ fullName, params }: FunctionDecl): boolean {
  const isSwift = fullName === 'provider(_:perform:)';
  return beginning.test(isSwift ? (params[1]?.type?.name ?? '') : fullName);
}

/** Whether `action.fail()` is all that the action is for. */
function onlyFails(method: FunctionDecl): boolean {
  const action = method.params[1]?.name;
  let fails = 0;
  let mentions = 0;
  walkFunction(method, {
    expr: (expr) => {
      if (expr.kind === 'name' && expr.name === action) mentions++;
      // What is asked of the action is no use of it.
      if (expr.kind === 'member' && expr.base?.kind === 'name' && expr.base.name === action) mentions--;
      const isFail = expr.kind === 'call' && expr.name === 'fail' && expr.receiver?.kind === 'name';
      if (isFail && expr.receiver.name === action) fails++;
      return true;
    },
  });
  return fails > 0 && fails === mentions;
}
