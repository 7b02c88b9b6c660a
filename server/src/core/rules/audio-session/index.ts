/** Rules about the audio session. */
import type { Rule } from '../context';
import { atLaunchRule } from './at-launch';
import { backgroundCategoryRule } from './background-category';
import { beforeCategoryRule } from './before-category';
import { errorPointerRule } from './error-pointer';
import { incompatibleRule } from './incompatible';
import { longFormRule } from './long-form';
import { neverActivatedRule } from './never-activated';
import { nonexistentSelectorRule } from './nonexistent-selector';
import { notifyOthersRule } from './notify-others';
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
];
