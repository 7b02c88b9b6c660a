/** Rules about background URL sessions. */
import type { Rule } from '../context';
import { sessionEventsRule } from './session-events';

export const urlSessionRules: readonly Rule[] = [sessionEventsRule];
