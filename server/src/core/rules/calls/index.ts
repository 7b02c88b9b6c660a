/** Rules about CallKit, LiveCommunicationKit and VoIP pushes. */
import type { Rule } from '../context';
import { callActionRule } from './call-action';
import { pushTypesOrderRule } from './push-types-order';
import { pushkitCompletionRule } from './pushkit-completion';
import { timedOutActionRule } from './timed-out-action';

export const callRules: readonly Rule[] = [
  callActionRule,
  pushkitCompletionRule,
  pushTypesOrderRule,
  timedOutActionRule,
];
