/** Fix: end the task in the expiration handler itself instead of in the asynchronous block inside of it. */
import type { Block, CallExpr, ClosureExpr, Expr, Stmt } from '../../../program/ir';
import type { EndSite } from '../../../program/outcome';
import { unwrap } from '../../../program/resolve';
import { stmtExprs, walkBlock, walkExpr } from '../../../program/walk';
import type { TextEdit, TextRange } from '../../../text';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import {
  afterStatement,
  indentAt,
  isFirstOnLine,
  lineEnding,
  reindented,
  removalOf,
  withSemicolon,
} from './code-text';

/** A statement of the handler that puts a block off. */
interface Hop {
  readonly stmt: Stmt;
  readonly call: CallExpr;
  readonly closure: ClosureExpr;
  readonly body: Block;
}

export function unwrapAsyncFix(context: TaskContext, handler: Expr, end: EndSite): Fix | undefined {
  const outer = unwrap(handler);
  if (outer.kind !== 'closure' || outer.function.body === undefined) return undefined;
  const hop = findHop(outer.function.body, end);
  if (hop === undefined || end.hop?.uri !== context.code.unit.uri) return undefined;
  const edits = unwrapped(context, outer, hop) ?? moved(context, outer, hop, end);
  if (edits === undefined) return undefined;
  return {
    title: 'End the task before the expiration handler returns',
    files: [{ uri: context.code.unit.uri, edits }],
    isPreferred: true,
  };
}

function findHop(body: Block, end: EndSite): Hop | undefined {
  for (const stmt of body.statements) {
    const value = plainExpr(stmt);
    const call = value && unwrap(value);
    if (call?.kind !== 'call' || call.nameRange.start !== end.hop?.range.start) continue;
    const closure = call.args.map(({ value }) => unwrap(value)).find((value) => value.kind === 'closure');
    const inner = closure?.kind === 'closure' ? closure.function.body : undefined;
    if (closure?.kind === 'closure' && inner !== undefined) return { stmt, call, closure, body: inner };
  }
  return undefined;
}

/** The expression of a statement that is nothing else; the only one of a closure counts as returned. */
function plainExpr(stmt: Stmt): Expr | undefined {
  if (stmt.kind === 'expr') return stmt.expr;
  return stmt.kind === 'return' && stmt.implicit ? stmt.value : undefined;
}

/** Whether the block runs on the main thread, where the handler already is. */
function staysOnMain(hop: Hop, text: string): boolean {
  if (hop.call.constructs === 'Task') return true;
  const target = text.slice(hop.call.range.start, hop.closure.range.start);
  return /\bDispatchQueue\s*\.\s*main\b|\bOperationQueue\s*\.\s*main\b|dispatch_get_main_queue|\bmainQueue\b/.test(
    target,
  );
}

/** The whole block inline: right when nothing in it has to wait and nothing after it would be skipped. */
function unwrapped(context: TaskContext, outer: ClosureExpr, hop: Hop): TextEdit[] | undefined {
  const { text } = context.code.unit;
  const statements = hop.body.statements;
  const first = statements[0];
  const last = statements.at(-1);
  const body = outer.function.body;
  if (first === undefined || last === undefined || body === undefined || !staysOnMain(hop, text))
    return undefined;
  const isLast = body.statements.at(-1) === hop.stmt;
  if (waits(hop.body, context) || (!isLast && leaves(hop.body))) return undefined;
  const captures = capturesEdit(text, outer, hop);
  if (captures === undefined) return undefined;
  const indent = indentAt(text, hop.stmt.range.start);
  const content = withComments(text, hop.body, { start: first.range.start, end: last.range.end });
  const from = indentAt(text, content.start);
  const code = withoutAwait(content, hop.body, (range) => reindented(text, range, from, indent));
  return [...captures, { range: withSemicolon(text, hop.stmt.range), newText: code }];
}

/** The statements of a block with the comments before and after them. */
function withComments(text: string, body: Block, { start, end }: TextRange): TextRange {
  const comment = text.slice(body.range.start, start).search(/\/[/*]/);
  const tail = text.slice(end, body.range.end - 1).trimEnd();
  return { start: comment === -1 ? start : body.range.start + comment, end: end + tail.length };
}

/** An inner `[weak self]` moves out when the handler has no captures; it is dropped when the handler has the same. */
function capturesEdit(text: string, outer: ClosureExpr, hop: Hop): TextEdit[] | undefined {
  const { captures } = hop.closure;
  if (captures.length === 0) return [];
  const known = new Set(outer.captures.map(({ name, form }) => `${form} ${name}`));
  if (captures.every(({ name, form, value }) => value === undefined && known.has(`${form} ${name}`)))
    return [];
  const start = outer.function.body?.range.start;
  const isAlone = outer.function.body?.statements.length === 1 && outer.captures.length === 0;
  const list = /^\{\s*(\[[^\]]*\])/.exec(text.slice(hop.closure.range.start))?.[1];
  if (!isAlone || start === undefined || list === undefined || outer.function.params.length > 0)
    return undefined;
  return [{ range: { start: start + 1, end: start + 1 }, newText: ` ${list} in` }];
}

function bindsSelf(stmt: Stmt): boolean {
  return (
    stmt.kind === 'guard' &&
    stmt.clauses.some((clause) => clause.kind === 'bind' && clause.names.includes('self'))
  );
}

function leaves(body: Block): boolean {
  let found = false;
  walkBlock(body, {
    stmt: (stmt) => {
      found ||= (stmt.kind === 'return' && !stmt.implicit) || stmt.kind === 'throw';
    },
    enterFunction: () => false,
  });
  return found;
}

/** Whether anything in the block suspends or throws; `await` in front of the end call itself does not count. */
function waits(body: Block, context: TaskContext): boolean {
  let found = false;
  walkBlock(body, {
    expr: (expr) => {
      if (expr.kind === 'await') found ||= !isEnd(expr.expr, context);
      if (expr.kind === 'try') found ||= expr.form === 'try';
      return true;
    },
    stmt: (stmt) => {
      found ||= stmt.kind === 'unknown';
    },
    enterFunction: () => false,
  });
  return found;
}

function isEndStatement(stmt: Stmt, context: TaskContext): boolean {
  const expr = plainExpr(stmt);
  return expr !== undefined && isEnd(expr, context);
}

function isEnd(expr: Expr, { analysis }: TaskContext): boolean {
  const call = unwrap(expr);
  return call.kind === 'call' && analysis.calls.ends(call) !== 'no';
}

/** Source of a range of the block without the `await` in front of its end calls. */
function withoutAwait(range: TextRange, body: Block, code: (range: TextRange) => string): string {
  const cuts: TextRange[] = [];
  walkBlock(body, {
    expr: (expr) => {
      if (expr.kind === 'await') cuts.push({ start: expr.range.start, end: expr.expr.range.start });
      return true;
    },
    enterFunction: () => false,
  });
  const inside = cuts.filter(({ start, end }) => range.start <= start && end <= range.end);
  let result = '';
  let from = range.start;
  for (const cut of inside) {
    result += code({ start: from, end: cut.start });
    from = cut.end;
  }
  return result + code({ start: from, end: range.end });
}

/** Only the end call and the reset after it move out; the rest of the block stays asynchronous. */
function moved(context: TaskContext, outer: ClosureExpr, hop: Hop, end: EndSite): TextEdit[] | undefined {
  const { text } = context.code.unit;
  const index = hop.body.statements.findIndex(
    (stmt) => covers(stmt.range, end.entry) && isEndStatement(stmt, context),
  );
  const statements = [hop.body.statements[index], hop.body.statements[index + 1]].filter(
    (stmt, i) => stmt !== undefined && (i === 0 || resetsToken(stmt, context)),
  );
  const movable = statements.filter((stmt) => stmt !== undefined);
  if (index === -1 || movable.length === hop.body.statements.length) return undefined;
  if (!isFirstOnLine(text, hop.stmt.range.start) || hop.closure.captures.length > 0) return undefined;
  const bindsOwnSelf =
    hop.body.statements.some(bindsSelf) && outer.captures.some(({ name }) => name === 'self');
  if (bindsOwnSelf || movable.some((stmt) => usesNamesOf(stmt, hop, context))) return undefined;
  const indent = indentAt(text, hop.stmt.range.start);
  const ranges = movable.map(({ range }) => ({
    start: range.start,
    end: isFirstOnLine(text, range.start) ? afterStatement(text, range) : withSemicolon(text, range).end,
  }));
  const code = ranges.map(
    (range) =>
      withoutAwait(range, hop.body, (part) => reindented(text, part, indentAt(text, range.start), indent)) +
      lineEnding(text) +
      indent,
  );
  const removed = ranges.map((range) => ({ range: removalOf(text, range), newText: '' }));
  const at = hop.stmt.range.start;
  return [{ range: { start: at, end: at }, newText: code.join('') }, ...removed];
}

function covers(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function resetsToken(stmt: Stmt, { analysis }: TaskContext): boolean {
  return stmt.kind === 'expr' && stmt.expr.kind === 'assign' && analysis.calls.isEmptyToken(stmt.expr.value);
}

function usesNamesOf(stmt: Stmt, hop: Hop, { analysis }: TaskContext): boolean {
  const scope = analysis.resolver.scopes.scopeOfFunction(hop.closure.function);
  let found = false;
  for (const expr of stmtExprs(stmt)) {
    walkExpr(expr, {
      expr: (each) => {
        found ||= analysis.resolver.scopes.declaration(each)?.owner === scope;
        return true;
      },
    });
  }
  return found;
}
