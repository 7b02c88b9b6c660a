/** Rules about the audio session. */
import type { Rule } from '../context';
import { atLaunchRule } from './at-launch';
import { backgroundCategoryRule } from './background-category';
import { beforeCategoryRule } from './before-category';
import { engineReleasedRule } from './engine-released';
import { errorPointerRule } from './error-pointer';
import { inBackgroundRule } from './in-background';
import { incompatibleRule } from './incompatible';
import { longFormRule } from './long-form';
import { neverActivatedRule } from './never-activated';
import { nonexistentSelectorRule } from './nonexistent-selector';
import { notObservedRule } from './not-observed';
import { notifyOthersRule } from './notify-others';
import { shouldResumeRule } from './should-resume';
import { silentLoopRule } from './silent-loop';
import { unsafeDefaultRule } from './unsafe-default';

export const audioSessionRules: readonly Rule[] = [
  incompatibleRule,
  unsafeDefaultRule,
  backgroundCategoryRule,
  longFormRule,
  nonexistentSelectorRule,
  errorPointerRule,
  beforeCategoryRule,
  atLaunchRule,
  neverActivatedRule,
  notifyOthersRule,
  inBackgroundRule,
  silentLoopRule,
  notObservedRule,
  shouldResumeRule,
  engineReleasedRule,
];
