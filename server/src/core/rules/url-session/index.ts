/** Rules about background URL sessions. */
import type { Rule } from '../context';
import { createdTwiceRule } from './created-twice';
import { eventsOffMainRule } from './events-off-main';
import { extensionContainerRule } from './extension-container';
import { lateFileUseRule } from './late-file-use';
import { lateSettingsRule } from './late-settings';
import { relaunchHookRule } from './relaunch-hook';
import { sessionEventsRule } from './session-events';
import { transferChainRule } from './transfer-chain';
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
  relaunchHookRule,
  createdTwiceRule,
  transferChainRule,
  extensionContainerRule,
];
