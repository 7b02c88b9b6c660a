/** background-delivery-without-observer: background delivery wakes the app, an observer query hears of the change. */
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { isOnlyTested, mayBeCompiled, seesWholeApps } from '../../target-uses';
import { meta } from './meta';

export const deliveryWithoutObserverRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, ['enableBackgroundDelivery'])) return;
    if (isOnlyTested(code.targets) || !seesWholeApps(code.targets)) return;
    if (code.index.uses('health-observer-query').length > 0) return;
    const own = code.index
      .uses('health-background-delivery')
      .find(({ uri, use }) => uri === code.unit.uri && mayBeCompiled(use.when, code.targets));
    if (own === undefined) return;
    code.report({
      uri: code.unit.uri,
      range: own.use.range,
      message:
        'Background delivery is enabled, but no HKObserverQuery is ever created: the app is woken and never told what changed',
    });
  },
};
