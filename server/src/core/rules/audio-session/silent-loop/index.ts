/** silent-audio-keep-alive: an endless sound that nobody hears, so that the app is not suspended. */
import { FileAnalysis } from '../../../program/analysis';
import { conditionsOf } from '../../../program/condition-regions';
import { evaluateConditions } from '../../../program/conditions';
import { effectiveInfoPlist } from '../../../project/effective-info-plist';
import type { Target } from '../../../project/types';
import type { Rule, UnitContext } from '../../context';
import { declares } from '../../plist-and-project/declared-modes';
import { meta } from './meta';
import { silentLoops } from './silent-loops';

const message =
  'Silent audio is looped to keep the app running: App Review rejects that (guideline 2.5.4), and it drains the battery';

export const silentLoopRule: Rule = {
  meta,
  run: 'unit',
  check(context) {
    const { unit, report } = context;
    if (unit.kind !== 'program' || !unit.text.includes('umberOfLoops')) return;
    // During a call the sound keeps the line open, and people know that it is.
    if (unit.text.includes('CXProvider')) return;
    if (!context.targets.some((target) => hasAudioMode(target, context))) return;
    const conditions = conditionsOf(unit.program);
    for (const range of silentLoops(new FileAnalysis(unit.program))) {
      const isBuilt = evaluateConditions(conditions(range.start), { platform: 'iOS', flags: {} }) !== false;
      if (isBuilt) report({ uri: unit.uri, range, message });
    }
  },
};

function hasAudioMode(target: Target, { plist }: UnitContext): boolean {
  if (target.product !== 'app' || plist === undefined) return false;
  const info = effectiveInfoPlist(target, plist);
  return info.isResolved && declares(info.modes('UIBackgroundModes'), ['audio']);
}
