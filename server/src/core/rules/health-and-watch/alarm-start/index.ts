/** alarm-session-start: smart alarms are scheduled, all other sessions begin at once. */
import type { ProductKind } from '../../../project/types';
import type { Rule, TargetContext } from '../../context';
import { declaredMode } from '../../declared-mode';
import { compiledUses } from '../../target-uses';
import type { RelatedLocation } from '../../types';
import { meta } from './meta';

const products: ReadonlySet<ProductKind> = new Set(['watch-app', 'watch-extension']);

/** Kinds of extended runtime sessions that begin at once. */
const immediateKinds = ['self-care', 'mindfulness', 'physical-therapy'];

export const alarmStartRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    if (!products.has(context.target.product)) return;
    const alarms = declared(context, ['alarm']);
    const others = declared(context, immediateKinds);
    if (alarms.length > 0 === others.length > 0) return;
    const isAlarm = alarms.length > 0;
    for (const { uri, use } of compiledUses(context, ['extended-session-start'], ['watchOS'])) {
      if ((use.detail === 'at-date') === isAlarm) continue;
      context.report({
        uri,
        range: use.range,
        message: isAlarm
          ? 'A smart alarm session is started with start(): it has to be scheduled with start(at:), and ends with an error'
          : 'start(at:) is for smart alarms alone: a session of this kind ends with an error, it has to be started with start()',
        related: isAlarm ? alarms : others,
      });
    }
  },
};

function declared(context: TargetContext, kinds: readonly string[]): readonly RelatedLocation[] {
  return kinds.flatMap((kind) => declaredMode(context, 'WKBackgroundModes', kind) ?? []);
}
