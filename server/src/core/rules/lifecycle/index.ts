/** Rules about what an app does around its background time. */
import type { Rule } from '../context';
import { appDelegateCallbackRule } from './app-delegate-callback';
import { completedBeforeAsyncWorkRule } from './completed-before-async-work';
import { createdTooLateRule } from './created-too-late';
import { deprecatedApiRule } from './deprecated-api';
import { idleTimerRule } from './idle-timer';
import { notRetainedRule } from './not-retained';
import { privateApiRule } from './private-api';
import { terminatesItselfRule } from './terminates-itself';
import { timerInBackgroundRule } from './timer-in-background';
import { uncheckedHardwareRule } from './unchecked-hardware';
import { willTerminateRule } from './will-terminate';
import { withoutEffectRule } from './without-effect';

export const lifecycleRules: readonly Rule[] = [
  completedBeforeAsyncWorkRule,
  deprecatedApiRule,
  notRetainedRule,
  createdTooLateRule,
  appDelegateCallbackRule,
  timerInBackgroundRule,
  privateApiRule,
  terminatesItselfRule,
  idleTimerRule,
  willTerminateRule,
  withoutEffectRule,
  uncheckedHardwareRule,
];
