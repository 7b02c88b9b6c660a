/** Rules about CallKit, LiveCommunicationKit, Push to Talk and VoIP pushes. */
import type { Rule } from '../context';
import { audioTooEarlyRule } from './audio-too-early';
import { callActionRule } from './call-action';
import { callAudioRule } from './call-audio';
import { chinaStorefrontRule } from './china-storefront';
import { providerCallbackRule } from './provider-callback';
import { providerPerCallRule } from './provider-per-call';
import { pushLateRule } from './push-late';
import { pushReportRule } from './push-report';
import { pushTypesOrderRule } from './push-types-order';
import { pushkitCompletionRule } from './pushkit-completion';
import { sessionActivatedRule } from './session-activated';
import { timedOutActionRule } from './timed-out-action';

export const callRules: readonly Rule[] = [
  callActionRule,
  pushReportRule,
  pushLateRule,
  pushkitCompletionRule,
  pushTypesOrderRule,
  timedOutActionRule,
  sessionActivatedRule,
  audioTooEarlyRule,
  providerCallbackRule,
  providerPerCallRule,
  callAudioRule,
  chinaStorefrontRule,
];
