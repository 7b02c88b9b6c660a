/** Rules about what an app does around its background time. */
import type { Rule } from '../context';
import { appDelegateCallbackRule } from './app-delegate-callback';
import { completedBeforeAsyncWorkRule } from './completed-before-async-work';
import { createdTooLateRule } from './created-too-late';
import { deprecatedApiRule } from './deprecated-api';
import { idleTimerRule } from './idle-timer';
import { liveActivityRule } from './live-activity';
import { notRetainedRule } from './not-retained';
import { privateApiRule } from './private-api';
import { swallowedErrorRule } from './swallowed-error';
import { terminatesItselfRule } from './terminates-itself';
import { timerInBackgroundRule } from './timer-in-background';
import { unawaitedWorkRule } from './unawaited-work';
import { uncheckedHardwareRule } from './unchecked-hardware';
import { willTerminateRule } from './will-terminate';
import { withoutEffectRule } from './without-effect';

export const lifecycleRules: readonly Rule[] = [
  completedBeforeAsyncWorkRule,
  deprecatedApiRule,
  liveActivityRule,
  notRetainedRule,
  createdTooLateRule,
  appDelegateCallbackRule,
  timerInBackgroundRule,
  unawaitedWorkRule,
  privateApiRule,
  swallowedErrorRule,
  terminatesItselfRule,
  idleTimerRule,
  willTerminateRule,
  withoutEffectRule,
  uncheckedHardwareRule,
];
