/** Rules about the tasks of the BackgroundTasks framework. */
import type { Rule } from '../context';
import { continuedAutomaticRule } from './continued-automatic';
import { continuedProgressRule } from './continued-progress';
import { lateRegistrationRule } from './late-registration';
import { shortBeginDateRule } from './short-begin-date';
import { submitForceTryRule } from './submit-force-try';
import { taskCompletionRule } from './task-completion';

export const taskSchedulerRules: readonly Rule[] = [
  taskCompletionRule,
  submitForceTryRule,
  continuedProgressRule,
  continuedAutomaticRule,
  lateRegistrationRule,
  shortBeginDateRule,
];
