/** background-location-not-enabled: the mode alone changes nothing. */
import type { Rule } from '../../context';
import { declaredMode } from '../../declared-mode';
import { mayServePods } from '../../known-code';
import { targetFix } from '../../plist-and-project/target-fix';
import { compiledUses, seesWholeApps, usesAny } from '../../target-uses';
import { meta } from './meta';

/** Any of these makes use of the mode. */
const switches = [
  'background-location-switch',
  'background-activity-session',
  'live-location-updates',
  'location-monitor',
];

export const locationNotEnabledRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target } = context;
    if (target.product !== 'app' || !seesWholeApps([target]) || mayServePods(target)) return;
    if (usesAny(context, switches)) return;
    const declared = declaredMode(context, 'UIBackgroundModes', 'location') ?? [];
    const [start] = compiledUses(context, ['location-updates'], ['iOS']);
    if (declared.length === 0 || start === undefined) return;
    context.report({
      uri: start.uri,
      range: start.use.range,
      message:
        "The app declares 'location' but never sets allowsBackgroundLocationUpdates: updates stop when the app is suspended",
      related: declared,
      fixes: targetFix(
        context,
        'info',
        { kind: 'remove-string', key: 'UIBackgroundModes', value: 'location' },
        "Remove 'location' from UIBackgroundModes",
        false,
      ),
    });
  },
};
