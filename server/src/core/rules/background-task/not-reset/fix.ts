/** Fix: reset a stored identifier right after its task has ended. */
import type { CallExpr, Expr, Stmt } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import type { TextEdit } from '../../../text';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { inBraces, isBare } from '../fixes/bare-branch';
import { insertAfter } from '../fixes/code-text';

export function resetFix(context: TaskContext, call: CallExpr, property: string): Fix | undefined {
  const { analysis, code } = context;
  const { uri } = code.unit;
  const { resolver } = analysis;
  const target = call.args[0] && writable(context, unwrap(call.args[0].value));
  const stmt = parentsOf(resolver).stmt(call);
  const isWhole =
    stmt?.kind === 'expr'
      ? unwrap(stmt.expr) === call
      : stmt?.kind === 'return' && stmt.implicit && stmt.value === call;
  const empty = emptyValue(context, property);
  if (target === undefined || stmt === undefined || !isWhole || empty === undefined) return undefined;
  const edit = resetEdit(context, call, stmt, `${target} = ${empty}`);
  return edit && { title: 'Reset the identifier', files: [{ uri, edits: [edit] }], isPreferred: true };
}

function resetEdit(
  { analysis: { resolver }, code }: TaskContext,
  call: CallExpr,
  { range }: Stmt,
  reset: string,
): TextEdit | undefined {
  const { text } = code.unit;
  if (resolver.language !== 'objc') return insertAfter(text, range, reset);
  const body = parentsOf(resolver).scopesAround(call)[0]?.fn?.body;
  return body !== undefined && isBare(text, body, range)
    ? inBraces(text, body, range, { after: [`${reset};`] })
    : insertAfter(text, range, `${reset};`);
}

/** Source of the property as the call names it, when it can be assigned under that name. */
function writable({ analysis, code }: TaskContext, value: Expr): string | undefined {
  const { resolver } = analysis;
  const isPlain =
    value.kind === 'name'
      ? resolver.scopes.declaration(value) === undefined
      : value.kind === 'member' && !value.isOptionalChain;
  return isPlain ? code.unit.text.slice(value.range.start, value.range.end) : undefined;
}

function emptyValue({ analysis, code }: TaskContext, property: string): string | undefined {
  if (analysis.resolver.language === 'objc') return 'UIBackgroundTaskInvalid';
  for (const type of analysis.resolver.scopes.all) {
    const known = type.type && code.index.property(type.type.name, property);
    if (known !== undefined) return known.isOptional ? 'nil' : '.invalid';
  }
  return undefined;
}
