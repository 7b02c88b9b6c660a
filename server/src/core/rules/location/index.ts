/** Rules about location updates in the background. */
import type { Rule } from '../context';
import { locationAccuracyRule } from './accuracy';
import { locationNotEnabledRule } from './not-enabled';
import { pausesAutomaticallyRule } from './pauses-automatically';
import { serviceSessionRule } from './service-session';
import { startedInBackgroundRule } from './started-in-background';

export const locationRules: readonly Rule[] = [
  locationNotEnabledRule,
  serviceSessionRule,
  startedInBackgroundRule,
  pausesAutomaticallyRule,
  locationAccuracyRule,
];
