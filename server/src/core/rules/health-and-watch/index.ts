/** Rules about HealthKit delivery and watch apps in the background. */
import type { Rule } from '../context';
import { observerCompletionRule } from './observer-completion';
import { watchTaskRule } from './watch-task';

export const healthAndWatchRules: readonly Rule[] = [observerCompletionRule, watchTaskRule];
