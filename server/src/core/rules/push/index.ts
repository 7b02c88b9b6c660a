/** Rules about silent pushes and background fetches. */
import type { Rule } from '../context';
import { fetchCompletionRule } from './fetch-completion';
import { legacyCallbackRule } from './legacy-callback';
import { notificationHandlerRule } from './notification-handler';

export const pushRules: readonly Rule[] = [fetchCompletionRule, notificationHandlerRule, legacyCallbackRule];
