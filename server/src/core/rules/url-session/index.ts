/** Rules about background URL sessions. */
import type { Rule } from '../context';
import { eventsOffMainRule } from './events-off-main';
import { lateFileUseRule } from './late-file-use';
import { lateSettingsRule } from './late-settings';
import { sessionEventsRule } from './session-events';
import { unstableIdentifierRule } from './unstable-identifier';
import { unsupportedApiRule } from './unsupported-api';
import { withoutDelegateRule } from './without-delegate';

export const urlSessionRules: readonly Rule[] = [
  sessionEventsRule,
  eventsOffMainRule,
  withoutDelegateRule,
  unsupportedApiRule,
  lateFileUseRule,
  unstableIdentifierRule,
  lateSettingsRule,
];
