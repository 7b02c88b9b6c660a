/** Rules about HealthKit delivery and watch apps in the background. */
import type { Rule } from '../context';
import { alarmStartRule } from './alarm-start';
import { deliveryWithoutObserverRule } from './delivery-without-observer';
import { observerCompletionRule } from './observer-completion';
import { unsupportedDeliveryRule } from './unsupported-delivery';
import { watchTaskRule } from './watch-task';

export const healthAndWatchRules: readonly Rule[] = [
  observerCompletionRule,
  watchTaskRule,
  deliveryWithoutObserverRule,
  unsupportedDeliveryRule,
  alarmStartRule,
];
