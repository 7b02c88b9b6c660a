/** Rules about background task assertions (`beginBackgroundTask` … `endBackgroundTask`). */
import type { Rule } from '../context';
import { expirationHandlerRule } from './expiration-handler';
import { missingHandlerRule } from './missing-handler';
import { notEndedRule } from './not-ended';
import { renewedRule } from './renewed';

export const backgroundTaskRules: readonly Rule[] = [
  expirationHandlerRule,
  notEndedRule,
  missingHandlerRule,
  renewedRule,
];
