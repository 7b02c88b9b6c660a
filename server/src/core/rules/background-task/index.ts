/** Rules about background task assertions (`beginBackgroundTask` … `endBackgroundTask`). */
import type { Rule } from '../context';

export const backgroundTaskRules: readonly Rule[] = [];
