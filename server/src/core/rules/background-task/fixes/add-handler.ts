/** Fix: give a begin call an expiration handler that ends the task. */
import { isNil } from '../../../program/task-calls';
import type { BeginSite } from '../../../program/task-sites';
import type { TextEdit } from '../../../text';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { indentAt, indentUnit, isFirstOnLine, lineEnding } from './code-text';
import { type EndCode, endAndReset, endPropertyInHandler } from './token-code';
import { visibleInHandler } from './token-declaration';

export function addHandlerFix(context: TaskContext, site: BeginSite): Fix | undefined {
  const { destination } = site;
  const declaration = destination.kind === 'local' ? visibleInHandler(context, site) : [];
  const end = endCode(context, site);
  const handler = end && handlerEdit(context, site, end);
  if (handler === undefined || declaration === undefined) return undefined;
  return {
    title: 'Add an expiration handler that ends the task',
    files: [{ uri: context.code.unit.uri, edits: [...declaration, handler] }],
    isPreferred: true,
  };
}

function endCode(context: TaskContext, site: BeginSite): EndCode | undefined {
  const { destination } = site;
  if (destination.kind === 'property')
    return endPropertyInHandler(context, site, destination.name, undefined);
  if (destination.kind !== 'local') return undefined;
  const { name, type } = destination.declaration;
  return endAndReset(context, site, name, type?.isOptional ?? false);
}

/** Gives a begin call without a handler one; several lines, unless other statements share the line of the call. */
export function handlerEdit(context: TaskContext, site: BeginSite, end: EndCode): TextEdit | undefined {
  const { text } = context.code.unit;
  const { start } = site.call.range;
  const [outer, unit, eol] = [indentAt(text, start), indentUnit(text), lineEnding(text)];
  const isAlone = isFirstOnLine(text, site.stmt?.range.start ?? start);
  const lines = isAlone ? end(unit).map((line) => eol + outer + unit + line) : [` ${onOneLine(end(''))} `];
  const handler = `{${lines.join('')}${isAlone ? eol + outer : ''}}`;
  const isObjc = context.analysis.resolver.language === 'objc';
  return isObjc ? objcEdit(site, `^${handler}`) : swiftEdit(site, ` ${handler}`, text);
}

function onOneLine(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const isLast = index === lines.length - 1 || lines[index + 1] === '}';
      return isLast || /[;{]$/.test(line) ? line : `${line};`;
    })
    .join(' ');
}

function objcEdit({ call }: BeginSite, handler: string): TextEdit | undefined {
  const value = call.args.at(-1)?.value;
  return value !== undefined && isNil(value) ? { range: value.range, newText: handler } : undefined;
}

/** A trailing closure takes the place of `expirationHandler: nil`, and of parentheses without anything in them. */
function swiftEdit({ call }: BeginSite, handler: string, text: string): TextEdit {
  const last = call.args.at(-1);
  const { end } = call.range;
  if (last === undefined) {
    const isEmpty = /^\(\s*\)$/.test(text.slice(call.nameRange.end, end));
    return { range: { start: isEmpty ? call.nameRange.end : end, end }, newText: handler };
  }
  if (!isNil(last.value)) return { range: { start: end, end }, newText: handler };
  const before = call.args.at(-2)?.range.end;
  if (before === undefined) return { range: { start: call.nameRange.end, end }, newText: handler };
  return { range: { start: before, end }, newText: `)${handler}` };
}
