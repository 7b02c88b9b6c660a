/** session-settings-changed-late: a session keeps the settings with which it was made. */
import { settingSymbols } from '../../../catalog/url-sessions';
import { walkMember } from '../../../program/members';
import { taskContext } from '../../background-task/context';
import type { FindingDraft, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { changeOfCopy } from './copy';
import { meta } from './meta';
import { lateChanges } from './passed';

export const lateSettingsRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, settingSymbols)) return;
    const { analysis } = taskContext(code);
    const drafts = new Map<number, FindingDraft>();
    const note = (draft: FindingDraft | undefined): void => {
      if (draft !== undefined) drafts.set(draft.range.start, draft);
    };
    for (const member of analysis.membersMentioning(settingSymbols)) {
      walkMember(member, {
        expr: (expr) => {
          note(changeOfCopy(expr, analysis, code.unit.uri));
          return true;
        },
        block: (block) => {
          for (const draft of lateChanges(block, analysis, code.unit)) note(draft);
        },
      });
    }
    for (const draft of drafts.values()) code.report(draft);
  },
};
