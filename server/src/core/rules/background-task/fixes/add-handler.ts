/** Fix: give a begin call an expiration handler that ends the task. */
import { isNil } from '../../../program/task-calls';
import type { BeginSite } from '../../../program/task-sites';
import type { TextEdit } from '../../../text';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { indentAt, indentUnit, lineEnding } from './code-text';
import { visibleInHandler } from './end-in-handler';
import { type EndCode, endAndReset, endPropertyInHandler } from './token-code';

export function addHandlerFix(context: TaskContext, site: BeginSite): Fix | undefined {
  const { text, uri } = context.code.unit;
  const { destination } = site;
  const declaration = destination.kind === 'local' ? visibleInHandler(context, site) : [];
  const end = endCode(context, site);
  if (end === undefined || declaration === undefined) return undefined;
  const outer = indentAt(text, site.call.range.start);
  const unit = indentUnit(text);
  const eol = lineEnding(text);
  const lines = end(unit).map((line) => eol + outer + unit + line);
  const handler = `{${lines.join('')}${eol}${outer}}`;
  const isObjc = context.analysis.resolver.language === 'objc';
  const edit = isObjc ? objcEdit(site, `^${handler}`) : swiftEdit(site, ` ${handler}`);
  if (edit === undefined) return undefined;
  const edits = [...declaration, edit];
  return {
    title: 'Add an expiration handler that ends the task',
    files: [{ uri, edits }],
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

function objcEdit({ call }: BeginSite, handler: string): TextEdit | undefined {
  const value = call.args.at(-1)?.value;
  return value !== undefined && isNil(value) ? { range: value.range, newText: handler } : undefined;
}

/** A trailing closure takes the place of `expirationHandler: nil`. */
function swiftEdit({ call }: BeginSite, handler: string): TextEdit {
  const last = call.args.at(-1);
  const { end } = call.range;
  if (last === undefined || !isNil(last.value)) return { range: { start: end, end }, newText: handler };
  const start = call.args.at(-2)?.range.end ?? last.range.start;
  return { range: { start, end }, newText: `)${handler}` };
}
