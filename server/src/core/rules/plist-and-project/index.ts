/** Rules about capabilities: property lists, project files, and the code that needs them. */
import type { Rule } from '../context';
import { invalidBackgroundMode } from './invalid-background-mode';
import { missingBackgroundMode } from './missing-background-mode';

export const plistAndProjectRules: readonly Rule[] = [missingBackgroundMode, invalidBackgroundMode];
