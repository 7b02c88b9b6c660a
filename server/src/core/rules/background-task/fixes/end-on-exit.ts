/** Fixes: end the task before an exit, or in a `defer` right after it begins. */
import type { DutyExit } from '../../../program/duties/types';
import type { Expr, Stmt } from '../../../program/ir';
import type { Declaration } from '../../../program/scopes';
import type { BeginSite } from '../../../program/task-sites';
import { mayEnd, type TokenUse } from '../../../program/token-uses';
import { walkBlock } from '../../../program/walk';
import type { TextEdit, TextRange } from '../../../text';
import { inArm } from '../../duties/edits';
import { fallsOff } from '../../duties/places';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { inBraces, isBare } from './bare-branch';
import { indentAt, insertAfter, isFirstOnLine, lineEnding, removalOf } from './code-text';
import { endAndReset, endCall, knowsApplication } from './token-code';

export function exitFixes(
  context: TaskContext,
  site: BeginSite,
  token: Declaration,
  exit: DutyExit,
  uses: readonly TokenUse[],
): Fix[] {
  if (mayBeNil(token, site) || !knowsApplication(context, site)) return [];
  const { uri } = context.code.unit;
  const before = fallsOff(exit)
    ? inBranch(context, site, token, exit)
    : beforeExit(context, site, token, exit);
  const deferred = exit.fn === site.scope?.fn ? inDefer(context, site, token, uses) : undefined;
  const fixes: Fix[] = [];
  if (before !== undefined) {
    fixes.push({
      title: fallsOff(exit) ? 'End the task in this branch' : `End the task before this ${exit.kind}`,
      files: [{ uri, edits: before }],
      isPreferred: true,
    });
  }
  if (deferred !== undefined) {
    const title = 'End the task in a defer right after it begins';
    fixes.push({ title, files: [{ uri, edits: deferred }], isPreferred: before === undefined });
  }
  return fixes;
}

function mayBeNil({ type }: Declaration, { wrapped, call }: BeginSite): boolean {
  if (type !== undefined || wrapped === undefined) return type?.isOptional ?? false;
  return wrapped.isOptional || isChained(call);
}

/** `uploader?.start()` */
function isChained(expr: Expr): boolean {
  if (expr.kind === 'call')
    return expr.isOptionalChain || (expr.receiver !== undefined && isChained(expr.receiver));
  if (expr.kind !== 'member') return false;
  return expr.isOptionalChain || (expr.base !== undefined && isChained(expr.base));
}

function beforeExit(
  context: TaskContext,
  site: BeginSite,
  token: Declaration,
  { kind, range, fn }: DutyExit,
): readonly TextEdit[] | undefined {
  if (kind !== 'return' && kind !== 'throw') return undefined;
  const { text } = context.code.unit;
  const { start } = range;
  // Inside of a closure the variable may be a copy.
  const lines =
    token.isConstant || fn !== site.scope?.fn
      ? [endCall(context, site, token.name)]
      : endAndReset(context, site, token.name, false)('');
  const isObjc = context.analysis.resolver.language === 'objc';
  const isOwnLine = isFirstOnLine(text, start);
  // `if (failed) return;` holds one statement only.
  if (isObjc && fn.body !== undefined && isBare(text, fn.body, range)) {
    const edit = inBraces(text, fn.body, range, { before: lines });
    return edit && [edit];
  }
  const separator = isOwnLine ? lineEnding(text) + indentAt(text, start) : isObjc ? ' ' : '; ';
  return [{ range: { start, end: start }, newText: lines.map((line) => line + separator).join('') }];
}

/** At the end of the branch that leaves the task open. */
function inBranch(
  context: TaskContext,
  site: BeginSite,
  token: Declaration,
  { arm, fn }: DutyExit,
): readonly TextEdit[] | undefined {
  const { language } = context.analysis.resolver;
  if (arm === undefined || fn.body === undefined) return undefined;
  const code = endCall(context, site, token.name);
  return inArm({ text: context.code.unit.text, isObjc: language === 'objc', body: fn.body, code }, arm);
}

/** The statements in the function's own flow that end the task or reset its identifier give way to one `defer`. */
function inDefer(
  context: TaskContext,
  site: BeginSite,
  token: Declaration,
  uses: readonly TokenUse[],
): TextEdit[] | undefined {
  const body = site.scope?.fn?.body;
  if (context.analysis.resolver.language !== 'swift' || body === undefined || site.stmt === undefined)
    return undefined;
  // A `defer` in an inner block would end the task when that block is left.
  if (!body.statements.includes(site.stmt)) return undefined;
  const mine = uses.filter(({ place }) => place.kind === 'local' && place.declaration === token);
  if (mine.some((use) => use.role !== 'end' && mayEnd(use))) return undefined;
  const { text } = context.code.unit;
  const own = ownStatements(context, site, token);
  const isAtStatement = ({ expr }: TokenUse): boolean => own.some((stmt) => within(expr.range, stmt.range));
  const handler = context.analysis.calls.handler(site.call)?.range;
  const isElsewhere = mine.some(
    (use) =>
      (use.role === 'end' || use.role === 'assign') &&
      !within(use.expr.range, site.stmt?.range) &&
      !within(use.expr.range, handler) &&
      !isAtStatement(use),
  );
  if (isElsewhere) return undefined;
  const deferred = insertAfter(text, site.stmt.range, `defer { ${endCall(context, site, token.name)} }`);
  const removed = own.map(({ range }) => ({ range: removalOf(text, range), newText: '' }));
  return [deferred, ...removed];
}

/** `end(token)` and `token = .invalid` outside of closures and other than the begin statement. */
function ownStatements({ analysis }: TaskContext, site: BeginSite, token: Declaration): Stmt[] {
  const found: Stmt[] = [];
  const isToken = (expr: Parameters<typeof analysis.resolver.place>[0]): boolean => {
    const place = analysis.resolver.place(expr);
    return place.kind === 'local' && place.declaration === token;
  };
  const body = site.scope?.fn?.body;
  if (body === undefined) return found;
  walkBlock(body, {
    stmt: (stmt) => {
      if (stmt.kind !== 'expr') return;
      const { expr } = stmt;
      if (expr.kind === 'call' && analysis.calls.ends(expr) !== 'no') {
        if (expr.args[0] !== undefined && isToken(expr.args[0].value)) found.push(stmt);
      } else if (expr.kind === 'assign' && isToken(expr.target) && analysis.calls.isEmptyToken(expr.value)) {
        found.push(stmt);
      }
    },
    enterFunction: () => false,
  });
  return found;
}

function within(inner: TextRange, outer: TextRange | undefined): boolean {
  return outer !== undefined && outer.start <= inner.start && inner.end <= outer.end;
}
