/** audio-engine-released-in-handler: the engine waits for its handler, which waits for the engine. */
import { engineConfigurationNotifications, engineType } from '../../../catalog/audio-playback';
import type { FileAnalysis } from '../../../program/analysis';
import type { AssignExpr, Expr, FunctionDecl } from '../../../program/ir';
import { notificationObservers } from '../../../program/notification-observers';
import { unwrap } from '../../../program/resolve';
import { isNil } from '../../../program/task-calls';
import { walkBlock } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { meta } from './meta';

const message =
  'The engine is released in the handler of its own notification, which runs on a queue of the engine: the app can hang';

export const engineReleasedRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [...engineConfigurationNotifications])) return;
    const { analysis } = taskContext(code);
    const reported = new Set<Expr>();
    for (const { handler, isDirect, call } of notificationObservers(
      analysis,
      engineConfigurationNotifications,
    )) {
      if (!isDirect) continue;
      for (const { target } of releases(handler, analysis)) {
        if (reported.has(target)) continue;
        reported.add(target);
        const { uri } = code.unit;
        const range = target.kind === 'member' ? target.nameRange : target.range;
        const related = [{ uri, range: call.nameRange, message: 'The notification is observed here' }];
        code.report({ uri, range, message, related });
      }
    }
  },
};

/** Assignments that let go of an engine; what a closure does, it does later. */
function releases({ body }: FunctionDecl, { types }: FileAnalysis): readonly AssignExpr[] {
  const found: AssignExpr[] = [];
  if (body === undefined) return found;
  walkBlock(body, {
    expr: (expr) => {
      if (expr.kind === 'assign' && expr.op === '=' && isGone(expr.value)) {
        if (types.isInstance(expr.target, engineType) === 'yes') found.push(expr);
      }
      return true;
    },
    enterFunction: () => false,
  });
  return found;
}

function isGone(expr: Expr): boolean {
  const value = unwrap(expr);
  return isNil(value) || (value.kind === 'call' && value.constructs === engineType);
}
