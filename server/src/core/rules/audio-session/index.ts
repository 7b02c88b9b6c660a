/** Rules about the audio session. */
import type { Rule } from '../context';
import { atLaunchRule } from './at-launch';
import { beforeCategoryRule } from './before-category';
import { errorPointerRule } from './error-pointer';
import { incompatibleRule } from './incompatible';
import { nonexistentSelectorRule } from './nonexistent-selector';
import { notifyOthersRule } from './notify-others';
import { unsafeDefaultRule } from './unsafe-default';

export const audioSessionRules: readonly Rule[] = [
  incompatibleRule,
  unsafeDefaultRule,
  nonexistentSelectorRule,
  errorPointerRule,
  beforeCategoryRule,
  atLaunchRule,
  notifyOthersRule,
];
