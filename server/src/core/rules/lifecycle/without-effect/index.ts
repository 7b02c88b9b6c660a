/** setting-without-effect: what the system does not look at for an object of this kind. */
import {
  backgroundOnly,
  duplicatesKey,
  foregroundConfigurations,
  ignoredInBackground,
} from '../../../catalog/lifecycle';
import { continuedRequest } from '../../../catalog/task-scheduling';
import { configurationTypes } from '../../../catalog/url-sessions';
import type { FileAnalysis } from '../../../program/analysis';
import { setterName } from '../../../program/api-index';
import type { Expr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import { type MemberSet, memberSet } from '../../../program/setters';
import { Sessions } from '../../../program/url-sessions';
import { valueSourcesOf } from '../../../program/value-sources';
import type { TextRange } from '../../../text';
import { removeStatementFix } from '../../calls/fixes/remove-statement';
import type { ProgramUnit, Rule, UnitContext } from '../../context';
import { declaredModes } from '../declared-modes';
import { analysisOf, saysAny } from '../file-analysis';
import { meta } from './meta';

const symbols = [
  ...ignoredInBackground,
  ...backgroundOnly,
  'iscretionary',
  'earliestBeginDate',
  duplicatesKey,
];

interface Found {
  readonly entry: string;
  readonly message: string;
  readonly range: TextRange;
}

export const withoutEffectRule: Rule = {
  meta,
  run: 'unit',
  check(context) {
    const { unit } = context;
    if (unit.kind !== 'program' || !saysAny(unit, symbols)) return;
    const analysis = analysisOf(unit.program);
    analysis.walkMentioning([...symbols, ...symbols.map(setterName)], {
      expr: (expr) => {
        const set = memberSet(expr);
        const found = set && (ofSession(set, analysis) ?? ofRequest(set, analysis));
        if (found !== undefined) report(context, unit, expr, found, analysis);
        if (allowsDuplicates(expr, analysis)) reportDuplicates(context, unit, expr);
        return true;
      },
    });
  },
};

function report(
  context: UnitContext,
  unit: ProgramUnit,
  expr: Expr,
  { entry, message, range }: Found,
  { resolver }: FileAnalysis,
): void {
  const body = parentsOf(resolver).scopesAround(expr)[0]?.fn?.body;
  const fix = body && removeStatementFix(unit, body, expr, 'Remove the line');
  context.report({ entry, uri: unit.uri, range, message, fixes: fix === undefined ? [] : [fix] });
}

function ofSession({ object, member, value, at }: MemberSet, analysis: FileAnalysis): Found | undefined {
  const isOn = isTrue(value);
  if (isOn && ignoredInBackground.has(member) && isBackground(object, analysis))
    return {
      entry: 'url-session',
      range: at,
      message: 'Background sessions wait for a connection anyway: waitsForConnectivity changes nothing here',
    };
  if (isOn && backgroundOnly.has(member) && isForeground(object, analysis))
    return {
      entry: 'url-session',
      range: at,
      message: `${member} is for background sessions alone: this configuration makes transfers end with the app`,
    };
  return undefined;
}

function isTrue(value: Expr): boolean {
  const literal = unwrap(value);
  return literal.kind === 'literal' && literal.type === 'bool' && literal.value === 'true';
}

function isBackground(configuration: Expr, analysis: FileAnalysis): boolean {
  const sessions = new Sessions(analysis);
  return allSources(
    configuration,
    analysis,
    (source) => source.kind === 'call' && sessions.makesBackgroundConfiguration(source),
  );
}

/** `URLSessionConfiguration.default`, `[NSURLSessionConfiguration ephemeralSessionConfiguration]` */
function isForeground(configuration: Expr, analysis: FileAnalysis): boolean {
  return allSources(configuration, analysis, (source) => {
    if (source.kind !== 'member' && source.kind !== 'call') return false;
    const base = source.kind === 'member' ? source.base : source.receiver;
    const type = base === undefined ? undefined : analysis.types.namedType(unwrap(base));
    return (
      type !== undefined && configurationTypes.includes(type) && foregroundConfigurations.has(source.name)
    );
  });
}

function allSources(value: Expr, analysis: FileAnalysis, test: (source: Expr) => boolean): boolean {
  // A member of a class is no place that a value comes from: it is one itself.
  if (test(unwrap(value))) return true;
  const origin = analysis.resolver.origin(value);
  if (test(origin)) return true;
  const sources = valueSourcesOf(analysis).of(value) ?? [];
  return sources.length > 0 && sources.every(test);
}

function ofRequest({ object, member, at }: MemberSet, { types }: FileAnalysis): Found | undefined {
  if (member !== 'earliestBeginDate' || types.isInstance(object, continuedRequest) !== 'yes')
    return undefined;
  return {
    entry: 'continued-task-begin-date',
    range: at,
    message: 'A continued task starts at once or not at all: its earliestBeginDate is ignored',
  };
}

/** `[CBCentralManagerScanOptionAllowDuplicatesKey: true]` */
function allowsDuplicates(expr: Expr, { resolver }: FileAnalysis): boolean {
  if (expr.kind !== 'name' || expr.name !== duplicatesKey) return false;
  const around = parentsOf(resolver).parent(expr);
  if (around?.kind !== 'collection' || around.form !== 'dictionary') return false;
  const value = around.elements[around.elements.indexOf(expr) + 1];
  return value !== undefined && isTrue(boxed(unwrap(value)));
}

/** `NSNumber(value: true)` */
function boxed(value: Expr): Expr {
  const only = value.kind === 'call' && value.constructs === 'NSNumber' ? value.args[0] : undefined;
  return only?.value ?? value;
}

function reportDuplicates(
  { targets, plist, report: add }: UnitContext,
  { uri }: ProgramUnit,
  expr: Expr,
): void {
  if (declaredModes(targets, plist)?.has('bluetooth-central') !== true) return;
  add({
    entry: 'bluetooth-allow-duplicates',
    uri,
    range: expr.range,
    message:
      'Duplicates are reported in the foreground alone: in the background a scan tells of each device once',
  });
}
