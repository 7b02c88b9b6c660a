/** Functions that a value is handed to, and that may forget it on some of their paths. */
import type { FileAnalysis } from '../../program/analysis';
import type { IndexedFunction } from '../../program/code-index';
import type { Fates, Receiver } from '../../program/duties/fates';
import type { DutySite } from '../../program/duties/sites';
import type { DutyExit } from '../../program/duties/types';
import type { FunctionDecl } from '../../program/ir';
import type { FunctionScope } from '../../program/scopes';

/** What a path hands the value to, when that is one function of this file and nobody else gets the value. */
export function helperOf(
  { end }: DutyExit,
  type: string | undefined,
  fates: Fates,
  analysis: FileAnalysis,
  uri: string,
): DutySite | undefined {
  const handover = typeof end === 'string' || end.length !== 1 ? undefined : end[0];
  if (handover === undefined || handover.closure !== undefined) return undefined;
  const receiver = fates.receiver(handover, type);
  return receiver?.target.uri === uri ? helperSite(receiver, analysis) : undefined;
}

/** A function of this file that is given the value as one of its parameters. */
export function helperSite({ target, param: index }: Receiver, analysis: FileAnalysis): DutySite | undefined {
  const scope = analysis.resolver.scopes.all.find((each) => isDeclared(each, target, analysis));
  const param = scope?.fn?.params[index];
  // A result may tell the caller whether the value was taken.
  if (scope?.fn === undefined || param === undefined || !returnsNothing(scope.fn)) return undefined;
  return {
    token: { kind: 'param', fn: scope.fn, index },
    at: param.labelRange,
    arrival: param.range,
    type: scope.type?.name,
  };
}

function isDeclared(
  { fn, type }: FunctionScope,
  { fn: known }: IndexedFunction,
  analysis: FileAnalysis,
): boolean {
  if (fn === undefined || fn.kind === 'closure' || type?.name !== known.type) return false;
  const name = analysis.resolver.language === 'objc' ? fn.fullName : fn.name;
  return (
    name === known.name &&
    fn.params.length === known.params.length &&
    fn.params.every(({ label }, index) => label === known.params[index]?.label)
  );
}

function returnsNothing({ returns }: FunctionDecl): boolean {
  return returns === undefined || /^(?:Void|void|\(\)|IBAction)$/.test(returns.text);
}
