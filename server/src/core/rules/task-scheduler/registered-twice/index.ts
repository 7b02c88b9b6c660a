/** launch-handler-registered-twice: the scheduler takes one handler for an identifier. */
import { refreshModifier, schedulerType } from '../../../catalog/task-scheduling';
import type { CallExpr } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import {
  identifierKey,
  identifierText,
  type TaskIdentifierUse,
  taskIdentifierUses,
} from '../../../program/task-identifiers';
import { taskContext } from '../../background-task/context';
import { removeStatementFix } from '../../calls/fixes/remove-statement';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { callOf, compiledTogether, isOwn, usesAround } from '../own-uses';
import { meta } from './meta';

export const registeredTwiceRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [schedulerType, refreshModifier.name])) return;
    const isHandler = ({ call: { api } }: TaskIdentifierUse): boolean =>
      api === 'register' || api === 'modifier';
    const all = taskIdentifierUses(code.index.constants);
    if (!all.some((use) => isOwn(use, code) && isHandler(use))) return;
    const uses = usesAround(code);
    // A modifier installs its handler when the scene is made: after all others.
    const handlers = (['register', 'modifier'] as const).flatMap((api) =>
      uses.filter(({ call }) => call.api === api),
    );
    handlers.forEach((second, index) => {
      if (!isOwn(second, code)) return;
      const first = handlers
        .slice(0, index)
        .find((each) => clash(each, second) && compiledTogether(each, second, code));
      if (first === undefined) return;
      code.report({
        uri: code.unit.uri,
        range: second.call.range,
        message: `A launch handler for '${identifierText(second.value)}' is registered already: the second one crashes the app`,
        related: [{ uri: first.uri, range: first.call.range, message: 'The first launch handler' }],
        fixes: fixesOf(second, code),
      });
    });
  },
};

/** Whether both are certainly for the same identifier, and nothing says that only one of them runs. */
function clash(first: TaskIdentifierUse, second: TaskIdentifierUse): boolean {
  const key = identifierKey(second);
  if (key === undefined || key !== identifierKey(first)) return false;
  if (first.call.isConditional === true || second.call.isConditional === true) return false;
  const [one, other] = [first.call.when ?? [], second.call.when ?? []];
  return one.length === 0 || other.length === 0 || JSON.stringify(one) === JSON.stringify(other);
}

function fixesOf(use: TaskIdentifierUse, code: CodeContext): readonly Fix[] {
  const call = callOf(use, code);
  if (call === undefined) return [];
  const fix = use.call.api === 'modifier' ? withoutModifier(call, code) : withoutStatement(call, code);
  return fix === undefined ? [] : [{ ...fix, isPreferred: false }];
}

const title = 'Remove this launch handler';

function withoutStatement(call: CallExpr, code: CodeContext): Fix | undefined {
  const [around] = parentsOf(taskContext(code).analysis.resolver).scopesAround(call);
  const body = around?.fn?.body;
  return body && removeStatementFix(code.unit, body, call, title);
}

function withoutModifier({ receiver, range }: CallExpr, { unit }: CodeContext): Fix | undefined {
  if (receiver === undefined) return undefined;
  const edits = [{ range: { start: receiver.range.end, end: range.end }, newText: '' }];
  return { title, files: [{ uri: unit.uri, edits }], isPreferred: false };
}
