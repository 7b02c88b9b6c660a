/** Rules about the tasks of the BackgroundTasks framework. */
import type { Rule } from '../context';
import { continuedAutomaticRule } from './continued-automatic';
import { continuedBackgroundSessionRule } from './continued-background-session';
import { continuedProgressRule } from './continued-progress';
import { invalidTaskIdentifier } from './invalid-identifier';
import { lateRegistrationRule } from './late-registration';
import { legacyFetchRule } from './legacy-fetch';
import { identifierNotPermitted } from './not-permitted';
import { permittedWithoutHandler } from './permitted-unregistered';
import { processingNetworkRule } from './processing-network';
import { processingWithoutIdentifiers } from './processing-without-identifiers';
import { refreshNotScheduledRule } from './refresh-not-scheduled';
import { registeredTwiceRule } from './registered-twice';
import { shortBeginDateRule } from './short-begin-date';
import { submitForceTryRule } from './submit-force-try';
import { submittedWithoutHandler } from './submitted-unregistered';
import { taskCompletionRule } from './task-completion';
import { tooManyPendingRule } from './too-many-pending';
import { wrongTaskClassRule } from './wrong-class';

export const taskSchedulerRules: readonly Rule[] = [
  processingWithoutIdentifiers,
  invalidTaskIdentifier,
  taskCompletionRule,
  submitForceTryRule,
  continuedProgressRule,
  continuedAutomaticRule,
  lateRegistrationRule,
  shortBeginDateRule,
  identifierNotPermitted,
  submittedWithoutHandler,
  permittedWithoutHandler,
  legacyFetchRule,
  continuedBackgroundSessionRule,
  processingNetworkRule,
  refreshNotScheduledRule,
  registeredTwiceRule,
  tooManyPendingRule,
  wrongTaskClassRule,
];
