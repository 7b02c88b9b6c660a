/** state-restoration-incomplete: a restore identifier and the method that takes the state back belong together. */
import { type RestorableManager, restorableManagers, restoredStateLabel } from '../../../catalog/restoration';
import type { FileAnalysis } from '../../../program/analysis';
import type { CodeIndex } from '../../../program/code-index';
import type { CallExpr } from '../../../program/ir';
import { knownMethods } from '../../../program/known-methods';
import { argumentOf } from '../../../program/url-sessions';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { isOnlyTested } from '../../target-uses';
import { stubFix } from './fix';
import { meta } from './meta';
import { restoreIdentifier } from './options';

export const restorationIncompleteRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (isOnlyTested(code.targets)) return;
    for (const manager of restorableManagers) {
      if (!mentionsAny(code, [manager.type])) continue;
      checkManagers(code, manager);
    }
  },
};

function checkManagers(code: CodeContext, manager: RestorableManager): void {
  const { analysis } = taskContext(code);
  const made = analysis
    .callsMentioning(analysis.spellings([manager.type]))
    .filter(({ constructs }) => constructs === manager.type);
  const restored = made.flatMap((call) => {
    const identifier = restoreIdentifier(call, manager, analysis);
    return identifier === undefined ? [] : [{ call, identifier }];
  });
  for (const { call, identifier } of restored)
    if (identifier.kind === 'given') checkDelegate(code, manager, call, identifier.at);
  const isLeftOut =
    restored.length === made.length && restored.every(({ identifier }) => identifier.kind === 'missing');
  if (isLeftOut && restored.length > 0) checkMethods(code, manager, made);
}

/** Entry delegate-method-missing. */
function checkDelegate(
  code: CodeContext,
  manager: RestorableManager,
  call: CallExpr,
  at: CallExpr['range'],
): void {
  const { analysis } = taskContext(code);
  const type = delegateType(call, analysis);
  if (type === undefined || restores(code.index, type, manager) !== 'no') return;
  const fix = stubFix(code.unit, type, manager);
  code.report({
    entry: 'delegate-method-missing',
    uri: code.unit.uri,
    range: at,
    message: `'${type}' has no ${manager.swiftName} ${restoredStateLabel} method: ${manager.type} raises an exception when it is created with a restore identifier`,
    fixes: fix === undefined ? [] : [fix],
  });
}

/** Entry identifier-missing: for types that make their managers themselves, in this file. */
function checkMethods(code: CodeContext, manager: RestorableManager, made: readonly CallExpr[]): void {
  if (code.index.uses(restorationRow(manager)).length > 0) return;
  const { analysis } = taskContext(code);
  const delegates = new Set(made.map((call) => delegateType(call, analysis)));
  for (const { fn, type } of analysis.functionsNamed([manager.swift, manager.objc])) {
    if (fn?.body === undefined || type === undefined || !delegates.has(type.name)) continue;
    code.report({
      entry: 'identifier-missing',
      uri: code.unit.uri,
      range: fn.params[1]?.labelRange ?? fn.nameRange,
      message: `${manager.type} is created without a restore identifier: iOS restores nothing, and this is never called`,
    });
  }
}

function restorationRow({ type }: RestorableManager): string {
  return type === 'CBCentralManager' ? 'central-restoration' : 'peripheral-restoration';
}

function delegateType(call: CallExpr, { types }: FileAnalysis): string | undefined {
  const delegate = argumentOf(call, ['delegate', 'initWithDelegate']);
  return delegate && types.typeOf(delegate.value);
}

/** Whether a type has the method, in any of its parts. */
function restores(index: CodeIndex, type: string, manager: RestorableManager): 'yes' | 'no' | 'unknown' {
  const methods = [
    ...index.methods(type, manager.objc),
    ...index
      .methods(type, manager.swiftName)
      .filter(({ fn }) => fn.params.some(({ label }) => label === restoredStateLabel)),
  ];
  if (methods.length > 0) return 'yes';
  return knownMethods(index, type) ? 'no' : 'unknown';
}
