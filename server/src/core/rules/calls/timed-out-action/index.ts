/** timed-out-action-completed: the system has already failed the action. */
import { timedOutMethod } from '../../../catalog/calls';
import { callAction } from '../../../catalog/duties';
import { type DelegateImplementation, implementations } from '../../../program/delegates';
import { TokenNames } from '../../../program/duties/tokens';
import { walkBlock } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { removeStatementFix } from '../fixes/remove-statement';
import { meta } from './meta';

const message = 'The action has timed out and is already over: completing it has no effect';

export const timedOutActionRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const { analysis } = taskContext(code);
    for (const found of implementations(analysis, code.index, timedOutMethod)) checkBody(code, found);
  },
};

function checkBody(code: CodeContext, { fn, body }: DelegateImplementation): void {
  const { resolver } = taskContext(code).analysis;
  const { discharge } = callAction;
  const names = new TokenNames({ kind: 'param', fn, index: 1 }, discharge, resolver);
  walkBlock(body, {
    expr: (expr) => {
      if (expr.kind !== 'call' || !names.isDischargeOn(expr)) return true;
      const fix = removeStatementFix(code.unit, body, expr, 'Remove the call');
      code.report({
        uri: code.unit.uri,
        range: expr.nameRange,
        message,
        fixes: fix === undefined ? [] : [fix],
      });
      return true;
    },
  });
}
