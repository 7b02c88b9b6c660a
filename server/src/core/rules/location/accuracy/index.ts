/** background-location-accuracy: the finest setting costs the battery, the coarsest may cost the updates. */
import { coarseAccuracies, finestAccuracies, largeDistanceFilter } from '../../../catalog/location';
import { membersOf } from '../../../program/members';
import type { MemberSet } from '../../../program/setters';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { meta } from './meta';
import { constantName, isSwitchedOn, numberOf, type Settings, settingsIn } from './settings';

const messages = {
  'too-fine':
    'The highest accuracy without a distance filter keeps GPS and app running for every fix: the battery drains in the background',
  'too-coarse':
    'With settings as coarse as this and no background indicator the system is said to suspend the app: updates end',
};

export const locationAccuracyRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    // `setAllowsBackgroundLocationUpdates:` as well.
    if (!mentionsAny(code, ['llowsBackgroundLocationUpdates'])) return;
    const { uri, program } = code.unit;
    for (const settings of settingsIn(membersOf(program))) {
      if (!isSwitchedOn(settings, 'allowsBackgroundLocationUpdates')) continue;
      for (const [entry, found] of [
        ['too-fine', tooFine(settings)],
        ['too-coarse', tooCoarse(settings)],
      ] as const)
        if (found !== undefined) code.report({ entry, uri, range: found.at, message: messages[entry] });
    }
  },
};

function tooFine(settings: Settings): MemberSet | undefined {
  return settings.has('distanceFilter') ? undefined : accuracyAmong(settings, finestAccuracies);
}

function tooCoarse(settings: Settings): MemberSet | undefined {
  if (settings.has('showsBackgroundLocationIndicator')) return undefined;
  return accuracyAmong(settings, coarseAccuracies) ?? largeFilter(settings);
}

/** Where the accuracy changes, the app has thought about it. */
function accuracyAmong(settings: Settings, names: ReadonlySet<string>): MemberSet | undefined {
  const all = settings.get('desiredAccuracy') ?? [];
  return all.every(({ value }) => names.has(constantName(value) ?? '')) ? all[0] : undefined;
}

function largeFilter(settings: Settings): MemberSet | undefined {
  const all = settings.get('distanceFilter') ?? [];
  return all.every(({ value }) => (numberOf(value) ?? 0) > largeDistanceFilter) ? all[0] : undefined;
}
