/** Rules about CallKit, LiveCommunicationKit and VoIP pushes. */
import type { Rule } from '../context';
import { callActionRule } from './call-action';
import { pushkitCompletionRule } from './pushkit-completion';

export const callRules: readonly Rule[] = [callActionRule, pushkitCompletionRule];
