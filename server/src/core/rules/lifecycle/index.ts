/** Rules about what an app does around its background time. */
import type { Rule } from '../context';
import { completedBeforeAsyncWorkRule } from './completed-before-async-work';

export const lifecycleRules: readonly Rule[] = [completedBeforeAsyncWorkRule];
