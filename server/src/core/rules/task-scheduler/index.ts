/** Rules about the tasks of the BackgroundTasks framework. */
import type { Rule } from '../context';
import { submitForceTryRule } from './submit-force-try';
import { taskCompletionRule } from './task-completion';

export const taskSchedulerRules: readonly Rule[] = [taskCompletionRule, submitForceTryRule];
