/** Rules about background task assertions (`beginBackgroundTask` … `endBackgroundTask`). */
import type { Rule } from '../context';
import { appOnlyInExtensionRule } from './app-only-in-extension';
import { begunLateRule } from './begun-late';
import { blockingCallRule } from './blocking-call';
import { expirationHandlerRule } from './expiration-handler';
import { expiringActivityRule } from './expiring-activity';
import { missingHandlerRule } from './missing-handler';
import { notEndedRule } from './not-ended';
import { notResetRule } from './not-reset';
import { overwrittenRule } from './overwritten';
import { renewedRule } from './renewed';
import { timeAsConditionRule } from './time-as-condition';
import { timeOverflowRule } from './time-overflow';
import { unnamedRule } from './unnamed';

export const backgroundTaskRules: readonly Rule[] = [
  expirationHandlerRule,
  notEndedRule,
  missingHandlerRule,
  renewedRule,
  timeAsConditionRule,
  timeOverflowRule,
  expiringActivityRule,
  blockingCallRule,
  overwrittenRule,
  notResetRule,
  begunLateRule,
  unnamedRule,
  appOnlyInExtensionRule,
];
