/** Rules about what an app does around its background time. */
import type { Rule } from '../context';
import { completedBeforeAsyncWorkRule } from './completed-before-async-work';
import { deprecatedApiRule } from './deprecated-api';
import { swallowedErrorRule } from './swallowed-error';
import { unawaitedWorkRule } from './unawaited-work';

export const lifecycleRules: readonly Rule[] = [
  completedBeforeAsyncWorkRule,
  deprecatedApiRule,
  unawaitedWorkRule,
  swallowedErrorRule,
];
