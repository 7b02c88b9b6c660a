/** location-pauses-automatically: a stream that the system pauses does not go on by itself. */
import type { AssignExpr, ProgramFile } from '../../../program/ir';
import { membersAt, walkMember } from '../../../program/members';
import { indentAt, isFirstOnLine, lineEnding } from '../../background-task/fixes/code-text';
import type { CodeContext, ProgramUnit, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { isOnlyTested, seesWholeApps } from '../../target-uses';
import type { Fix } from '../../types';
import { meta } from './meta';

const setting = 'pausesLocationUpdatesAutomatically';

export const pausesAutomaticallyRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    // `setAllowsBackgroundLocationUpdates:` as well.
    if (!mentionsAny(code, ['llowsBackgroundLocationUpdates']) || !isForPhones(code)) return;
    if (isOnlyTested(code.targets) || !seesWholeApps(code.targets)) return;
    if (code.index.uses('location-pauses').length > 0) return;
    const own = code.index
      .uses('background-location-updates')
      .find(({ uri, use }) => uri === code.unit.uri && use.detail === 'true');
    if (own === undefined) return;
    const fix = settingFix(code.unit, own.use.range.start);
    code.report({
      uri: code.unit.uri,
      range: own.use.range,
      message: `${setting} is left at its default: after a stop the system pauses the updates, and they do not come back by themselves`,
      fixes: fix === undefined ? [] : [fix],
    });
  },
};

/** Watches have no such setting. */
function isForPhones({ targets }: CodeContext): boolean {
  return targets.length === 0 || targets.some(({ platforms }) => platforms?.includes('iOS') ?? true);
}

function settingFix({ uri, text, program }: ProgramUnit, at: number): Fix | undefined {
  const assignment = assignmentAt(program, at);
  if (assignment === undefined) return undefined;
  const { start, end } = assignment.range;
  const rest = /^[ \t]*;?/.exec(text.slice(end))?.[0] ?? '';
  const isOnLine =
    isFirstOnLine(text, start) && /^[ \t]*(?:\/\/|[\r\n]|$)/.test(text.slice(end + rest.length));
  if (!isOnLine) return undefined;
  const isObjc = program.language === 'objc';
  const code = `${text.slice(start, at)}${setting} = ${isObjc ? 'NO;' : 'false'}`;
  const place = end + rest.trimEnd().length;
  return {
    title: `Set ${setting} to ${isObjc ? 'NO' : 'false'}`,
    files: [
      {
        uri,
        edits: [
          {
            range: { start: place, end: place },
            newText: `${lineEnding(text)}${indentAt(text, start)}${code}`,
          },
        ],
      },
    ],
    isPreferred: false,
  };
}

/** The assignment to a member whose name starts there. */
function assignmentAt(program: ProgramFile, at: number): AssignExpr | undefined {
  let found: AssignExpr | undefined;
  for (const member of membersAt(program, at)) {
    walkMember(member, {
      expr: (expr) => {
        if (expr.kind === 'assign' && expr.target.kind === 'member' && expr.target.nameRange.start === at)
          found = expr;
        return true;
      },
    });
  }
  return found;
}
