/** Rules about background URL sessions. */
import type { Rule } from '../context';
import { sessionEventsRule } from './session-events';
import { unsupportedApiRule } from './unsupported-api';
import { withoutDelegateRule } from './without-delegate';

export const urlSessionRules: readonly Rule[] = [sessionEventsRule, withoutDelegateRule, unsupportedApiRule];
