/** Rules about background task assertions (`beginBackgroundTask` … `endBackgroundTask`). */
import type { Rule } from '../context';
import { expirationHandlerRule } from './expiration-handler';
import { notEndedRule } from './not-ended';

export const backgroundTaskRules: readonly Rule[] = [expirationHandlerRule, notEndedRule];
