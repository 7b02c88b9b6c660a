/** What a condition on a path says about whether a push has to be reported. */
import { otherPushTypeNames, systemVersionNames, voipTypeNames } from '../../../catalog/calls';
import type { FileAnalysis } from '../../../program/analysis';
import type { Assumption } from '../../../program/cfg';
import type { Expr, FunctionDecl } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { isNil } from '../../../program/task-calls';
import { walkExpr } from '../../../program/walk';

/** Position of the push type, and of the metadata that iOS 26.4 sends instead. */
const kindParam = 2;

/** Whether nothing has to be reported where `assumption` holds, or nothing can be said. */
export function isExempt(assumption: Assumption, fn: FunctionDecl, analysis: FileAnalysis): boolean {
  if (assumption.kind === 'fact') return isExemptFact(assumption, fn);
  if (assumption.kind === 'bind') {
    const { value } = assumption.clause;
    if (mentionsKind(value, fn, analysis) || mentions(value, systemVersionNames, analysis)) return true;
    return !assumption.holds && (analysis.resolver.isSelf(value) || isHelper(value, analysis));
  }
  const { holds } = assumption;
  const expr = analysis.resolver.origin(assumption.expr);
  if (mentions(expr, systemVersionNames, analysis) || saysMissing(expr, holds, analysis)) return true;
  return mentionsKind(expr, fn, analysis) && !saysVoip(expr, holds);
}

/** Another object of the app: where there is none, there is nobody who could report. */
function isHelper(expr: Expr, { resolver, types }: FileAnalysis): boolean {
  const value = unwrap(expr);
  if (value.kind !== 'name' && value.kind !== 'member') return false;
  let root: Expr = value;
  while (root.kind === 'member' && root.base !== undefined) root = unwrap(root.base);
  const isOwn = root.kind === 'name' && resolver.scopes.declaration(root) === undefined;
  return isOwn && !booleans.has(types.typeOf(value) ?? '');
}

const booleans: ReadonlySet<string> = new Set(['BOOL', 'bool', 'Bool']);

/** `helper == nil`, `!helper` in Objective-C, a helper that does not respond to what it is told. */
function saysMissing(test: Expr, holds: boolean, analysis: FileAnalysis): boolean {
  if (test.kind === 'call' && /^respondsToSelector|^responds$/.test(test.name)) return !holds;
  if (test.kind === 'binary' && (test.op === '==' || test.op === '!=')) {
    const tested = isNil(test.right) ? test.left : isNil(test.left) ? test.right : undefined;
    return tested !== undefined && holds === (test.op === '==') && isHelper(tested, analysis);
  }
  return analysis.resolver.language === 'objc' && !holds && isHelper(test, analysis);
}

/** Cases of a switch over the push type; builds and systems that code is not meant for. */
function isExemptFact({ key, value }: Extract<Assumption, { kind: 'fact' }>, fn: FunctionDecl): boolean {
  if (!key.startsWith('switch ')) return true;
  if (key !== `switch ${fn.params[kindParam]?.name}`) return false;
  return ![...voipTypeNames].some((name) => String(value).endsWith(name));
}

/** `type == .voIP`, `metadata.mustReport`, when it is known to hold. */
function saysVoip(test: Expr, holds: boolean): boolean {
  if (test.kind === 'member' || (test.kind === 'call' && test.args.length === 0))
    return test.name === 'mustReport' && holds;
  if (test.kind === 'binary' && (test.op === '==' || test.op === '!='))
    return sides([test.left, test.right], holds === (test.op === '=='));
  const isEqual = test.kind === 'call' && /^isEqual/.test(test.name);
  return (
    isEqual &&
    sides([...(test.receiver ? [test.receiver] : []), ...test.args.map(({ value }) => value)], holds)
  );
}

function sides(values: readonly Expr[], areEqual: boolean): boolean {
  return values.some((value) => nameIn(value, areEqual ? voipTypeNames : otherPushTypeNames));
}

function nameIn(expr: Expr, names: ReadonlySet<string>): boolean {
  const value = unwrap(expr);
  return (value.kind === 'name' || value.kind === 'member') && names.has(value.name);
}

function mentionsKind(expr: Expr, fn: FunctionDecl, { resolver }: FileAnalysis): boolean {
  let found = false;
  walkExpr(expr, {
    expr: (each) => {
      const declaration = resolver.scopes.declaration(each);
      const root = declaration && resolver.root(declaration);
      found ||= root?.kind === 'param' && root.owner.fn === fn && root.index === kindParam;
      return !found;
    },
  });
  return found;
}

/** Whether an expression, or what its names stand for, contains one of these names. */
export function mentions(expr: Expr, names: ReadonlySet<string>, { resolver }: FileAnalysis): boolean {
  let found = false;
  const look = (each: Expr): boolean => {
    if (each.kind === 'name' || each.kind === 'member' || each.kind === 'call')
      found ||= names.has(each.name);
    return !found;
  };
  walkExpr(expr, {
    expr: (each) => {
      const origin = each.kind === 'name' ? resolver.origin(each) : each;
      if (origin !== each) walkExpr(origin, { expr: look });
      return look(each);
    },
  });
  return found;
}
