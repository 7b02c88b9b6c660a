/** background-object-not-retained: what only works while somebody holds it is let go at once. */
import { type LivingObject, livingObjects } from '../../../catalog/lifecycle';
import type { FileAnalysis } from '../../../program/analysis';
import type { CallExpr, Expr, FunctionDecl, Stmt } from '../../../program/ir';
import { isLetGo, waits } from '../../../program/kept-locals';
import { unwrap } from '../../../program/resolve';
import type { FunctionScope } from '../../../program/scopes';
import { walkFunction } from '../../../program/walk';
import type { ProgramUnit, Rule, UnitContext } from '../../context';
import { analysisOf, saysAny } from '../file-analysis';
import { keepFix } from './fix';
import { meta } from './meta';

const types = new Map(livingObjects.map((each) => [each.type, each]));

export const notRetainedRule: Rule = {
  meta,
  run: 'unit',
  check(context) {
    const { unit } = context;
    if (unit.kind !== 'program' || !saysAny(unit, types.keys()) || countsByHand(context, unit)) return;
    const analysis = analysisOf(unit.program);
    for (const scope of analysis.scopesMentioning(analysis.spellings([...types.keys()])))
      if (scope.fn?.body !== undefined) checkFunction(context, unit, scope, scope.fn, analysis);
  },
};

/** Without ARC nothing is released by itself. */
function countsByHand({ targets }: UnitContext, { program }: ProgramUnit): boolean {
  const configurations = targets.flatMap((target) => target.configurations);
  return (
    program.language === 'objc' &&
    configurations.some((each) => each.setting('CLANG_ENABLE_OBJC_ARC')?.value === 'NO')
  );
}

function checkFunction(
  { report }: UnitContext,
  unit: ProgramUnit,
  scope: FunctionScope,
  fn: FunctionDecl,
  analysis: FileAnalysis,
): void {
  walkFunction(fn, {
    stmt: (stmt) => {
      const found = dropped(stmt) ?? keptShortly(stmt, fn, analysis);
      if (found === undefined) return;
      const { call, object } = found;
      const fix = keepFix(unit, scope, stmt, object, analysis.resolver);
      report({
        entry: object.entry,
        uri: unit.uri,
        range: call.nameRange,
        message: `Nobody keeps this ${object.type}: ${object.effect}`,
        fixes: fix === undefined ? [] : [fix],
      });
    },
    enterFunction: (inner) => inner === fn,
  });
}

interface Found {
  readonly call: CallExpr;
  readonly object: LivingObject;
}

function creation(expr: Expr | undefined): Found | undefined {
  const call = expr === undefined ? undefined : unwrap(expr);
  const object =
    call?.kind === 'call' && call.constructs !== undefined ? types.get(call.constructs) : undefined;
  return call?.kind === 'call' && object !== undefined ? { call, object } : undefined;
}

/** `X()` and `_ = X()` */
function dropped(stmt: Stmt): Found | undefined {
  if (stmt.kind === 'var') return stmt.variable.name === '_' ? creation(stmt.variable.initial) : undefined;
  if (stmt.kind !== 'expr') return undefined;
  const { expr } = stmt;
  if (expr.kind !== 'assign') return creation(expr);
  return expr.target.kind === 'name' && expr.target.name === '_' ? creation(expr.value) : undefined;
}

function keptShortly(stmt: Stmt, fn: FunctionDecl, analysis: FileAnalysis): Found | undefined {
  if (stmt.kind !== 'var') return undefined;
  const found = creation(stmt.variable.initial);
  const declaration = found && analysis.resolver.scopes.declared(stmt.variable);
  if (declaration === undefined || waits(fn)) return undefined;
  return isLetGo(declaration, fn, analysis) ? found : undefined;
}
