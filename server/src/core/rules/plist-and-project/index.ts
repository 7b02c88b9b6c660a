/** Rules about capabilities: property lists, project files, and the code that needs them. */
import type { Rule } from '../context';
import { backgroundKeyWrongType } from './background-key-wrong-type';
import { invalidBackgroundMode } from './invalid-background-mode';
import { missingBackgroundMode } from './missing-background-mode';
import { misspelledBackgroundKey } from './misspelled-background-key';
import { redundantBackgroundMode } from './redundant-background-mode';

export const plistAndProjectRules: readonly Rule[] = [
  missingBackgroundMode,
  invalidBackgroundMode,
  backgroundKeyWrongType,
  misspelledBackgroundKey,
  redundantBackgroundMode,
];
