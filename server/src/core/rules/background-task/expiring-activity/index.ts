/** expiring-activity-ignores-expired: the block is also called to say that the time is up. */
import { expiringActivity } from '../../../catalog/background-time';
import type { FileAnalysis } from '../../../program/analysis';
import { expiringActivities } from '../../../program/expiring-activities';
import type { ClosureExpr } from '../../../program/ir';
import { walkFunction } from '../../../program/walk';
import type { TextRange } from '../../../text';
import type { ProgramUnit, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { taskContext } from '../context';
import { indentAt, isFirstOnLine, lineEnding } from '../fixes/code-text';
import { meta } from './meta';

const message =
  'Block ignores its expired argument: iOS calls it again when the time is up, and the work starts over instead of stopping';

/** Name that the fix gives to a parameter without one. */
const parameterName = 'expired';

export const expiringActivityRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [expiringActivity.swiftName])) return;
    const { analysis } = taskContext(code);
    for (const { block } of expiringActivities(analysis)) {
      const param = block.function.params[0];
      if (param === undefined || !ignores(block, param.name, analysis)) continue;
      const fix = returnFix(code.unit, block);
      code.report({
        uri: code.unit.uri,
        range: param.range,
        message,
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
};

/** Whether a block that does something never reads its parameter. False for blocks that could not be read as a whole. */
function ignores({ function: fn }: ClosureExpr, param: string, { program }: FileAnalysis): boolean {
  const { body } = fn;
  if (body === undefined || body.statements.length === 0) return false;
  const { start, end } = body.range;
  let isRead = program.errors.some((error) => error.start < end && start < error.end);
  walkFunction(fn, {
    expr: (expr) => {
      isRead ||= expr.kind === 'name' && expr.name === param;
      return !isRead;
    },
  });
  return !isRead;
}

function returnFix({ uri, text }: ProgramUnit, { function: fn, range }: ClosureExpr): Fix | undefined {
  const param = fn.params[0];
  const first = fn.body?.statements[0];
  if (param === undefined || first === undefined) return undefined;
  const isObjc = text.charAt(range.start) === '^';
  const isUnnamed = param.name === '_' || param.name === '';
  const name = isUnnamed ? parameterName : param.name;
  if (isUnnamed && (isObjc || text.slice(range.start, range.end).includes(name))) return undefined;
  const { start } = first.range;
  const separator = isFirstOnLine(text, start) ? lineEnding(text) + indentAt(text, start) : ' ';
  const check = isObjc ? `if (${name}) { return; }` : `guard !${name} else { return }`;
  const end = !isObjc && separator === ' ' ? ';' : '';
  const edits = [{ range: { start, end: start }, newText: check + end + separator }];
  const rename = isUnnamed ? unnamed(text, param.range) : undefined;
  if (isUnnamed && rename === undefined) return undefined;
  return {
    title: 'Return when the time is up',
    files: [{ uri, edits: rename === undefined ? edits : [{ range: rename, newText: name }, ...edits] }],
    isPreferred: true,
  };
}

/** The underscore of a parameter, which may have a type after it. */
function unnamed(text: string, { start }: TextRange): TextRange | undefined {
  return text.charAt(start) === '_' ? { start, end: start + 1 } : undefined;
}
