/** Fixes: report a call that ends at once on a path that has nothing better; drop a test that excuses nothing. */
import { providerReports } from '../../../catalog/calls';
import type { Exit } from '../../../program/cfg';
import type { DelegateImplementation } from '../../../program/delegates';
import type { Block, CallExpr, Expr, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { walkBlock } from '../../../program/walk';
import { contains, type TextEdit } from '../../../text';
import { taskContext } from '../../background-task/context';
import { inBraces, isBare } from '../../background-task/fixes/bare-branch';
import {
  indentAt,
  indentUnit,
  isFirstOnLine,
  lineEnding,
  removalOf,
  withSemicolon,
} from '../../background-task/fixes/code-text';
import type { CodeContext } from '../../context';
import type { Fix } from '../../types';

const placeholder = 'failedCall';
/** Position of the completion handler. */
const completionParam = 3;

/**
 * Only before a `return` in a block of its own, and with the provider that the handler uses elsewhere. The push is
 * completed when the report is, so that a completion in the block moves.
 */
export function reportFix(code: CodeContext, handler: DelegateImplementation, exit: Exit): Fix | undefined {
  const { text, uri, program } = code.unit;
  const { body, fn } = handler;
  const block = exit.kind === 'return' ? innermost(body, exit) : undefined;
  const provider = providerIn(body, code);
  if (block === undefined || block === body || provider === undefined) return undefined;
  const isTaken = text.slice(body.range.start, body.range.end).includes(placeholder);
  const isBranch = program.language === 'objc' && isBare(text, body, exit.range);
  if ((text.charAt(block.range.start) !== '{' && !isBranch) || isTaken) return undefined;
  const completion = fn.params[completionParam]?.name;
  const old =
    completion === undefined ? undefined : block.statements.find((stmt) => isCallOf(stmt, completion));
  const inside = old === undefined && isCalledBefore(handler, exit) ? undefined : completion;
  const lines = program.language === 'swift' ? swiftLines(provider, inside) : objcLines(provider, inside);
  const edit = isBranch
    ? inBraces(text, body, exit.range, { before: lines })
    : insertion(text, block, old, lines);
  if (edit === undefined) return undefined;
  return {
    title: 'Report a call that ends at once',
    files: [{ uri, edits: [edit] }],
    isPreferred: true,
  };
}

/** Puts lines at the start of a block, or in the place of one of its statements. */
function insertion(text: string, block: Block, old: Stmt | undefined, lines: readonly string[]): TextEdit {
  const eol = lineEnding(text);
  const first = old?.range.start ?? block.statements[0]?.range.start ?? block.range.end - 1;
  const tail = old === undefined ? first : withSemicolon(text, old.range).end;
  if (isFirstOnLine(text, first)) {
    const indent = indentAt(text, first);
    const newText = lines.join(eol + indent) + (old === undefined ? eol + indent : '');
    return { range: { start: first, end: tail }, newText };
  }
  const outer = indentAt(text, block.range.start);
  const indent = outer + indentUnit(text);
  const rest = text.slice(tail, block.range.end - 1).trim();
  const code = [...lines, ...(rest === '' ? [] : [rest])].map((line) => eol + indent + line).join('');
  const before = text.slice(block.range.start + 1, first).trim();
  const start = before === '' ? block.range.start + 1 : first;
  return { range: { start, end: block.range.end - 1 }, newText: code + eol + outer };
}

function swiftLines(provider: string, completion: string | undefined): readonly string[] {
  const then = completion === undefined ? '' : `${completion}() `;
  return [
    `let ${placeholder} = UUID()`,
    `${provider}.reportNewIncomingCall(with: ${placeholder}, update: CXCallUpdate()) { _ in ${then}}`,
    `${provider}.reportCall(with: ${placeholder}, endedAt: nil, reason: .failed)`,
  ];
}

function objcLines(provider: string, completion: string | undefined): readonly string[] {
  const then = completion === undefined ? '{}' : `{ ${completion}(); }`;
  return [
    `NSUUID *${placeholder} = [NSUUID UUID];`,
    `[${provider} reportNewIncomingCallWithUUID:${placeholder} update:[[CXCallUpdate alloc] init] completion:^(NSError *error) ${then}];`,
    `[${provider} reportCallWithUUID:${placeholder} endedAtDate:nil reason:CXCallEndedReasonFailed];`,
  ];
}

function isCallOf(stmt: Stmt, name: string): boolean {
  return stmt.kind === 'expr' && stmt.expr.kind === 'call' && stmt.expr.name === name && !stmt.expr.receiver;
}

/** Whether the completion handler may have been called, or will be, without the block's doing. */
function isCalledBefore({ fn, body }: DelegateImplementation, { range }: Exit): boolean {
  const completion = fn.params[completionParam]?.name;
  let found = false;
  walkBlock(body, {
    stmt: (stmt) => {
      found ||= stmt.kind === 'defer' || (stmt.kind === 'try' && stmt.finally !== undefined);
    },
    expr: (expr) => {
      const mentions = (expr.kind === 'name' || expr.kind === 'call') && expr.name === completion;
      found ||= mentions && expr.range.start < range.start;
      return true;
    },
  });
  return found;
}

function innermost(body: Block, { range }: Exit): Block | undefined {
  let found: Block | undefined;
  walkBlock(body, {
    block: (block) => {
      if (contains(block.range, range)) found = block;
    },
    enterFunction: () => false,
  });
  return found;
}

/** Source of the provider that the handler reports to: a property, which every path can use. */
function providerIn(body: Block, code: CodeContext): string | undefined {
  const { resolver } = taskContext(code).analysis;
  let found: string | undefined;
  walkBlock(body, {
    expr: (expr) => {
      const receiver = expr.kind === 'call' && isIncomingReport(expr) ? expr.receiver : undefined;
      if (receiver !== undefined && resolver.place(receiver).kind === 'property' && !isLocal(receiver, code))
        found ??= code.unit.text.slice(receiver.range.start, receiver.range.end);
      return true;
    },
    enterFunction: () => false,
  });
  return found;
}

function isIncomingReport({ name }: CallExpr): boolean {
  return providerReports.has(name) && name.startsWith('reportNewIncomingCall');
}

function isLocal(expr: Expr, code: CodeContext): boolean {
  return taskContext(code).analysis.resolver.scopes.declaration(unwrap(expr)) !== undefined;
}

/** Removes a test of nothing but the application's state that only completes and leaves. */
export function removeBranchFix(
  code: CodeContext,
  { fn, body }: DelegateImplementation,
  branch: Extract<Stmt, { kind: 'if' | 'guard' }>,
): Fix | undefined {
  const { text, uri } = code.unit;
  const block = branch.kind === 'if' ? branch.then : branch.otherwise;
  const isAlone = branch.clauses.length === 1 && branch.clauses[0]?.kind === 'expr';
  if (!isAlone || (branch.kind === 'if' && branch.otherwise !== undefined)) return undefined;
  const completion = fn.params[completionParam]?.name;
  const leaves = block.statements.every(
    (stmt) => stmt.kind === 'return' || (completion !== undefined && isCallOf(stmt, completion)),
  );
  const isDirect = body.statements.includes(branch);
  if (!leaves || !isDirect || text.charAt(block.range.start) !== '{') return undefined;
  return {
    title: 'Report the call in the foreground too',
    files: [{ uri, edits: [{ range: removalOf(text, branch.range), newText: '' }] }],
    isPreferred: true,
  };
}
