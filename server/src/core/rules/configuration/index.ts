/** Rules about what people say to the tool itself. */
import type { Rule } from '../context';
import { unusedSuppression } from './unused-suppression';

export const configurationRules: readonly Rule[] = [unusedSuppression];
