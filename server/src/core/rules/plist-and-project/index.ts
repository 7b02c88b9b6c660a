/** Rules about capabilities: property lists, project files, and the code that needs them. */
import type { Rule } from '../context';

export const plistAndProjectRules: readonly Rule[] = [];
