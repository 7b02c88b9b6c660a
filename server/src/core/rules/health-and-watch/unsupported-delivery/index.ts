/** unsupported-background-delivery: what HealthKit does not deliver, or not at once. */
import { correlationTypes, immediateFrequency, stepCount } from '../../../catalog/health';
import type { FileAnalysis } from '../../../program/analysis';
import type { CallExpr, Expr } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { valueSourcesOf } from '../../../program/value-sources';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { meta } from './meta';

export const unsupportedDeliveryRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, ['enableBackgroundDelivery'])) return;
    const { analysis } = taskContext(code);
    for (const call of analysis.callsMentioning(['enableBackgroundDelivery'])) {
      const type = deliveredType(call);
      if (type === undefined) continue;
      if (isCorrelation(type, analysis)) reportCorrelation(code, type);
      else if (isStepCount(type, analysis)) checkFrequency(code, call);
    }
  },
};

function deliveredType(call: CallExpr): Expr | undefined {
  const isMeant =
    (call.selector === undefined &&
      call.name === 'enableBackgroundDelivery' &&
      call.args[0]?.label === 'for') ||
    call.selector?.startsWith('enableBackgroundDeliveryForType:') === true;
  return isMeant ? call.args[0]?.value : undefined;
}

function reportCorrelation({ unit, report }: CodeContext, type: Expr): void {
  report({
    entry: 'correlation-type',
    uri: unit.uri,
    range: type.range,
    message:
      'Correlations are not delivered in the background: enable delivery for the sample types that they contain',
  });
}

function isCorrelation(type: Expr, analysis: FileAnalysis): boolean {
  if (correlationTypes.classes.includes(analysis.types.typeOf(type) ?? '')) return true;
  const made = madeBy(type, analysis);
  return made !== undefined && correlationTypes.makers.includes(made.selector ?? made.name);
}

/** The only call that a value can come from. */
function madeBy(value: Expr, analysis: FileAnalysis): CallExpr | undefined {
  const [source, ...others] = valueSourcesOf(analysis).of(value) ?? [];
  const call = source === undefined || others.length > 0 ? undefined : unwrap(source);
  return call?.kind === 'call' ? call : undefined;
}

function isStepCount(type: Expr, analysis: FileAnalysis): boolean {
  const made = madeBy(type, analysis);
  if (made === undefined || !stepCount.makers.includes(made.constructs ?? made.selector ?? made.name))
    return false;
  return made.args[0] !== undefined && stepCount.names.includes(nameOf(made.args[0].value) ?? '');
}

function nameOf(expr: Expr): string | undefined {
  const value = unwrap(expr);
  return value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
}

function checkFrequency({ unit, targets, report }: CodeContext, call: CallExpr): void {
  const frequency = call.args.find(({ label }) => label === 'frequency')?.value;
  const name = frequency === undefined ? undefined : nameOf(frequency);
  if (frequency === undefined || (name !== immediateFrequency.swift && name !== immediateFrequency.objc))
    return;
  const isOnPhone =
    targets.length === 0 || targets.some(({ platforms }) => platforms?.includes('iOS') ?? true);
  if (!isOnPhone) return;
  report({
    entry: 'immediate-step-count',
    uri: unit.uri,
    range: frequency.range,
    message: 'Step counts are delivered once an hour at most: immediate delivery is not what the app gets',
    fixes: [hourlyFix(unit.uri, frequency, name)],
  });
}

function hourlyFix(uri: string, frequency: Expr, name: string): Fix {
  const isObjc = name === immediateFrequency.objc;
  const newText = isObjc ? immediateFrequency.hourlyObjc : immediateFrequency.hourlySwift;
  const { end } = frequency.range;
  return {
    title: `Ask for ${newText}`,
    files: [{ uri, edits: [{ range: { start: end - name.length, end }, newText }] }],
    isPreferred: true,
  };
}
