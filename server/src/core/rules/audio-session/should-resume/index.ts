/** resume-without-should-resume: after an interruption the system says whether playing on is welcome. */
import { interruption, playerTypes } from '../../../catalog/audio-playback';
import type { ClosureTiming } from '../../../catalog/closures';
import type { FileAnalysis } from '../../../program/analysis';
import { type DirectCall, directCalls } from '../../../program/direct-calls';
import type { CallExpr, Expr } from '../../../program/ir';
import { type Member, walkMember } from '../../../program/members';
import { taskContext } from '../../background-task/context';
import { insideHelper } from '../../calls/audio-state';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { endedBlocks } from './ended-blocks';
import { resumeFix } from './fix';
import { meta } from './meta';

const message =
  'Playback goes on after every interruption, without a look at shouldResume: it can break into what somebody listens to now';

const timings: ReadonlySet<ClosureTiming> = new Set(['sync', 'async']);

export const shouldResumeRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [interruption.typeKey])) return;
    const { analysis } = taskContext(code);
    for (const member of analysis.membersMentioning([interruption.typeKey])) {
      if (!names(member, [interruption.typeKey]) || names(member, interruption.advice)) continue;
      for (const block of endedBlocks(member)) {
        const resumed = directCalls(analysis, block, timings).find((each) => isResume(each, analysis));
        if (resumed === undefined) continue;
        const fix = resumeFix(code, analysis, member, resumed);
        code.report({
          uri: code.unit.uri,
          range: resumed.entry.nameRange,
          message,
          related: insideHelper(code, resumed, 'Playback starts here'),
          fixes: fix === undefined ? [] : [fix],
        });
      }
    }
  },
};

function names(member: Member, wanted: readonly string[]): boolean {
  let found = false;
  walkMember(member, {
    expr: (expr) => {
      found ||= (expr.kind === 'name' || expr.kind === 'member') && wanted.includes(expr.name);
      return !found;
    },
  });
  return found;
}

/** Not when the app has a condition of its own. */
function isResume({ call, conditions, helperConditions }: DirectCall, { types }: FileAnalysis): boolean {
  if (conditions.length + helperConditions.length > 0 || call.receiver === undefined) return false;
  const resumes: readonly string[] = interruption.resumes;
  if (!resumes.includes(call.name)) return false;
  const type = types.typeOf(call.receiver);
  return type === undefined ? isPlayer(call, call.receiver) : playerTypes.has(type);
}

/** Of an object whose type nobody knows the name says enough: `player`, `audioPlayer`. */
function isPlayer({ args }: CallExpr, receiver: Expr): boolean {
  const isNamed = receiver.kind === 'name' || receiver.kind === 'member';
  return args.length === 0 && isNamed && /player$/i.test(receiver.name);
}
