/** private-background-api: selectors that an app in the store must not even name. */
import { privateAppSelectors, simulationSelectors } from '../../../catalog/lifecycle';
import type { FileAnalysis } from '../../../program/analysis';
import { conditionsOf } from '../../../program/condition-regions';
import type { Condition, Expr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import type { TextRange } from '../../../text';
import { removeStatementFix } from '../../calls/fixes/remove-statement';
import type { ProgramUnit, Rule, UnitContext } from '../../context';
import { analysisOf, saysAny } from '../file-analysis';
import { meta } from './meta';

const messages = {
  'simulate-task':
    'This selector is for the debugger: an app that names it is rejected; type the call into the debugger instead',
  'suspend-app':
    'Sending the app to the background is private API: review may reject the app, and people take it for a crash',
} as const;

const markers = ['_simulate', 'suspend', 'terminateWithSuccess'];

export const privateApiRule: Rule = {
  meta,
  run: 'unit',
  check(context) {
    const { unit } = context;
    if (unit.kind !== 'program' || !saysAny(unit, markers)) return;
    const analysis = analysisOf(unit.program);
    const conditions = conditionsOf(unit.program);
    analysis.walkMentioning(markers, {
      expr: (expr) => {
        const found = privateUse(expr, analysis);
        if (found === undefined || conditions(found.range.start).some(mayBeDebug)) return true;
        report(context, unit, expr, found, analysis);
        return true;
      },
    });
  },
};

interface Found {
  readonly entry: keyof typeof messages;
  readonly range: TextRange;
}

function report(
  { report: add }: UnitContext,
  unit: ProgramUnit,
  expr: Expr,
  { entry, range }: Found,
  analysis: FileAnalysis,
): void {
  const body = parentsOf(analysis.resolver).scopesAround(expr)[0]?.fn?.body;
  const fix = body && removeStatementFix(unit, body, expr, 'Remove the private call');
  add({ entry, uri: unit.uri, range, message: messages[entry], fixes: fix === undefined ? [] : [fix] });
}

function privateUse(expr: Expr, analysis: FileAnalysis): Found | undefined {
  if (expr.kind === 'literal' && expr.type === 'string' && simulationSelectors.has(expr.value))
    return { entry: 'simulate-task', range: expr.range };
  if (expr.kind !== 'call') return undefined;
  if (simulationSelectors.has(expr.selector ?? `${expr.name}:`))
    return { entry: 'simulate-task', range: expr.nameRange };
  const isSent = /^(?:perform|sendAction)/.test(expr.name) && expr.args.some(({ value }) => isPrivate(value));
  const receivers = [expr.receiver, ...expr.args.map(({ value }) => value)];
  const isApp = receivers.some(
    (each) => each !== undefined && analysis.types.isInstance(each, 'UIApplication') === 'yes',
  );
  return isSent && isApp ? { entry: 'suspend-app', range: expr.nameRange } : undefined;
}

/** `#selector(URLSessionTask.suspend)`, `Selector(("suspend"))`, `NSSelectorFromString(@"suspend")`, `@selector(suspend)` */
function isPrivate(argument: Expr): boolean {
  const value = unwrap(argument);
  switch (value.kind) {
    case 'literal':
      return privateAppSelectors.has(value.value);
    case 'unknown':
      return value.children.some((child) => child.kind === 'member' && privateAppSelectors.has(child.name));
    case 'call': {
      const isSelector = ['Selector', 'NSSelectorFromString', '@selector', 'sel_registerName'].includes(
        value.name,
      );
      return isSelector && value.args.some((arg) => isPrivate(arg.value));
    }
    default:
      return false;
  }
}

/** What only debug builds contain is not shipped. */
function mayBeDebug(condition: Condition): boolean {
  switch (condition.kind) {
    case 'flag':
    case 'unknown':
      return true;
    case 'environment':
      return condition.name === 'simulator';
    case 'not':
      return mayBeDebug(condition.operand);
    case 'and':
    case 'or':
      return condition.operands.some(mayBeDebug);
    default:
      return false;
  }
}
