/** Fix: end the task of the time before. */
import type { AssignExpr } from '../../../program/ir';
import type { BeginSite } from '../../../program/task-sites';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { indentAt, isFirstOnLine, lineEnding } from '../fixes/code-text';
import { endCall, knowsApplication } from '../fixes/token-code';

export function endBeforeFix(context: TaskContext, site: BeginSite, { target }: AssignExpr): Fix | undefined {
  const { code, analysis } = context;
  const { text, uri } = code.unit;
  const { stmt, destination, scope } = site;
  if (stmt === undefined || destination.kind !== 'property' || !isFirstOnLine(text, stmt.range.start))
    return undefined;
  const property = code.index.property(scope?.type?.name ?? '', destination.name);
  const isObjc = analysis.resolver.language === 'objc';
  if ((!isObjc && property === undefined) || !knowsApplication(context, site)) return undefined;
  const token = text.slice(target.range.start, target.range.end);
  const end = endCall(context, site, property?.isOptional && !isObjc ? 'task' : token);
  const swiftTest = property?.isOptional ? `if let task = ${token}` : `if ${token} != .invalid`;
  const test = isObjc ? `if (${token} != UIBackgroundTaskInvalid)` : swiftTest;
  const { start } = stmt.range;
  const newText = `${test} { ${end} }${lineEnding(text)}${indentAt(text, start)}`;
  return {
    title: 'End the task that is still open first',
    files: [{ uri, edits: [{ range: { start, end: start }, newText }] }],
    isPreferred: true,
  };
}
