/** call-provider-per-call: a provider that lives no longer than the report of one call. */
import { providerReports, providerType, voipPushMethod } from '../../../catalog/calls';
import type { FileAnalysis } from '../../../program/analysis';
import { implementations } from '../../../program/delegates';
import type { CallExpr, Expr, FunctionDecl, Stmt, VariableDecl } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import type { Declaration, FunctionScope } from '../../../program/scopes';
import { walkFunction } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { toPropertyFix } from './fix';
import { meta } from './meta';

const message =
  'A provider is created for one call: it goes away with its delegate’s callbacks, and earlier calls are lost';

export const providerPerCallRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [providerType])) return;
    const { analysis } = taskContext(code);
    const handlers = new Set(implementations(analysis, code.index, voipPushMethod).map(({ fn }) => fn));
    for (const scope of analysis.scopesMentioning(analysis.spellings([providerType])))
      if (scope.fn?.body !== undefined && scope.parent?.fn === undefined)
        checkFunction(code, scope, handlers.has(scope.fn));
  },
};

function checkFunction(code: CodeContext, { fn, type }: FunctionScope, isHandler: boolean): void {
  if (fn === undefined) return;
  const { analysis } = taskContext(code);
  walkFunction(fn, {
    stmt: (stmt) => {
      if (stmt.kind !== 'var' || !isForOneCall(stmt.variable, fn, isHandler, analysis)) return;
      const made = unwrap(stmt.variable.initial ?? { kind: 'unknown', children: [], range: stmt.range });
      if (made.kind !== 'call') return;
      const fix = toPropertyFix(code.unit, fn, stmt, type, analysis.resolver);
      code.report({
        uri: code.unit.uri,
        range: made.nameRange,
        message,
        fixes: fix === undefined ? [] : [fix],
      });
    },
    expr: (expr) => {
      // `CXProvider(configuration: …).reportNewIncomingCall(…)`
      if (expr.kind !== 'call' || !providerReports.has(expr.name) || expr.receiver === undefined) return true;
      const made = unwrap(expr.receiver);
      if (isProvider(made)) code.report({ uri: code.unit.uri, range: made.nameRange, message });
      return true;
    },
  });
}

function isProvider(expr: Expr): expr is CallExpr {
  return expr.kind === 'call' && expr.constructs === providerType;
}

/** Whether a local provider reports a call and nobody keeps it. */
function isForOneCall(
  variable: VariableDecl,
  fn: FunctionDecl,
  isHandler: boolean,
  analysis: FileAnalysis,
): boolean {
  const declaration = analysis.resolver.scopes.declared(variable);
  if (variable.initial === undefined || !isProvider(unwrap(variable.initial)) || declaration === undefined)
    return false;
  const isMeant = (expr: Expr): boolean => rootOf(expr, analysis) === declaration;
  let isKept = false;
  let reports = isHandler;
  walkFunction(fn, {
    expr: (expr, parent, stmt) => {
      if (expr.kind === 'call' && expr.receiver !== undefined && isMeant(expr.receiver))
        reports ||= providerReports.has(expr.name);
      // A closure that is stored keeps the provider.
      if (expr.kind === 'closure' && parent?.kind !== 'call') isKept ||= isNamedIn(expr.function, isMeant);
      if (expr.kind === 'name' && isMeant(expr)) isKept ||= !isReceiver(expr, parent, stmt);
      return true;
    },
  });
  return reports && !isKept;
}

function isNamedIn(fn: FunctionDecl, isMeant: (expr: Expr) => boolean): boolean {
  let found = false;
  walkFunction(fn, {
    expr: (expr) => {
      found ||= expr.kind === 'name' && isMeant(expr);
      return !found;
    },
  });
  return found;
}

function rootOf(expr: Expr, { resolver }: FileAnalysis): Declaration | undefined {
  const declaration = resolver.scopes.declaration(unwrap(expr));
  return declaration && resolver.root(declaration);
}

/** A value that is only sent messages is not kept. */
function isReceiver(expr: Expr, parent: Expr | undefined, stmt: Stmt | undefined): boolean {
  if (parent === undefined) return stmt?.kind === 'expr';
  if (parent.kind === 'call') return parent.receiver === expr;
  if (parent.kind === 'member') return parent.base === expr;
  if (parent.kind === 'assign') return parent.target === expr;
  return parent.kind === 'unary' && parent.op === 'force';
}
