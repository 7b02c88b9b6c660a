/** Fix: keep the identifier in a local and end the task in its expiration handler. */
import { backgroundTaskObligation } from '../../../catalog/obligations';
import { unwrap } from '../../../program/resolve';
import type { BeginSite } from '../../../program/task-sites';
import type { TextEdit } from '../../../text';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { handlerEdit } from './add-handler';
import { appendStatements, indentAt, isFirstOnLine, lineEnding } from './code-text';
import { type EndCode, endAndReset } from './token-code';

const names = ['backgroundTask', 'backgroundTaskID', 'backgroundTaskIdentifier'];

export function storeResultFix(context: TaskContext, site: BeginSite): Fix | undefined {
  const { text, uri } = context.code.unit;
  const { stmt } = site;
  if (stmt?.kind !== 'expr' || !isFirstOnLine(text, stmt.range.start)) return undefined;
  const name = names.find((each) => !new RegExp(`\\b${each}\\b`).test(text));
  if (name === undefined) return undefined;
  const handled = endInHandler(context, site, endAndReset(context, site, name, false));
  if (handled === undefined) return undefined;
  const value = site.assign?.value ?? stmt.expr;
  const type = backgroundTaskObligation.tokenType;
  const indent = indentAt(text, stmt.range.start);
  const isObjc = context.analysis.resolver.language === 'objc';
  const declaration = isObjc
    ? `__block ${type} ${name} = `
    : `var ${name}: ${type} = .invalid${lineEnding(text)}${indent}${name} = `;
  const edits = [
    { range: { start: stmt.range.start, end: value.range.start }, newText: declaration },
    ...handled,
  ];
  return {
    title: 'Keep the identifier and end the task in its expiration handler',
    files: [{ uri, edits }],
    isPreferred: true,
  };
}

/** At the end of the handler that is there, or in a new one. */
function endInHandler(context: TaskContext, site: BeginSite, code: EndCode): readonly TextEdit[] | undefined {
  const handler = context.analysis.calls.handler(site.call);
  if (handler === undefined) {
    const edit = handlerEdit(context, site, code);
    return edit && [edit];
  }
  const closure = unwrap(handler);
  const body = closure.kind === 'closure' ? closure.function.body : undefined;
  return body && appendStatements(context.code.unit.text, body, code);
}
