/** All rules, grouped by family. */
import { audioSessionRules } from './audio-session';
import { backgroundTaskRules } from './background-task';
import { bluetoothAndAccessoryRules } from './bluetooth-and-accessories';
import { callRules } from './calls';
import { configurationRules } from './configuration';
import type { Rule } from './context';
import { healthAndWatchRules } from './health-and-watch';
import { lifecycleRules } from './lifecycle';
import { locationRules } from './location';
import { mediaPlaybackRules } from './media-playback';
import { plistAndProjectRules } from './plist-and-project';
import { pushRules } from './push';
import { taskSchedulerRules } from './task-scheduler';
import type { RuleMeta } from './types';
import { urlSessionRules } from './url-session';

export const allRules: readonly Rule[] = [
  ...plistAndProjectRules,
  ...backgroundTaskRules,
  ...taskSchedulerRules,
  ...pushRules,
  ...callRules,
  ...audioSessionRules,
  ...mediaPlaybackRules,
  ...urlSessionRules,
  ...locationRules,
  ...bluetoothAndAccessoryRules,
  ...healthAndWatchRules,
  ...lifecycleRules,
  ...configurationRules,
];

/** Whether a rule runs when nobody asks for more. */
export function isRecommended(meta: Pick<RuleMeta, 'isOptIn'>): boolean {
  return meta.isOptIn !== true;
}

/** What runs when nobody asks for more. */
export const defaultRules: readonly Rule[] = allRules.filter(({ meta }) => isRecommended(meta));

/** `undefined` for an unknown id. */
export function ruleById(id: string): Rule | undefined {
  return allRules.find(({ meta }) => meta.id === id);
}
