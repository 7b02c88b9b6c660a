import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'extension-session-without-container',
  family: 'url-session',
  title: 'A background session in an app extension without a shared container',
  why: 'The transfer goes on when the extension is gone, and the app takes its results. That works in a container that both share; without one every transfer fails with the error backgroundSessionRequiresSharedContainer.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['target-membership'],
  minOS: 'iOS 8',
  fix: 'Set sharedContainerIdentifier of the configuration to an app group that the extension and the app have in their entitlements.',
  sources: [
    'https://developer.apple.com/documentation/foundation/urlsessionconfiguration/sharedcontaineridentifier',
  ],
  entries: [],
  examples,
};
